// What central admins did, page by page, newest first, and whether what is shown is unbroken.
import { type ChainEntry, verifyEntries } from '@layan/domain/audit/chain';
import { sha256 } from '../kernel/sha256.ts';
import type { AuditChains } from '../ports/audit.ts';

const PAGE = 50;

export interface Acts {
  readonly entries: readonly ChainEntry[];
  readonly intact: boolean;
  /** Where the next page begins. */
  readonly next?: number;
}

export const makeListActs =
  ({ chains }: { readonly chains: Pick<AuditChains, 'newest' | 'head'> }) =>
  async ({ before }: { readonly before?: number }): Promise<Acts> => {
    // One more than is shown: the entry that the oldest of them follows.
    const found = await chains.newest('administration', {
      limit: PAGE + 1,
      ...(before === undefined ? {} : { before }),
    });
    const entries = found.slice(0, PAGE);
    const follows = found.at(PAGE);
    const verified = verifyEntries(
      'administration',
      [...entries].reverse(),
      follows && { seq: follows.seq, hash: follows.hash },
      sha256,
    );
    const last = entries.at(-1);
    return {
      entries,
      intact:
        verified.ok && (before === undefined || entries[0] === undefined || entries[0].seq === before - 1),
      ...(follows && last ? { next: last.seq } : {}),
    };
  };
