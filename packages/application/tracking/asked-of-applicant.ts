// What a file asks of the applicant: exactly the requirements and facts named as missing, or what they may say now; and
// the supply step that takes it.
import { hasScan } from '@layan/domain/case/given-documents';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import { missingOf, stepFields } from '@layan/domain/case/step-form';
import type { InstantText } from '@layan/domain/kernel/ids';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { Requirement } from '@layan/domain/standard/channel';
import type { Field } from '@layan/domain/standard/facts';
import type { Step } from '@layan/domain/standard/step';
import type { DocumentRecord } from '../ports/documents.ts';

export interface Asked {
  readonly at: InstantText;
  readonly step: Step;
  /** Something was named as missing; otherwise the applicant says something of their own accord. */
  readonly isReturned: boolean;
  /** What was named as missing must be answered, whatever the form said when filing. */
  readonly fields: readonly Field[];
  readonly requirements: readonly Requirement[];
}

export const askedOfApplicant = (index: ProcessIndex, snapshot: CaseSnapshot): Asked | undefined => {
  const { returned, suspended, restricted } = snapshot;
  if (suspended || restricted) return undefined;
  const task = snapshot.tasks.find((candidate) => index.steps.get(candidate.step)?.kind === 'supply');
  const step = task && index.steps.get(task.step);
  if (!task || !step) return undefined;
  const { facts, requirements } = missingOf(snapshot);
  return {
    at: returned?.at ?? task.openedAt,
    step,
    isReturned: returned !== undefined,
    fields: stepFields(index, snapshot, step).map((field) =>
      facts.includes(field.fact) ? { ...field, required: true } : field,
    ),
    requirements: requirements.flatMap((id) => index.requirements.get(id) ?? []),
  };
};

/** Scans that answer this request: sent since, newest first. */
export const sentSince = (
  asked: Asked,
  documents: readonly DocumentRecord[],
  snapshot: CaseSnapshot,
): readonly DocumentRecord[] =>
  documents
    .filter(({ id, createdAt }) => createdAt >= asked.at && !hasScan(snapshot, id))
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
