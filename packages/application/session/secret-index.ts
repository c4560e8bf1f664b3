// The blind index under which a citizen's secret is kept. Bound to the ticket, so that equal secrets of two cases differ.
import type { Vault } from '../ports/vault.ts';

export const secretIndex = (vault: Vault, ticket: string, secret: string): Promise<string> =>
  vault.index('secret', `${ticket} ${secret}`);
