// Looks at a scan that arrived and accepts or rejects it by its content. Duplicate, late and foreign arrivals change nothing.
import type { CaseId, DocumentId } from '@layan/domain/kernel/ids';
import type { DocumentRejection } from '../ports/documents.ts';
import type { Ports } from '../ports/surroundings.ts';

export type CheckedDocument =
  | { readonly outcome: 'accepted'; readonly contentType: string; readonly bytes: number }
  | { readonly outcome: 'rejected'; readonly rejection: DocumentRejection }
  /** not-expected: nobody prepared this upload; settled: it was decided before; gone: the object is no longer there. */
  | { readonly outcome: 'ignored'; readonly why: 'not-expected' | 'settled' | 'gone' };

export const makeCheckDocument =
  (_ports: Pick<Ports, 'documents' | 'scans'>) =>
  async (_input: { readonly caseId: CaseId; readonly documentId: DocumentId }): Promise<CheckedDocument> => {
    throw new Error('check-document is not written yet');
  };
