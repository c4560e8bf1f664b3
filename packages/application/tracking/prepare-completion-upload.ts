// Prepares one scan for a requirement that a returned file asks for.
import type { DocumentId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { PreparedUpload } from '../filing/prepare-upload.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { TrackingFailure } from './errors.ts';

export type PrepareCompletionUploadError = TrackingFailure<
  'session-ended' | 'nothing-asked' | 'requirement-not-asked' | 'too-many-uploads'
>;

export const makePrepareCompletionUpload =
  (_ports: Pick<Ports, 'cases' | 'vault' | 'documents' | 'scans' | 'clock' | 'random'>) =>
  async (_input: {
    readonly session: string;
    readonly requirement: string;
    readonly redirectTo: (documentId: DocumentId) => string;
  }): Promise<Result<PreparedUpload, PrepareCompletionUploadError>> => {
    throw new Error('prepare-completion-upload is not written yet');
  };
