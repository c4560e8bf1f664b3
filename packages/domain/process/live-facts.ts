// Which facts and counts can still decide something from a marking on. The rest is forgotten while exploring: fewer states, same answers.
import type { Field } from '../standard/facts.ts';
import type { Step } from '../standard/step.ts';
import { withAskedBy } from './asked-fields.ts';
import { takenKey } from './automatic.ts';
import { factsIn } from './conditions.ts';
import type { Marking } from './net.ts';
import { fieldsOf, type ProcessIndex } from './process-index.ts';
import { feedFields } from './subcase.ts';

/** Fields a step can fill in: its form, or what comes back to it; a supply may be asked for anything of any filing form as well. */
export const explorableFields = (index: ProcessIndex, step: Step): readonly Field[] => {
  if (step.kind === 'subcase') return feedFields(step);
  const own = fieldsOf(index, step.form);
  if (step.kind !== 'supply') return own;
  const filing = [...index.channels.values()].flatMap(({ form }) => fieldsOf(index, form));
  const all = [...own, ...filing.map((field) => ({ ...field, required: false }))];
  return all.filter(({ fact }, at) => all.findIndex((field) => field.fact === fact) === at);
};

const readBy = (index: ProcessIndex, step: Step): ReadonlySet<string> =>
  withAskedBy(
    explorableFields(index, step),
    step.outcomes.flatMap(({ when }) => (when ? factsIn(when) : [])),
  );

/** How often an outcome was chosen matters as long as its step may come again. */
const countedBy = (step: Step): readonly string[] =>
  step.outcomes.filter(({ atMost }) => atMost !== undefined).map(({ id }) => takenKey(step.id, id));

interface Passage {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly reads: ReadonlySet<string>;
}

const passages = (index: ProcessIndex): readonly Passage[] => [
  ...index.process.steps.map((step) => ({
    from: step.after,
    to: step.outcomes.flatMap(({ to }) => to),
    reads: new Set([...readBy(index, step), ...countedBy(step)]),
  })),
  ...index.process.timers.map((timer) => ({ from: [timer.while], to: timer.to, reads: new Set<string>() })),
];

export interface LiveFacts {
  /** Facts that any step reads. */
  readonly relevant: ReadonlySet<string>;
  /** Facts, and counts of outcomes, that can still decide something; in order. */
  readonly at: (marking: Marking) => readonly string[];
}

const grow = (live: Map<string, Set<string>>, { from, to, reads }: Passage): boolean => {
  let grown = false;
  for (const place of from) {
    const facts = live.get(place) ?? new Set<string>();
    const before = facts.size;
    for (const fact of reads) facts.add(fact);
    for (const next of to) for (const fact of live.get(next) ?? []) facts.add(fact);
    live.set(place, facts);
    if (facts.size > before) grown = true;
  }
  return grown;
};

/** Facts in `alsoRead` are kept to the end, as if something always read them. */
export const liveFacts = (index: ProcessIndex, alsoRead: readonly string[] = []): LiveFacts => {
  // What is read travels back: from the end on, the order in which processes are written, once through is nearly enough.
  const all = passages(index).toReversed();
  const live = new Map<string, Set<string>>();
  for (let grown = true; grown; ) grown = all.filter((passage) => grow(live, passage)).length > 0;
  const interruptions = [...index.interruptions.values()].flatMap(({ to }) => to);
  const at = (places: Iterable<string>) => [...places].flatMap((place) => [...(live.get(place) ?? [])]);
  const always = [...at(interruptions), ...alsoRead];
  const known = new Map<string, readonly string[]>();
  return {
    relevant: new Set([...all.flatMap(({ reads }) => [...reads]), ...alsoRead]),
    at: (marking) => {
      const key = marking.join(' ');
      const found = known.get(key) ?? [...new Set([...at(marking), ...always])].sort();
      known.set(key, found);
      return found;
    },
  };
};
