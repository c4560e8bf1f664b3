// A step that waits for a case of another service: what comes back of it, and what its ending means to the step.
import type { Field } from '../standard/facts.ts';
import type { Outcome, Step } from '../standard/step.ts';

/** Facts of ours that come back; each may be missing, as the other case knew it. */
export const feedFields = ({ subcase }: Step): readonly Field[] =>
  Object.keys(subcase?.feeds ?? {}).map((fact) => ({ fact, required: false }));

/** The outcome that names the ending, else the one that names none. */
export const outcomeOfEnding = ({ outcomes }: Step, ending: string): Outcome | undefined =>
  outcomes.find(({ endings }) => endings?.includes(ending)) ??
  outcomes.find(({ endings }) => endings === undefined);

/** Some ending that leads to the outcome; one that nobody names stands for all the others. */
export const endingTo = ({ endings }: Outcome): string => endings?.[0] ?? 'yang-lain';
