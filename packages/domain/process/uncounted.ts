// A process that no longer counts where counting cannot decide anything: a review that may be given back twice is seven
// tiers times three counts, and all that comes of it is the same. Whatever can happen in the process can happen here.
import type { Process } from '../standard/process.ts';
import type { Outcome, Step } from '../standard/step.ts';
import { takenKey } from './automatic.ts';

const sameCondition = (a: Outcome, b: Outcome): boolean => JSON.stringify(a.when) === JSON.stringify(b.when);

/** Whether the step goes on as well once the outcome is used up: another is always offered, and none waits for that. */
const isSpare = (step: Step, outcome: Outcome): boolean =>
  step.outcomes.every(({ insteadOf }) => insteadOf !== outcome.id) &&
  step.outcomes.some(
    (other) =>
      other.id !== outcome.id &&
      other.atMost === undefined &&
      other.insteadOf === undefined &&
      (other.when === undefined || sameCondition(other, outcome)),
  );

export interface Uncounted {
  readonly process: Process;
  /** `<step>:<outcome>` with the bound that is no longer counted. */
  readonly spare: ReadonlyMap<string, number>;
}

export const uncounted = (process: Process): Uncounted => {
  const spare = new Map<string, number>();
  const steps = process.steps.map((step) => ({
    ...step,
    outcomes: step.outcomes.map((outcome) => {
      const { atMost, ...free } = outcome;
      if (atMost === undefined || step.kind === 'route' || !isSpare(step, outcome)) return outcome;
      spare.set(takenKey(step.id, outcome.id), atMost);
      return free;
    }),
  }));
  return { process: { ...process, steps }, spare };
};
