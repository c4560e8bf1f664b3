// Decides whether a step may be completed with an outcome, and what then happens.
import { err, type Result } from '../kernel/result.ts';
import { isUsedUp, standsBack } from '../process/automatic.ts';
import { holds } from '../process/conditions.ts';
import { isMarked } from '../process/net.ts';
import { findOutcome, type ProcessIndex } from '../process/process-index.ts';
import type { Outcome, Step } from '../standard/step.ts';
import { refuseSuspended, refuseWork } from './authority.ts';
import type { By, CaseCommand, CaseRejection } from './command.ts';
import type { CaseEvent, CaseEventBody } from './event.ts';
import type { FactValues } from './facts.ts';
import { refuseDocuments } from './given-documents.ts';
import { checkFacts } from './given-facts.ts';
import { beganAt, promisesOnOutcome } from './promises.ts';
import { applyEffects, settle } from './settle.ts';
import type { CaseSnapshot } from './snapshot.ts';
import {
  askableOf,
  missingOf,
  neededEvidence,
  needsField,
  stepFields,
  stepRequirements,
} from './step-form.ts';
import { actorOf, type Turn } from './turn.ts';

type CompleteStep = Extract<CaseCommand, { type: 'completeStep' }>;

/** Why this outcome cannot be chosen now, whatever is filled in. */
export const refuseOutcome = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  step: Step,
  outcome: Outcome,
  by: By,
): CaseRejection | undefined => {
  const refusal = refuseWork(index, snapshot, step, by) ?? refuseSuspended(snapshot);
  if (refusal) return refusal;
  if (outcome.atMost !== undefined && isUsedUp(step, outcome, snapshot.taken)) {
    return { code: 'outcome-used-up', outcome: outcome.id, atMost: outcome.atMost };
  }
  return standsBack(step, outcome, snapshot.taken)
    ? { code: 'outcome-not-offered', outcome: outcome.id }
    : undefined;
};

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
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  step: Step,
  outcome: Outcome,
  command: CompleteStep,
): Result<FactValues, CaseRejection> => {
  const fields = stepFields(index, snapshot, step);
  const facts = checkFacts(index, fields, snapshot.facts, command.facts, (field) =>
    needsField(snapshot, step, outcome, field),
  );
  if (!facts.ok) return facts;
  const known = { ...snapshot.facts, ...facts.value };
  if (!holds(outcome.when, known)) return err({ code: 'outcome-not-offered', outcome: outcome.id });
  const allowed = stepRequirements(index, snapshot, step);
  const needed =
    step.kind === 'supply' ? missingOf(snapshot).requirements : neededEvidence(index, step, outcome, known);
  const refusal =
    refuseDocuments(command.attachments, allowed, needed) ??
    (outcome.note === 'required' && !command.note ? ({ code: 'note-missing' } as const) : undefined) ??
    (outcome.missing ? refuseMissing(index, snapshot, step, command) : undefined);
  return refusal ? err(refusal) : facts;
};

const completion = (outcome: Outcome, command: CompleteStep, facts: FactValues): CaseEventBody => ({
  type: 'stepCompleted',
  step: command.step,
  outcome: command.outcome,
  facts,
  attachments: [...command.attachments],
  ...(outcome.note !== 'none' && command.note && { note: command.note }),
  ...(outcome.missing && command.missing && { missing: command.missing }),
});

export const completeStep = (
  turn: Turn,
  command: CompleteStep,
): Result<readonly CaseEvent[], CaseRejection> => {
  const { index, context } = turn;
  const snapshot = turn.recorder.snapshot();
  const step = index.steps.get(command.step);
  if (!step || step.kind === 'route' || step.kind === 'subcase')
    return err({ code: 'unknown-step', step: command.step });
  const outcome = findOutcome(step, command.outcome);
  if (!outcome) return err({ code: 'unknown-outcome', outcome: command.outcome });
  if (!isMarked(snapshot.marking, step.after)) {
    return err({ code: 'step-not-active', step: step.id, lastChange: snapshot.lastChange });
  }
  const refusal = refuseOutcome(index, snapshot, step, outcome, context.by);
  if (refusal) return err(refusal);
  const facts = checkFilledIn(index, snapshot, step, outcome, command);
  if (!facts.ok) return facts;
  const task = snapshot.tasks.find((open) => open.step === step.id);
  turn.recorder.record(completion(outcome, command, facts.value), actorOf(context.by, step.role ?? ''));
  applyEffects(turn, outcome.effects);
  promisesOnOutcome(turn, step.id, outcome.id, beganAt(snapshot, task));
  return settle(turn);
};
