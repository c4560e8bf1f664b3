// The form of a returned file: exactly what was asked, with what is known so far.
import type { InstantText } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { RequirementView } from '../filing/filing-view.ts';
import type { FieldView } from '../form/field-view.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { TrackingFailure } from './errors.ts';

export interface Completion {
  readonly service: string;
  readonly ticket: string;
  /** Which request this answers; sent back with complete-file. */
  readonly asked: InstantText;
  readonly note?: string;
  readonly fields: readonly FieldView[];
  /** Only scans sent since the file was returned. */
  readonly requirements: readonly RequirementView[];
}

export const makeGetCompletion =
  (_ports: Pick<Ports, 'standards' | 'cases' | 'vault' | 'clock' | 'directory'>) =>
  async (_input: {
    readonly session: string;
  }): Promise<Result<Completion, TrackingFailure<'session-ended' | 'nothing-asked'>>> => {
    throw new Error('get-completion is not written yet');
  };
