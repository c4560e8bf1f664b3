// A link to a scan that is part of a case, good for a minute; opening it is logged first.
import { hasScan } from '@layan/domain/case/given-documents';
import type { CaseId, DocumentId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { CaseFailure } from './errors.ts';
import { loadForMember } from './load-for-member.ts';
import { isOwnEvidence } from './step-evidence.ts';

export interface OpenDocumentInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  readonly documentId: DocumentId;
}

export interface OpenedDocument {
  readonly url: string;
  readonly contentType: string;
}

export type OpenDocumentError = CaseFailure<
  'member-deactivated' | 'role-missing' | 'case-not-found' | 'document-not-found'
>;

const extensions = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' } as const;

export const makeOpenDocument =
  (ports: Pick<Ports, 'standards' | 'cases' | 'scans' | 'unmaskings' | 'clock'>) =>
  async (input: OpenDocumentInput): Promise<Result<OpenedDocument, OpenDocumentError>> => {
    const { member, caseId, documentId } = input;
    const loaded = await loadForMember(ports, 'open-document', member, caseId);
    if (!loaded.ok) return loaded;
    const { documents, record } = loaded.value.file;
    const { index } = loaded.value;
    const found = documents.find(({ id }) => id === documentId);
    // What the applicant took out again, or has not sent yet, is not part of the file and nobody's to see.
    const isOpen =
      found && (hasScan(record.snapshot, documentId) || isOwnEvidence(index, record.snapshot, found, member));
    const document = isOpen ? found : undefined;
    if (document?.state !== 'accepted' || !document.contentType) return err({ code: 'document-not-found' });
    const { contentType, requirement } = document;
    await ports.unmaskings.append({
      caseId,
      fact: `document:${documentId}`,
      by: member.id,
      name: member.name,
      at: ports.clock.now(),
      act: 'open-document',
      reason: 'Membuka pindaian',
    });
    const { ticket } = record.snapshot;
    const fileName = `${ticket}-${requirement}.${extensions[contentType]}`;
    return ok({
      url: await ports.scans.viewLink({ caseId, documentId, contentType, fileName }),
      contentType,
    });
  };
