// A link to an accepted scan of a case, good for a minute; opening it is logged first.
import type { CaseId, DocumentId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { CaseFailure } from './errors.ts';

export interface OpenedDocument {
  readonly url: string;
  readonly contentType: string;
}

export type OpenDocumentError = CaseFailure<
  'member-deactivated' | 'role-missing' | 'case-not-found' | 'document-not-found'
>;

export const makeOpenDocument =
  (_ports: Pick<Ports, 'standards' | 'cases' | 'scans' | 'unmaskings' | 'clock'>) =>
  async (_input: {
    readonly member: Membership;
    readonly caseId: CaseId;
    readonly documentId: DocumentId;
  }): Promise<Result<OpenedDocument, OpenDocumentError>> => {
    throw new Error('open-document is not written yet');
  };
