// Files the case: everything is read again by the standard it began with, written once, and answered with a receipt.
// Sent twice, it files once and answers the same receipt.
import type { Result } from '@layan/domain/kernel/result';
import type { Ports } from '../ports/surroundings.ts';
import type { FilingFailure } from './errors.ts';
import type { Receipt } from './receipt.ts';

export type SubmitFilingError = FilingFailure<
  'filing-not-found' | 'filing-incomplete' | 'filing-changed' | 'filing-refused'
>;

export const makeSubmitFiling =
  (_ports: Pick<Ports, 'directory' | 'standards' | 'filings' | 'cases' | 'vault' | 'clock' | 'random'>) =>
  async (_input: { readonly session: string }): Promise<Result<Receipt, SubmitFilingError>> => {
    throw new Error('submit-filing is not written yet');
  };
