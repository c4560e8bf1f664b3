// A paraf that needs nothing but itself may be put on many drafts at once. What is asked, brought or noted is done case by case.
import type { Outcome, Step } from '../standard/step.ts';

const asksNothing = (step: Step, { asks, note, missing, when }: Outcome): boolean =>
  (step.form === undefined || asks?.length === 0) && note !== 'required' && missing !== true && !when;

/** The outcome that initials and sends on, where it is the only one that does and asks for nothing. */
export const plainInitial = (step: Step): string | undefined => {
  if (step.review?.verb !== 'initial' || step.evidence?.length || step.enteredBy !== undefined) {
    return undefined;
  }
  const [only, ...others] = step.outcomes.filter(({ tone }) => tone === 'proceed');
  return only && others.length === 0 && asksNothing(step, only) ? only.id : undefined;
};
