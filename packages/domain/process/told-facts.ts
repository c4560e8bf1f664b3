// Which facts have been asked when a place is marked: on some way there, and on every way there; and which have been
// answered for sure.
import type { Field } from '../standard/facts.ts';
import type { Outcome, Step } from '../standard/step.ts';
import { identityOn } from './identity.ts';
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

const filings = (index: ProcessIndex): readonly Passage[] =>
  index.process.channels.map((channel) => ({
    after: [],
    to: [channel.opens],
    asks: new Set(openingFields(index, channel).map(({ fact }) => fact)),
  }));

const moves = (index: ProcessIndex): readonly Passage[] => {
  const { steps, timers } = index.process;
  return [
    ...steps.flatMap((step) => {
      const asks = new Set(explorableFields(index, step).map(({ fact }) => fact));
      return step.outcomes.map(({ to }) => ({ after: step.after, to, asks }));
    }),
    ...timers.map((timer) => ({ after: [timer.while], to: timer.to, asks: new Set<string>() })),
  ];
};

/** From anywhere, with whatever is known there. */
const interruptions = (index: ProcessIndex, asks: ReadonlySet<string>): readonly Passage[] =>
  index.process.interruptions.map(({ to }) => ({ after: [], to, asks }));

type Known = ReadonlyMap<string, ReadonlySet<string>>;

const union = (known: Known, places: readonly string[]): ReadonlySet<string> =>
  new Set(places.flatMap((place) => [...(known.get(place) ?? [])]));

type Merge = (before: ReadonlySet<string>, now: ReadonlySet<string>) => ReadonlySet<string>;

const either: Merge = (before, now) => new Set([...before, ...now]);
const both: Merge = (before, now) => new Set([...before].filter((fact) => now.has(fact)));

const byPlace = (passages: readonly Passage[]): ReadonlyMap<string, readonly Passage[]> => {
  const found = new Map<string, Passage[]>();
  for (const passage of passages) {
    for (const place of passage.after) {
      const others = found.get(place);
      if (others) others.push(passage);
      else found.set(place, [passage]);
    }
  }
  return found;
};

/** Grows or shrinks what is known at each place, until nothing changes. */
const settle = (passages: readonly Passage[], merge: Merge): Known => {
  const known = new Map<string, ReadonlySet<string>>();
  const onward = byPlace(passages);
  const open = passages.filter(({ after }) => after.length === 0);
  for (let passage = open.pop(); passage; passage = open.pop()) {
    const { after, to, asks } = passage;
    if (!after.every((place) => known.has(place))) continue;
    const now = new Set([...union(known, after), ...asks]);
    for (const place of to) {
      const before = known.get(place);
      const next = before ? merge(before, now) : now;
      if (before && next.size === before.size) continue;
      known.set(place, next);
      open.push(...(onward.get(place) ?? []));
    }
  }
  return known;
};

export const toldFacts = (index: ProcessIndex): ToldFacts => {
  const filed = filings(index);
  const moved = moves(index);
  const all = new Set([...filed, ...moved].flatMap(({ asks }) => [...asks]));
  const always = filed.map(({ asks }) => asks).reduce(both, all);
  const some = settle([...filed, ...moved, ...interruptions(index, all)], either);
  const every = settle([...filed, ...moved, ...interruptions(index, always)], both);
  return {
    reaches: (places) => places.every((place) => some.has(place)),
    somewhere: (places) => union(some, places),
    everywhere: (places) => union(every, places),
  };
};

/** Of a form, what nobody gets past without answering. */
const demanded = (fields: readonly Field[], { asks }: Pick<Outcome, 'asks'> = {}): ReadonlySet<string> =>
  new Set(
    fields
      .filter(({ fact, required, when }) => !when && (asks ? asks.includes(fact) : required))
      .map(({ fact }) => fact),
  );

/** Facts that are answered for sure once a step is done with an outcome, whichever way the case came there. */
export const answeredAfter = (
  index: ProcessIndex,
): ((step: Step, outcome: Outcome) => ReadonlySet<string>) => {
  const { channels, steps, timers } = index.process;
  const filed = channels.map((channel) => ({
    after: [],
    to: [channel.opens],
    asks: demanded(openingFields(index, channel, identityOn(channel, channel.identity === 'optional'))),
  }));
  const own = (step: Step, outcome: Outcome) => demanded(explorableFields(index, step), outcome);
  const moved = steps.flatMap((step) =>
    step.outcomes.map((outcome) => ({ after: step.after, to: outcome.to, asks: own(step, outcome) })),
  );
  const late = timers.map((timer) => ({ after: [timer.while], to: timer.to, asks: new Set<string>() }));
  const always = filed.map(({ asks }) => asks).reduce(both, filed[0]?.asks ?? new Set<string>());
  const every = settle([...filed, ...moved, ...late, ...interruptions(index, always)], both);
  return (step, outcome) => new Set([...union(every, step.after), ...own(step, outcome)]);
};
