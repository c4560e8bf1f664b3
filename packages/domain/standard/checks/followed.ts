// What the cases that a batch gathers hear of it.
import type { Standard } from '../standard.ts';
import type { Outcome, Step } from '../step.ts';

export type Happening = NonNullable<Outcome['from']>[number];

/** Steps of a service that wait for this batch. */
export const linesOf = ({ process }: Standard, batch: string): readonly Step[] =>
  process.steps.filter((step) => step.kind === 'line' && String(step.batch) === batch);

const same = (one: Happening, other: Happening): boolean => {
  if ('ending' in one) return 'ending' in other && one.ending === other.ending;
  if (!('step' in other) || one.step !== other.step) return false;
  return 'outcome' in one
    ? 'outcome' in other && one.outcome === other.outcome
    : 'decision' in other && one.decision === other.decision;
};

export const hears = ({ outcomes }: Step, happening: Happening): boolean =>
  outcomes.some(({ from = [] }) => from.some((one) => same(one, happening)));

export const isFollowed = (member: Standard, batch: string, happening: Happening): boolean =>
  linesOf(member, batch).some((step) => hears(step, happening));
