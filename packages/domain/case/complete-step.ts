// Decides whether a step may be completed with an outcome, and what then happens.
import type { InstantText } from '../kernel/ids.ts';
import { isAfter } from '../kernel/instant.ts';
import { err, type Result } from '../kernel/result.ts';
import { withMembers } from '../kernel/with-members.ts';
import { holds } from '../process/conditions.ts';
import { isMarked } from '../process/net.ts';
import { findOutcome, type ProcessIndex } from '../process/process-index.ts';
import type { Outcome, Step } from '../standard/step.ts';
import { refuseAgreedDates } from './agreed-dates.ts';
import { type Capacity, refuseSuspended, workAs } from './authority.ts';
import type { CaseRejection } from './command.ts';
import type { Command, Decision } from './decision.ts';
import type { CaseEventBody } from './event.ts';
import type { FactValues } from './facts.ts';
import { refuseDocuments } from './given-documents.ts';
import { checkFacts } from './given-facts.ts';
import { refuseProceeding } from './lines.ts';
import { refuseChoice } from './may-complete.ts';
import { refuseSigning, signingRole, signsProduct } from './may-sign.ts';
import { beganAt, promisesOnOutcome } from './promises.ts';
import { noteOf } from './review.ts';
import { applyEffects, settle } from './settle.ts';
import { readSignature } from './sign-document.ts';
import type { CaseSnapshot, Task } from './snapshot.ts';
import {
  askableOf,
  missingOf,
  neededEvidence,
  needsField,
  stepFields,
  stepGroups,
  stepRequirements,
} from './step-form.ts';
import { actorOf, type Turn } from './turn.ts';

type CompleteStep = Command<'completeStep'>;

const refuseMissing = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  step: Step,
  { missing }: CompleteStep,
): CaseRejection | undefined => {
  if (!missing || missing.requirements.length + missing.facts.length === 0)
    return { code: 'missing-not-named' };
  const askable = askableOf(index, snapshot, step);
  const requirements = missing.requirements.filter((id) => !askable.requirements.includes(id));
  if (requirements.length > 0) return { code: 'requirements-unexpected', requirements };
  const facts = missing.facts.filter((id) => !askable.facts.includes(id));
  return facts.length > 0 ? { code: 'facts-unexpected', facts } : undefined;
};

/** Checks what was filled in; gives the facts to keep. */
const checkFilledIn = (
  { index, context: { by } }: Turn,
  snapshot: CaseSnapshot,
  step: Step,
  outcome: Outcome,
  command: CompleteStep,
): Result<FactValues, CaseRejection> => {
  const fields = stepFields(index, snapshot, step);
  const facts = checkFacts(
    index,
    fields,
    snapshot.facts,
    command.facts,
    (field) => needsField(index, snapshot, step, outcome, field),
    stepGroups(index, snapshot, step, outcome),
  );
  if (!facts.ok) return facts;
  const known = withMembers(snapshot.facts, facts.value);
  if (!holds(outcome.when, known)) return err({ code: 'outcome-not-offered', outcome: outcome.id });
  const allowed = stepRequirements(index, snapshot, step);
  const needed =
    step.kind === 'supply' ? missingOf(snapshot).requirements : neededEvidence(index, step, outcome, known);
  const refusal =
    refuseDocuments(index, command.attachments, allowed, needed, by) ??
    (noteOf(step, outcome) === 'required' && !command.note
      ? ({ code: 'note-missing' } as const)
      : undefined) ??
    (outcome.missing ? refuseMissing(index, snapshot, step, command) : undefined);
  return refusal ? err(refusal) : facts;
};

const completion = (
  step: Step,
  outcome: Outcome,
  command: CompleteStep,
  facts: FactValues,
  { role, as }: Capacity,
): CaseEventBody => ({
  type: 'stepCompleted',
  step: command.step,
  outcome: command.outcome,
  facts,
  attachments: [...command.attachments],
  ...(noteOf(step, outcome) !== 'none' && command.note && { note: command.note }),
  ...(outcome.missing && command.missing && { missing: command.missing }),
  ...(as && { delegation: { role, as } }),
  ...(command.happenedAt !== undefined && { happenedAt: command.happenedAt }),
});

/** Why the work cannot have been done outside at the time that is told. */
const refuseHappened = (
  step: Step,
  task: Task | undefined,
  { happenedAt }: CompleteStep,
  now: InstantText,
): CaseRejection | undefined => {
  if (happenedAt === undefined) return undefined;
  if (step.enteredBy === undefined) return { code: 'happened-refused', reason: 'not-entered' };
  if (isAfter(happenedAt, now)) return { code: 'happened-refused', reason: 'in-future' };
  return task && isAfter(task.openedAt, happenedAt)
    ? { code: 'happened-refused', reason: 'before-task' }
    : undefined;
};

export const completeStep = (turn: Turn, command: CompleteStep): Decision => {
  const { index, context } = turn;
  const snapshot = turn.recorder.snapshot();
  const step = index.steps.get(command.step);
  if (!step || step.kind === 'route' || step.kind === 'subcase' || step.kind === 'line')
    return err({ code: 'unknown-step', step: command.step });
  const outcome = findOutcome(step, command.outcome);
  if (!outcome) return err({ code: 'unknown-outcome', outcome: command.outcome });
  if (!isMarked(snapshot.marking, step.after)) {
    return err({ code: 'step-not-active', step: step.id, lastChange: snapshot.lastChange });
  }
  const signed = signsProduct(index, outcome);
  const unsigned = refuseSigning(index, snapshot, outcome, context.by);
  // Who the document is made out to signs in the role that it names.
  const as = (unsigned ? undefined : signingRole(snapshot, signed)) ?? command.as;
  const work = workAs(index, snapshot, step, context.by, as);
  if (!work.ok) return work;
  const task = snapshot.tasks.find((open) => open.step === step.id);
  const refusal =
    refuseSuspended(snapshot) ??
    refuseChoice(step, outcome, snapshot.taken) ??
    refuseProceeding(index, snapshot, step, outcome) ??
    refuseHappened(step, task, command, context.now) ??
    unsigned;
  if (refusal) return err(refusal);
  const facts = checkFilledIn(turn, snapshot, step, outcome, command);
  if (!facts.ok) return facts;
  const impossible = refuseAgreedDates(index, snapshot, facts.value, context);
  if (impossible) return err(impossible);
  const signature =
    signed === undefined ? undefined : readSignature(turn, snapshot, signed, command.signature);
  if (signature && !signature.ok) return signature;
  turn.recorder.record(
    completion(step, outcome, command, facts.value, work.value),
    actorOf(context.by, work.value.role),
  );
  const stopped = applyEffects(turn, outcome.effects, {
    label: outcome.label,
    note: command.note,
    signature: signature?.value,
  });
  if (stopped) return err(stopped);
  promisesOnOutcome(turn, step.id, outcome.id, beganAt(snapshot, task), command.happenedAt);
  return settle(turn, command.happenedAt);
};
