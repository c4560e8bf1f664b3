// Which facts have been asked when a place is marked: on some way there, and on every way there.
import { explorableFields } from './live-facts.ts';
import { openingFields } from './opening.ts';
import type { ProcessIndex } from './process-index.ts';

interface Passage {
  readonly after: readonly string[];
  readonly to: readonly string[];
  readonly asks: ReadonlySet<string>;
}

export interface ToldFacts {
  /** Asked on some way to these places. */
  readonly somewhere: (places: readonly string[]) => ReadonlySet<string>;
  /** Whether there is any way to these places. */
  readonly reaches: (places: readonly string[]) => boolean;
  /** Asked on every way to these places, answered or not. */
  readonly everywhere: (places: readonly string[]) => ReadonlySet<string>;
}

const passagesOf = (index: ProcessIndex): readonly Passage[] => {
  const { channels, steps, timers, interruptions } = index.process;
  return [
    ...channels.map((channel) => ({
      after: [],
      to: [channel.opens],
      asks: new Set(openingFields(index, channel).map(({ fact }) => fact)),
    })),
    ...steps.flatMap((step) => {
      const asked = explorableFields(index, step).map(({ fact }) => fact);
      const asks = new Set([...asked, ...Object.keys(step.subcase?.feeds ?? {})]);
      return step.outcomes.map(({ to }) => ({ after: step.after, to, asks }));
    }),
    ...timers.map((timer) => ({ after: [timer.while], to: timer.to, asks: new Set<string>() })),
    // From anywhere: what was asked when filing is known, whatever else may be.
    ...channels.flatMap((channel) =>
      interruptions.map(({ to }) => ({
        after: [],
        to,
        asks: new Set(openingFields(index, channel).map(({ fact }) => fact)),
      })),
    ),
  ];
};

type Known = ReadonlyMap<string, ReadonlySet<string>>;

const union = (known: Known, places: readonly string[]): ReadonlySet<string> =>
  new Set(places.flatMap((place) => [...(known.get(place) ?? [])]));

/** Grows or shrinks what is known at each place, until nothing changes. */
const settle = (
  passages: readonly Passage[],
  merge: (before: ReadonlySet<string>, now: ReadonlySet<string>) => ReadonlySet<string>,
): Known => {
  const known = new Map<string, ReadonlySet<string>>();
  for (let changed = true; changed; ) {
    changed = false;
    for (const { after, to, asks } of passages) {
      if (!after.every((place) => known.has(place))) continue;
      const now = new Set([...union(known, after), ...asks]);
      for (const place of to) {
        const before = known.get(place);
        const next = before ? merge(before, now) : now;
        if (before && next.size === before.size) continue;
        known.set(place, next);
        changed = true;
      }
    }
  }
  return known;
};

export const toldFacts = (index: ProcessIndex): ToldFacts => {
  const passages = passagesOf(index);
  const some = settle(passages, (before, now) => new Set([...before, ...now]));
  const every = settle(passages, (before, now) => new Set([...before].filter((fact) => now.has(fact))));
  return {
    reaches: (places) => places.every((place) => some.has(place)),
    somewhere: (places) => union(some, places),
    everywhere: (places) => union(every, places),
  };
};
