// Tiers of an ordered review: who gets a draft back reads why. That is between colleagues, the citizen does not read it.
import type { Outcome, Step } from '../standard/step.ts';

export const returnsDraft = (step: Step, outcome: Outcome): boolean =>
  step.review !== undefined && outcome.tone === 'return';

/** Whether a note goes with this outcome, whatever the outcome itself says. */
export const noteOf = (step: Step, outcome: Outcome): Outcome['note'] =>
  returnsDraft(step, outcome) ? 'required' : outcome.note;
