// The chains of a tenant that belong to no case, row by row. Two who add at the same moment: one of them goes behind.

import { sha256 } from '@layan/application/kernel/sha256';
import type { AuditChains } from '@layan/application/ports/audit';
import { ChainEntry, type ChainName, nextEntry } from '@layan/domain/audit/chain';
import { chainKey, chainPartition, LAST } from './keys.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';

const ATTEMPTS = 50;

export function auditChains(table: Table): AuditChains {
  const newest: AuditChains['newest'] = async (chain, { before, limit }) => {
    const items = await table.query({
      partition: chainPartition(chain),
      ...(before === undefined ? {} : { to: chainKey(chain, before - 1).sk }),
      newestFirst: true,
      limit,
    });
    return items.map((item) => parseBody(ChainEntry, item));
  };
  const head = async (chain: ChainName) => {
    const [last] = await newest(chain, { limit: 1 });
    return last && { seq: last.seq, hash: last.hash };
  };
  return {
    append: async (chain, act) => {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const entry = nextEntry(chain, await head(chain), act, sha256);
        const put = { ...chainKey(chain, entry.seq), ...body(entry) };
        const written = await table.transact([{ write: { put, when: absent }, otherwise: () => 'taken' }]);
        if (written.ok) return entry;
      }
      throw new Error(`The chain ${chain} grew faster than an entry could be added.`);
    },
    head,
    entries: async (chain, { after = 0, limit }) => {
      const items = await table.query({
        partition: chainPartition(chain),
        from: chainKey(chain, after + 1).sk,
        to: LAST,
        limit,
      });
      return items.map((item) => parseBody(ChainEntry, item));
    },
    newest,
  };
}
