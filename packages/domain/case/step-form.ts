// What an active step asks for: its own form, or for the applicant what was named as missing.
import { holds } from '../process/conditions.ts';
import { askedOf, groupsAskedOf, type Identity, identityOn, tellsIdentity } from '../process/identity.ts';
import { fieldsOf, groupsOf, type ProcessIndex } from '../process/process-index.ts';
import type { Field } from '../standard/facts.ts';
import type { Outcome, Step } from '../standard/step.ts';
import type { Missing } from './event.ts';
import { type FactValues, isSealed } from './facts.ts';
import type { CaseSnapshot } from './snapshot.ts';

const nothing: Missing = { requirements: [], facts: [] };

export const missingOf = (snapshot: CaseSnapshot): Missing => snapshot.returned?.missing ?? nothing;

const identityIn = (index: ProcessIndex, { anonymous, channel }: CaseSnapshot): Identity =>
  anonymous ? identityOn(index.channels.get(channel), true) : 'told';

const filingFields = (index: ProcessIndex, snapshot: CaseSnapshot): readonly Field[] =>
  fieldsOf(index, index.channels.get(snapshot.channel)?.form);

/**
 * The fields that completing the step may fill in, in order. A supply step takes those of its own form, and those of
 * the filing form that were named as missing; nothing else of the filing can be changed by then.
 */
export const stepFields = (index: ProcessIndex, snapshot: CaseSnapshot, step: Step): readonly Field[] => {
  const identity = identityIn(index, snapshot);
  const own = askedOf(index, fieldsOf(index, step.form), identity);
  if (step.kind !== 'supply') return own;
  const { facts } = missingOf(snapshot);
  const asked = filingFields(index, snapshot).filter(
    ({ fact }) => facts.includes(fact) && !own.some((field) => field.fact === fact),
  );
  return [...own, ...askedOf(index, asked, identity)];
};

/** Groups of facts of which this outcome needs one, but for those that are known well enough. */
export const stepGroups = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  step: Step,
  outcome: Outcome,
): readonly (readonly string[])[] => {
  const groups = outcome.asks ? [] : groupsOf(index, step.form);
  if (groups.length === 0) return groups;
  const isKnown = (fact: string) =>
    step.kind === 'supply' ? snapshot.facts[fact] !== undefined : isSealed(snapshot.facts[fact]);
  return groupsAskedOf(index, groups, identityIn(index, snapshot)).filter((group) => !group.some(isKnown));
};

/**
 * Whether a field that is asked must be answered now. For a task, what the outcome asks for; a sealed value that is
 * known stays good, because nobody can send it again without opening it. For a supply, what was named as missing,
 * and what its form requires and is not known yet. Nobody who stays anonymous must say who they are.
 */
export const needsField = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  step: Step,
  outcome: Outcome,
  field: Field,
): boolean => {
  if (snapshot.anonymous && tellsIdentity(index, field.fact)) return false;
  const known = snapshot.facts[field.fact];
  if (step.kind === 'supply') {
    return missingOf(snapshot).facts.includes(field.fact) || (field.required && known === undefined);
  }
  const wanted = outcome.asks ? outcome.asks.includes(field.fact) : field.required;
  return wanted && !isSealed(known);
};

/** Requirements that are the applicant's to bring. */
const applicantRequirements = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  step: Step,
): readonly string[] => [
  ...(step.checks ?? []),
  ...(index.channels.get(snapshot.channel)?.requirements ?? []),
];

/** Requirements to which documents may be attached in this step; evidence is brought by who does the work. */
export const stepRequirements = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  step: Step,
): readonly string[] => [
  ...applicantRequirements(index, snapshot, step),
  ...(step.kind === 'task' ? (step.evidence ?? []) : []),
];

/** Evidence without which this outcome is not believed. What came of it without looking closer needs none. */
export const neededEvidence = (
  index: ProcessIndex,
  step: Step,
  outcome: Outcome,
  known: FactValues,
): readonly string[] => {
  const looked = step.kind === 'task' && outcome.tone === 'proceed' && outcome.asks?.length !== 0;
  if (!looked) return [];
  return (step.evidence ?? []).filter((id) => {
    const requirement = index.requirements.get(id);
    return requirement?.required && holds(requirement.when, known);
  });
};

/**
 * What an outcome that returns the file may name as missing: all that the applicant could be asked for. Nothing that is
 * only shown, because a file is completed from afar, and nothing that tells who an anonymous applicant is.
 */
export const askableOf = (index: ProcessIndex, snapshot: CaseSnapshot, step: Step): Missing => ({
  requirements: applicantRequirements(index, snapshot, step).filter(
    (id) => !index.requirements.get(id)?.shown,
  ),
  facts: filingFields(index, snapshot)
    .map(({ fact }) => fact)
    .filter((fact) => !(snapshot.anonymous && tellsIdentity(index, fact))),
});
