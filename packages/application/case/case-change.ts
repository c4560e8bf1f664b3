// Everything that is written when a case moves, put together from the events of one decision.
import { capacitiesOf } from '@layan/domain/case/authority';
import { tellsLines } from '@layan/domain/case/batch-news';
import type { CaseEvent } from '@layan/domain/case/event';
import { fold } from '@layan/domain/case/evolve';
import { plainInitial } from '@layan/domain/case/initials';
import { signsProduct } from '@layan/domain/case/may-sign';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import { caseStatus } from '@layan/domain/case/status';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { indexOf, type ProcessIndex } from '@layan/domain/process/process-index';
import type { Standard } from '@layan/domain/standard/standard';
import type { Step } from '@layan/domain/standard/step';
import type { BookRow } from '../ports/books.ts';
import type { CaseChange, CaseRecord, CommitFailure, SigningStep } from '../ports/cases.ts';
import type { Vault } from '../ports/vault.ts';
import { batchLockChanges, type LockChanges } from './batch-locks.ts';
import { capacityLabel } from './capacity-label.ts';
import { doublyHeld, lockChanges } from './locks.ts';
import { registerChanges } from './registered-products.ts';

/** Labels of the steps that wait now. */
const stepLabels = (standard: Standard, snapshot: CaseSnapshot): Record<string, string> => {
  const { steps } = indexOf(standard.process);
  return Object.fromEntries(snapshot.tasks.map(({ step }) => [step, steps.get(step)?.label ?? step]));
};

/** Steps that wait now and whose tasks are given to somebody by rule. */
const givenOut = (standard: Standard, snapshot: CaseSnapshot): readonly string[] => {
  const { steps } = indexOf(standard.process);
  return snapshot.tasks.flatMap(({ step }) => (steps.get(step)?.assign === undefined ? [] : [step]));
};

/** Drafts that wait for an initial and nothing else: by step, the outcome that gives it. */
const initialsOf = (standard: Standard, snapshot: CaseSnapshot): Pick<CaseChange, 'initials'> => {
  const { steps } = indexOf(standard.process);
  const found = snapshot.tasks.flatMap((task): [string, string][] => {
    const step = steps.get(task.step);
    const outcome = step && plainInitial(step);
    return outcome === undefined ? [] : [[task.step, outcome]];
  });
  return found.length === 0 ? {} : { initials: Object.fromEntries(found) };
};

/** Of the outcomes that sign a letter, the first: rows of the inbox offer it for many at once. */
const signingStep = (index: ProcessIndex, step: Step): SigningStep | undefined => {
  const outcome = step.outcomes.find((one) => signsProduct(index, one) !== undefined);
  const product = outcome && signsProduct(index, outcome);
  if (!outcome || product === undefined) return undefined;
  const capacities = capacitiesOf(step).map((one) => [one.role, capacityLabel(index, step, one)] as const);
  return {
    product,
    label: index.products.get(product)?.label ?? product,
    outcome: outcome.id,
    plain:
      step.form === undefined &&
      (step.evidence ?? []).length === 0 &&
      step.enteredBy === undefined &&
      outcome.note !== 'required' &&
      outcome.missing !== true &&
      outcome.when === undefined,
    // The own role of a step comes first and keeps its name.
    capacities: Object.fromEntries(capacities.toReversed()),
  };
};

const signsOf = (
  standard: Standard,
  snapshots: readonly (CaseSnapshot | undefined)[],
): Pick<CaseChange, 'signs'> => {
  const index = indexOf(standard.process);
  const steps = snapshots.flatMap((snapshot) => snapshot?.tasks ?? []).map(({ step }) => step);
  const found = [...new Set(steps)].flatMap((id) => {
    const step = index.steps.get(id);
    const signing = step && signingStep(index, step);
    return signing ? [[id, signing] as const] : [];
  });
  return found.length === 0 ? {} : { signs: Object.fromEntries(found) };
};

