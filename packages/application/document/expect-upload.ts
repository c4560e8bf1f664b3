// Signs the form that may send one scan, after remembering that it is expected.
import { maxScanBytes, maxSignedBytes } from '@layan/domain/document/scan';
import type { CaseId, DocumentId } from '@layan/domain/kernel/ids';
import { newDocumentId } from '../kernel/random-id.ts';
import type { DocumentRecord, UploadForm } from '../ports/documents.ts';
import type { Ports } from '../ports/surroundings.ts';

/** Prepared uploads of one case, sent or not; more is nobody filing a claim. */
export const uploadsAtMost = 200;

export interface PreparedUpload {
  readonly documentId: DocumentId;
  readonly form: UploadForm;
  readonly maxBytes: number;
}

export interface ExpectUploadInput {
  readonly caseId: CaseId;
  readonly requirement: string;
  /** The document that this is to be the signed copy of. */
  readonly of?: DocumentRecord['of'];
  /** Where the browser goes afterwards; without it, storage answers a script with 201. */
  readonly redirectTo?: ((documentId: DocumentId) => string) | undefined;
}

export const expectUpload = async (
  ports: Pick<Ports, 'documents' | 'scans' | 'clock' | 'random'>,
  { caseId, requirement, of, redirectTo }: ExpectUploadInput,
): Promise<PreparedUpload> => {
  const documentId = newDocumentId(ports.random);
  await ports.documents.expect({
    id: documentId,
    caseId,
    requirement,
    state: 'expected',
    ...(of && { of }),
    createdAt: ports.clock.now(),
  });
  const maxBytes = of ? maxSignedBytes : maxScanBytes;
  const form = await ports.scans.prepareUpload({
    caseId,
    documentId,
    maxBytes,
    ...(redirectTo && { redirectTo: redirectTo(documentId) }),
  });
  return { documentId, form, maxBytes };
};
