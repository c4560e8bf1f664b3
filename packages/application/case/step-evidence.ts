// Evidence that the worker of an open step brought and that is not part of the file yet.
import { byWorker, type Worker } from '@layan/domain/access/worker';
import { refuseWork } from '@layan/domain/case/authority';
import { hasScan } from '@layan/domain/case/given-documents';
import type { CaseSnapshot, Task } from '@layan/domain/case/snapshot';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { Requirement } from '@layan/domain/standard/channel';
import type { Step } from '@layan/domain/standard/step';
import type { DocumentRecord } from '../ports/documents.ts';
import type { EvidenceView } from './case-view.ts';

/** What was sent for an earlier visit and left out then does not come up again at the next. */
export const broughtFor = (
  snapshot: CaseSnapshot,
  task: Task,
  documents: readonly DocumentRecord[],
): readonly DocumentRecord[] =>
  documents.filter(({ id, createdAt }) => createdAt >= task.openedAt && !hasScan(snapshot, id));

/** Evidence brought for an open step, to be seen by who may do that step. Nothing a citizen sends is evidence. */
export const isOwnEvidence = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  document: DocumentRecord,
  worker: Worker,
): boolean => {
  if (index.channels.get(snapshot.channel)?.requirements.includes(document.requirement)) return false;
  return snapshot.tasks.some((task) => {
    const step = index.steps.get(task.step);
    return (
      step?.evidence?.includes(document.requirement) === true &&
      broughtFor(snapshot, task, [document]).length > 0 &&
      refuseWork(index, snapshot, step, byWorker(worker)) === undefined
    );
  });
};

export const evidenceViews = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  task: Task,
  step: Step,
  documents: readonly DocumentRecord[],
): readonly EvidenceView[] => {
  const brought = broughtFor(snapshot, task, documents);
  const asked = (step.evidence ?? []).flatMap((id): readonly Requirement[] => {
    const requirement = index.requirements.get(id);
    return requirement ? [requirement] : [];
  });
  return asked.map(({ id, label, hint, required, when }) => ({
    id,
    label,
    required,
    ...(hint !== undefined && { hint }),
    ...(when && { when }),
    documents: brought
      .filter(({ requirement }) => requirement === id)
      .map(({ id: document, state, rejection, contentType, createdAt }) => ({
        id: document,
        state,
        createdAt,
        ...(rejection && { rejection }),
        ...(contentType && { contentType }),
      })),
  }));
};
