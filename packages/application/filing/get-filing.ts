// Reads a filing for the holder of its session: answers opened, scans with their state, what is still missing.
import type { Result } from '@layan/domain/kernel/result';
import type { Ports } from '../ports/surroundings.ts';
import type { FilingFailure } from './errors.ts';
import type { FilingView } from './filing-view.ts';

export const makeGetFiling =
  (_ports: Pick<Ports, 'standards' | 'filings' | 'vault' | 'clock' | 'directory'>) =>
  async (_input: {
    readonly session: string;
  }): Promise<Result<FilingView, FilingFailure<'filing-not-found'>>> => {
    throw new Error('get-filing is not written yet');
  };
