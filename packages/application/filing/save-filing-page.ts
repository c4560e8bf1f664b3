// Saves one page as it was typed: what can be read becomes facts, what cannot is kept beside them and shown again.
import type { Result } from '@layan/domain/kernel/result';
import type { FieldProblem } from '../form/field-problem.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { FilingFailure } from './errors.ts';
import type { NextStop } from './filing-view.ts';

export interface SaveFilingPageInput {
  readonly session: string;
  readonly page: string;
  /** Field values as the browser sent them, by fact id; unknown names are ignored. */
  readonly raw: Readonly<Record<string, string>>;
}

export interface SavedPage {
  /** Errors and warnings of this page. Everything was saved either way. */
  readonly problems: readonly FieldProblem[];
  /** This page again while it has errors. */
  readonly next: NextStop;
}

export type SaveFilingPageError = FilingFailure<
  'filing-not-found' | 'filing-already-sent' | 'filing-changed' | 'page-not-found'
>;

export const makeSaveFilingPage =
  (_ports: Pick<Ports, 'standards' | 'filings' | 'vault' | 'clock' | 'directory'>) =>
  async (_input: SaveFilingPageInput): Promise<Result<SavedPage, SaveFilingPageError>> => {
    throw new Error('save-filing-page is not written yet');
  };
