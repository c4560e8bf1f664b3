// Takes a scan out of a filing again (wrong photo); it is never attached.
import type { DocumentId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Ports } from '../ports/surroundings.ts';
import type { FilingFailure } from './errors.ts';

export type DropDocumentError = FilingFailure<
  'filing-not-found' | 'filing-already-sent' | 'filing-changed' | 'document-not-found'
>;

export const makeDropDocument =
  (_ports: Pick<Ports, 'filings' | 'vault'>) =>
  async (_input: {
    readonly session: string;
    readonly documentId: DocumentId;
  }): Promise<Result<void, DropDocumentError>> => {
    throw new Error('drop-document is not written yet');
  };
