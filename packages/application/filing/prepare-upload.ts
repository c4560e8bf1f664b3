// Prepares one scan for a requirement of a filing: remembers that it is expected and signs the form that may send it.
import type { DocumentId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { expectUpload, type PreparedUpload, uploadsAtMost } from '../document/expect-upload.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { FilingFailure } from './errors.ts';
import { loadFiling } from './load-filing.ts';
import type { LoadedFiling } from './open-filing.ts';

export interface PrepareUploadInput {
  readonly session: string;
  readonly requirement: string;
  /** Where the browser goes after storage took the file; gets the id of the document. Absent for scripts. */
  readonly redirectTo?: ((documentId: DocumentId) => string) | undefined;
}

export type PrepareUploadError = FilingFailure<
  'filing-not-found' | 'filing-already-sent' | 'requirement-not-found' | 'too-many-uploads'
>;

export type PrepareForPorts = Pick<Ports, 'documents' | 'scans' | 'clock' | 'random'>;

/** For whoever may change the filing; that was decided before. */
export const prepareFor = async (
  ports: PrepareForPorts,
  { filing, channel, documents }: LoadedFiling,
  { requirement, redirectTo }: Pick<PrepareUploadInput, 'requirement' | 'redirectTo'>,
): Promise<Result<PreparedUpload, Exclude<PrepareUploadError, { code: 'filing-not-found' }>>> => {
  if (filing.filedAt) return err({ code: 'filing-already-sent' });
  if (!channel.requirements.includes(requirement)) return err({ code: 'requirement-not-found' });
  if (documents.length + filing.dropped.length >= uploadsAtMost) {
    return err({ code: 'too-many-uploads', atMost: uploadsAtMost });
  }
  return ok(await expectUpload(ports, { caseId: filing.caseId, requirement, redirectTo }));
};

export const makePrepareUpload =
  (ports: PrepareForPorts & Pick<Ports, 'standards' | 'filings' | 'vault'>) =>
  async (input: PrepareUploadInput): Promise<Result<PreparedUpload, PrepareUploadError>> => {
    const loaded = await loadFiling(ports, input.session);
    return loaded ? prepareFor(ports, loaded, input) : err({ code: 'filing-not-found' });
  };
