// Prepares one piece of evidence that the worker of an open step brings: the browser sends it straight to storage.
import { byWorker } from '@layan/domain/access/worker';
import { refuseWork } from '@layan/domain/case/authority';
import type { CaseRejection } from '@layan/domain/case/command';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { isMarked } from '@layan/domain/process/net';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import { expectUpload, type PreparedUpload, uploadsAtMost } from '../document/expect-upload.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { CaseFailure } from './errors.ts';
import { loadForMember } from './load-for-member.ts';

export interface PrepareStepUploadInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  readonly step: string;
  readonly requirement: string;
}

export type PrepareStepUploadError = CaseFailure<
  'member-deactivated' | 'role-missing' | 'case-not-found' | 'case-rejected' | 'too-many-uploads'
>;

/** Only who may do the step now brings its evidence. */
const refuse = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  { step: id, requirement, member }: PrepareStepUploadInput,
): CaseRejection | undefined => {
  const step = index.steps.get(id);
  if (step?.kind !== 'task') return { code: 'unknown-step', step: id };
  if (snapshot.ended || !isMarked(snapshot.marking, step.after)) {
    return { code: 'step-not-active', step: id, lastChange: snapshot.lastChange };
  }
  const refusal = refuseWork(index, snapshot, step, byWorker(member));
  if (refusal) return refusal;
  return step.evidence?.includes(requirement)
    ? undefined
    : { code: 'requirements-unexpected', requirements: [requirement] };
};

export const makePrepareStepUpload =
  (ports: Pick<Ports, 'standards' | 'cases' | 'documents' | 'scans' | 'clock' | 'random'>) =>
  async (input: PrepareStepUploadInput): Promise<Result<PreparedUpload, PrepareStepUploadError>> => {
    const { member, caseId, requirement } = input;
    const loaded = await loadForMember(ports, 'prepare-step-upload', member, caseId);
    if (!loaded.ok) return loaded;
    const { file, index } = loaded.value;
    const rejection = refuse(index, file.record.snapshot, input);
    if (rejection) return err({ code: 'case-rejected', rejection });
    if (file.documents.length >= uploadsAtMost)
      return err({ code: 'too-many-uploads', atMost: uploadsAtMost });
    return ok(await expectUpload(ports, { caseId, requirement }));
  };
