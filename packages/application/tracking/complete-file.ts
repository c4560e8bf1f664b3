// The citizen completes a returned file: only what was asked changes, and it goes back to where it came from.
import type { InstantText } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Ports } from '../ports/surroundings.ts';
import type { TrackingFailure } from './errors.ts';
import type { OpenedCase } from './own-case-view.ts';

export interface CompleteFileInput {
  readonly session: string;
  /** From get-completion: the request that is answered. Answering it twice changes nothing. */
  readonly asked: InstantText;
  readonly raw: Readonly<Record<string, string>>;
}

export type CompleteFileError = TrackingFailure<
  'session-ended' | 'completion-incomplete' | 'case-changed' | 'case-ended' | 'refused'
>;

export const makeCompleteFile =
  (_ports: Pick<Ports, 'directory' | 'standards' | 'cases' | 'vault' | 'clock' | 'random'>) =>
  async (_input: CompleteFileInput): Promise<Result<OpenedCase, CompleteFileError>> => {
    throw new Error('complete-file is not written yet');
  };
