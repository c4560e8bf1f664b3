// Begins a filing on the portal: case id, ticket and secret are drawn now, and the browser gets the session that opens it.
import type { CaseId, StandardId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Ports } from '../ports/surroundings.ts';
import type { FilingFailure } from './errors.ts';
import type { NextStop } from './filing-view.ts';

export interface StartFilingInput {
  readonly service: StandardId;
  /** The browser's present session: an unsent filing of the same service is continued, so a double click starts one. */
  readonly session?: string;
  /** Begin anew even when the session could be continued (another person at the same phone). */
  readonly startOver?: boolean;
}

export interface StartedFiling {
  readonly caseId: CaseId;
  /** Put into an HttpOnly cookie; shown nowhere, kept nowhere else. */
  readonly session: string;
  readonly resumed: boolean;
  readonly next: NextStop;
}

export const makeStartFiling =
  (_ports: Pick<Ports, 'standards' | 'filings' | 'vault' | 'clock' | 'random'>) =>
  async (_input: StartFilingInput): Promise<Result<StartedFiling, FilingFailure<'service-not-found'>>> => {
    throw new Error('start-filing is not written yet');
  };
