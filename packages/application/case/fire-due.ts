// Lets time act on the cases of a tenant: fires timers and marks promises whose time has passed.
// Cases are done one by one; whoever runs it again, or at the same time, does nothing twice.
import type { Ports } from '../ports/surroundings.ts';

export interface FiredDue {
  readonly examined: number;
  readonly changed: number;
  /** Changed by somebody else at this moment; the next run looks again. */
  readonly skipped: number;
  /** More is due than was done; run again. */
  readonly more: boolean;
}

export const makeFireDue =
  (_ports: Pick<Ports, 'directory' | 'standards' | 'cases' | 'vault' | 'clock' | 'random'>) =>
  async (_input: { readonly limit?: number }): Promise<FiredDue> => {
    throw new Error('fire-due is not written yet');
  };
