// The chains of a tenant that belong to no case, row by row. Two who add at the same moment: one of them goes behind.

import { sha256 } from '@layan/application/kernel/sha256';
import type { AuditChains } from '@layan/application/ports/audit';
import {
  type ChainAct,
  ChainEntry,
  type ChainHead,
  type ChainName,
  nextEntry,
} from '@layan/domain/audit/chain';
import { chainKey, chainPartition, LAST } from './keys.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent, type Guarded } from './table/transact.ts';

const ATTEMPTS = 50;

/** Adds an entry, and in the same transaction whatever else is to be written with it. */
export async function appendEntry(
  table: Table,
  chain: ChainName,
  act: ChainAct,
  beside: (entry: ChainEntry) => readonly Guarded<never>[] = () => [],
): Promise<ChainEntry> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const entry = nextEntry(chain, await headOf(table, chain), act, sha256);
    const put = { ...chainKey(chain, entry.seq), ...body(entry) };
    const written = await table.transact([
      { write: { put, when: absent }, otherwise: () => 'taken' },
      ...beside(entry),
    ]);
    if (written.ok) return entry;
  }
  throw new Error(`The chain ${chain} grew faster than an entry could be added.`);
}

async function headOf(table: Table, chain: ChainName): Promise<ChainHead | undefined> {
  const [last] = await newestOf(table, chain, { limit: 1 });
  return last && { seq: last.seq, hash: last.hash };
}

async function newestOf(
  table: Table,
  chain: ChainName,
  { before, limit }: { readonly before?: number; readonly limit: number },
): Promise<readonly ChainEntry[]> {
  const items = await table.query({
    partition: chainPartition(chain),
    ...(before === undefined ? {} : { to: chainKey(chain, before - 1).sk }),
    newestFirst: true,
    limit,
  });
  return items.map((item) => parseBody(ChainEntry, item));
}

export function auditChains(table: Table): AuditChains {
  return {
    append: (chain, act) => appendEntry(table, chain, act),
    head: (chain) => headOf(table, chain),
    entries: async (chain, { after = 0, limit }) => {
      const items = await table.query({
        partition: chainPartition(chain),
        from: chainKey(chain, after + 1).sk,
        to: LAST,
        limit,
      });
      return items.map((item) => parseBody(ChainEntry, item));
    },
    newest: (chain, query) => newestOf(table, chain, query),
  };
}
