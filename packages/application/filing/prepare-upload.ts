// Prepares one scan for a requirement of a filing: remembers that it is expected and signs the form that may send it.
import type { DocumentId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { UploadForm } from '../ports/documents.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { FilingFailure } from './errors.ts';

export interface PrepareUploadInput {
  readonly session: string;
  readonly requirement: string;
  /** Where the browser goes after storage took the file; gets the id of the document. */
  readonly redirectTo: (documentId: DocumentId) => string;
}

export interface PreparedUpload {
  readonly documentId: DocumentId;
  readonly form: UploadForm;
  readonly maxBytes: number;
}

export type PrepareUploadError = FilingFailure<
  'filing-not-found' | 'filing-already-sent' | 'requirement-not-found' | 'too-many-uploads'
>;

export const makePrepareUpload =
  (_ports: Pick<Ports, 'standards' | 'filings' | 'vault' | 'documents' | 'scans' | 'clock' | 'random'>) =>
  async (_input: PrepareUploadInput): Promise<Result<PreparedUpload, PrepareUploadError>> => {
    throw new Error('prepare-upload is not written yet');
  };
