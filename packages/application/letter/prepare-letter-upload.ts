// Prepares the upload of the signed copy of a letter: the PDF signed outside, or the scan of what was signed by hand.
import { byWorker } from '@layan/domain/access/worker';
import { refuseWork } from '@layan/domain/case/authority';
import type { CaseRejection } from '@layan/domain/case/command';
import { signsProduct } from '@layan/domain/case/may-sign';
import type { CaseSnapshot, ProductRecord } from '@layan/domain/case/snapshot';
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { isMarked } from '@layan/domain/process/net';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { CaseFailure } from '../case/errors.ts';
import { loadForMember } from '../case/load-for-member.ts';
import { expectUpload, type PreparedUpload, uploadsAtMost } from '../document/expect-upload.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';

export interface PrepareLetterUploadInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  /** Id of the document. */
  readonly letter: string;
}

export type PrepareLetterUploadError = CaseFailure<
  | 'member-deactivated'
  | 'role-missing'
  | 'case-not-found'
  | 'document-not-found'
  | 'case-rejected'
  | 'too-many-uploads'
>;

/** Not a requirement of any service: evidence and attachments never take such an upload for theirs. */
const requirementOf = ({ product }: ProductRecord): string => `signed:${product}`;

/** Only who may do the step that signs brings what was signed. */
const refuse = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  { product }: ProductRecord,
  member: Membership,
): CaseRejection | undefined => {
  const signing = [...index.steps.values()].filter(
    (step) =>
      step.kind === 'task' && step.outcomes.some((outcome) => signsProduct(index, outcome) === product),
  );
  const open = signing.find((step) => !snapshot.ended && isMarked(snapshot.marking, step.after));
  return open?.kind === 'task'
    ? refuseWork(index, snapshot, open, byWorker(member))
    : { code: 'step-not-active', step: signing[0]?.id ?? product, lastChange: snapshot.lastChange };
};

export const makePrepareLetterUpload =
  (ports: Pick<Ports, 'standards' | 'cases' | 'documents' | 'scans' | 'clock' | 'random'>) =>
  async (input: PrepareLetterUploadInput): Promise<Result<PreparedUpload, PrepareLetterUploadError>> => {
    const { member, caseId, letter } = input;
    const loaded = await loadForMember(ports, 'prepare-letter-upload', member, caseId);
    if (!loaded.ok) return loaded;
    const { file, index } = loaded.value;
    const { snapshot } = file.record;
    const record = snapshot.products.find(({ id }) => id === letter);
    const design = record && index.products.get(record.product);
    if (!record || !design?.letter) return err({ code: 'document-not-found' });
    const prepared = record.state === 'frozen' ? record.prepared : undefined;
    if (!prepared)
      return err({
        code: 'case-rejected',
        rejection: { code: 'document-not-ready', product: design.label },
      });
    const rejection = refuse(index, snapshot, record, member);
    if (rejection) return err({ code: 'case-rejected', rejection });
    if (file.documents.length >= uploadsAtMost)
      return err({ code: 'too-many-uploads', atMost: uploadsAtMost });
    const of = { document: record.id, prepared: prepared.file.sha256 };
    return ok(await expectUpload(ports, { caseId, requirement: requirementOf(record), of }));
  };
