// What an active step asks for: its own form, or for the applicant what was named as missing.
import { fieldsOf, type ProcessIndex } from '../process/process-index.ts';
import type { Field } from '../standard/facts.ts';
import type { Outcome, Step } from '../standard/process.ts';
import type { Missing } from './event.ts';
import { isSealed } from './facts.ts';
import type { CaseSnapshot } from './snapshot.ts';

const nothing: Missing = { requirements: [], facts: [] };

export const missingOf = (snapshot: CaseSnapshot): Missing => snapshot.returned?.missing ?? nothing;

const filingFields = (index: ProcessIndex, snapshot: CaseSnapshot): readonly Field[] =>
  fieldsOf(index, index.channels.get(snapshot.channel)?.form);

/**
 * The fields that completing the step may fill in, in order. A supply step takes those of its own form, and those of
 * the filing form that were named as missing; nothing else of the filing can be changed by then.
 */
export const stepFields = (index: ProcessIndex, snapshot: CaseSnapshot, step: Step): readonly Field[] => {
  const own = fieldsOf(index, step.form);
  if (step.kind !== 'supply') return own;
  const { facts } = missingOf(snapshot);
  const asked = filingFields(index, snapshot).filter(
    ({ fact }) => facts.includes(fact) && !own.some((field) => field.fact === fact),
  );
  return [...own, ...asked];
};

/**
 * Whether a field that is asked must be answered now. For a task, what the outcome asks for; a sealed value that is
 * known stays good, because nobody can send it again without opening it. For a supply, what was named as missing,
 * and what its form requires and is not known yet.
 */
export const needsField = (snapshot: CaseSnapshot, step: Step, outcome: Outcome, field: Field): boolean => {
  const known = snapshot.facts[field.fact];
  if (step.kind === 'supply') {
    return missingOf(snapshot).facts.includes(field.fact) || (field.required && known === undefined);
  }
  const wanted = outcome.asks ? outcome.asks.includes(field.fact) : field.required;
  return wanted && !isSealed(known);
};

/** Requirements to which documents may be attached in this step. */
export const stepRequirements = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  step: Step,
): readonly string[] => [
  ...(step.checks ?? []),
  ...(index.channels.get(snapshot.channel)?.requirements ?? []),
];

/** What an outcome that returns the file may name as missing: all that the applicant could be asked for. */
export const askableOf = (index: ProcessIndex, snapshot: CaseSnapshot, step: Step): Missing => ({
  requirements: [...stepRequirements(index, snapshot, step)],
  facts: filingFields(index, snapshot).map(({ fact }) => fact),
});
