// A step that waits for a case of another service: what comes back of it, and what its ending means to the step.
import type { Field } from '../standard/facts.ts';
import type { Outcome, Step } from '../standard/step.ts';
import { isUsedUp, type Situation, standsBack } from './automatic.ts';

/** Facts of ours that come back; each may be missing, as the other case knew it. */
export const feedFields = ({ subcase }: Step): readonly Field[] =>
  Object.keys(subcase?.feeds ?? {}).map((fact) => ({ fact, required: false }));

/** The outcome that names the ending, else the one that names none; only what may still be chosen. */
export const outcomeOfEnding = (
  step: Step,
  ending: string,
  taken: Situation['taken'] = {},
): Outcome | undefined => {
  const open = step.outcomes.filter(
    (outcome) => !isUsedUp(step, outcome, taken) && !standsBack(step, outcome, taken),
  );
  return (
    open.find(({ endings }) => endings?.includes(ending)) ?? open.find(({ endings }) => endings === undefined)
  );
};

/** Stands for every ending that no outcome names. */
export const otherEnding = 'yang-lain';

/** Some ending that leads to the outcome; one that nobody names stands for all the others. */
export const endingTo = ({ endings }: Outcome): string => endings?.[0] ?? otherEnding;