/** Who besides its own role finds the tasks of a step, of those that wait or waited until now. */
const standInsOf = (
  standard: Standard,
  snapshots: readonly (CaseSnapshot | undefined)[],
): Pick<CaseChange, 'standIns'> => {
  const index = indexOf(standard.process);
  const tasks = snapshots.flatMap((snapshot) => snapshot?.tasks ?? []);
  const found = [...new Set(tasks.map(({ step }) => step))].flatMap((id) => {
    const step = index.steps.get(id);
    const others = step ? capacitiesOf(step).slice(1) : [];
    return step && others.length > 0
      ? [[id, others.map((one) => ({ role: one.role, as: capacityLabel(index, step, one) }))] as const]
      : [];
  });
  return found.length === 0 ? {} : { standIns: Object.fromEntries(found) };
};

/** Where it waits, or waited until now, to be gathered. */
const gatheredBy = (
  standard: Standard,
  snapshots: readonly (CaseSnapshot | undefined)[],
): Pick<CaseChange, 'gatheredBy'> => {
  const { steps } = indexOf(standard.process);
  const tasks = snapshots.flatMap((snapshot) => snapshot?.tasks ?? []);
  const found = tasks.flatMap(({ step: id }) => {
    const batch = steps.get(id)?.batch;
    return batch === undefined ? [] : [[id, batch] as const];
  });
  return found.length === 0 ? {} : { gatheredBy: Object.fromEntries(found) };
};

/**
 * Its row in the book of its channel, where that is new or another. Citizens file on portals themselves: no book is kept
 * of that, and the code for it is not loaded.
 */
const bookOf = async (
  standard: Standard,
  { before, after }: Pick<ChangeParts, 'before' | 'after'>,
): Promise<BookRow | undefined> => {
  const channel = indexOf(standard.process).channels.get(after.snapshot.channel);
  if (channel?.kind === 'portal') return undefined;
  const { changedRow } = await import('../book/book-row.ts');
  return changedRow(standard, before, after);
};

const withBatchLocks = (one: LockChanges, other: LockChanges): LockChanges => ({
  acquire: [...one.acquire, ...other.acquire],
  release: [...one.release, ...other.release],
});

/** The state after the events. */
export const snapshotAfter = (
  standard: Standard,
  before: CaseSnapshot | undefined,
  events: readonly CaseEvent[],
): CaseSnapshot => {
  const snapshot = fold(standard, events, before);
  if (!snapshot) throw new Error('a case without events');
  return snapshot;
};

export type ChangeParts = Pick<
  CaseChange,
  | 'before'
  | 'after'
  | 'events'
  | 'idempotency'
  | 'people'
  | 'unlinked'
  | 'objection'
  | 'fromFiling'
  | 'opening'
  | 'carriesOut'
>;

export const caseChange = async (
  vault: Vault,
  standard: Standard,
  parts: ChangeParts,
): Promise<Result<CaseChange, Extract<CommitFailure, { code: 'lock-taken' }>>> => {
  const index = indexOf(standard.process);
  const { snapshot } = parts.after;
  const doubly = doublyHeld(index, snapshot);
  if (doubly) return err({ code: 'lock-taken', group: doubly.group, heldBy: doubly.productId });
  const book = await bookOf(standard, parts);
  return ok({
    ...parts,
    ...(book && { book }),
    status: caseStatus(standard, snapshot),
    stepLabels: stepLabels(standard, snapshot),
    givenOut: givenOut(standard, snapshot),
    ...initialsOf(standard, snapshot),
    ...signsOf(standard, [parts.before?.snapshot, snapshot]),
    ...standInsOf(standard, [parts.before?.snapshot, snapshot]),
    ...gatheredBy(standard, [parts.before?.snapshot, snapshot]),
    ...(tellsLines(standard, parts.events) && { tellsLines: true }),
    ...(snapshot.confidential && { seenBy: index.process.confidential?.seenBy ?? [] }),
    ...registerChanges(standard, parts),
    ...withBatchLocks(
      await lockChanges(vault, index, parts.before, parts.after),
      await batchLockChanges(vault, standard, parts.before, parts.after),
    ),
  });
};

/** A case that moved on: what it was, with its new state. */
export const movedRecord = (before: CaseRecord, snapshot: CaseSnapshot): CaseRecord => ({
  ...before,
  snapshot,
});
