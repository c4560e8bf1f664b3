// Prepares one scan for a requirement that a returned file asks for.
import type { DocumentId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { expectUpload, type PreparedUpload, uploadsAtMost } from '../document/expect-upload.ts';
import type { Ports } from '../ports/surroundings.ts';
import { askedOfApplicant } from './asked-of-applicant.ts';
import type { TrackingFailure } from './errors.ts';
import { type OwnCasePorts, readOwnCase } from './read-own-case.ts';

export interface PrepareCompletionUploadInput {
  readonly session: string;
  readonly requirement: string;
  readonly redirectTo?: ((documentId: DocumentId) => string) | undefined;
}

export type PrepareCompletionUploadError = TrackingFailure<
  'session-ended' | 'nothing-asked' | 'requirement-not-asked' | 'too-many-uploads'
>;

export const makePrepareCompletionUpload =
  (ports: OwnCasePorts & Pick<Ports, 'documents' | 'scans' | 'random'>) =>
  async (
    input: PrepareCompletionUploadInput,
  ): Promise<Result<PreparedUpload, PrepareCompletionUploadError>> => {
    const own = await readOwnCase(ports, input.session);
    if (!own) return err({ code: 'session-ended' });
    const asked = askedOfApplicant(own.index, own.file.record.snapshot);
    if (!asked) return err({ code: 'nothing-asked' });
    const { requirement, redirectTo } = input;
    if (!asked.requirements.some(({ id }) => id === requirement)) {
      return err({ code: 'requirement-not-asked' });
    }
    if (own.file.documents.length >= uploadsAtMost) {
      return err({ code: 'too-many-uploads', atMost: uploadsAtMost });
    }
    return ok(await expectUpload(ports, { caseId: own.session.caseId, requirement, redirectTo }));
  };
