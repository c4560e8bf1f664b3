// Whoever shares a phone leaves it: from now on the session opens nothing, also where its cookie was copied. What was not sent
// expires by itself; what was sent opens with ticket and secret.
import type { Ports } from '../ports/surroundings.ts';
import { loadFiling } from './load-filing.ts';

export const makeLeaveFiling =
  (ports: Pick<Ports, 'filings' | 'standards' | 'vault'>) =>
  async ({ session }: { readonly session: string }): Promise<void> => {
    const loaded = await loadFiling(ports, session);
    if (loaded) await ports.filings.leave(loaded.filing.caseId);
  };
