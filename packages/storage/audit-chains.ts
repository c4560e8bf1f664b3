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
import * as z from 'zod/mini';
import { chainKey, chainPartition, enteredOnceKey, LAST } from './keys.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent, type Guarded } from './table/transact.ts';

const ATTEMPTS = 50;

type Beside<Failure> = (entry: ChainEntry) => readonly Guarded<Failure>[];

/** Adds an entry, and in the same transaction whatever else is to be written with it, which may refuse. */
async function follow(
  table: Table,
  chain: ChainName,
  act: ChainAct,
  beside: Beside<'entered'>,
): Promise<ChainEntry | 'entered'> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const entry = nextEntry(chain, await headOf(table, chain), act, sha256);
    const put = { ...chainKey(chain, entry.seq), ...body(entry) };
    const written = await table.transact<'entered' | 'taken'>([
      { write: { put, when: absent }, otherwise: () => 'taken' },
      ...beside(entry),
    ]);
    if (written.ok) return entry;
    if (written.error.includes('entered')) return 'entered';
  }
  throw new Error(`The chain ${chain} grew faster than an entry could be added.`);
}

/** Adds an entry, and in the same transaction whatever else is to be written with it. */
export async function appendEntry(
  table: Table,
  chain: ChainName,
  act: ChainAct,
  beside: Beside<never> = () => [],
): Promise<ChainEntry> {
  const entry = await follow(table, chain, act, beside);
  if (entry === 'entered') throw new Error(`The chain ${chain} was refused an entry that may stand twice.`);
  return entry;
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

const Entered = z.strictObject({ seq: z.int() });

async function findEntered(table: Table, chain: ChainName, once: string): Promise<ChainEntry | undefined> {
  const named = await table.get(enteredOnceKey(chain, once));
  if (!named) return undefined;
  const entry = await table.get(chainKey(chain, parseBody(Entered, named).seq));
  if (!entry) throw new Error(`The chain ${chain} has lost the entry of ${once}.`);
  return parseBody(ChainEntry, entry);
}

/** Asked by two at the same moment, the second adds nothing either. */
async function appendOnce(table: Table, chain: ChainName, act: ChainAct, once: string): Promise<ChainEntry> {
  const known = await findEntered(table, chain, once);
  if (known) return known;
  const entry = await follow(table, chain, act, ({ seq }) => [
    {
      write: { put: { ...enteredOnceKey(chain, once), ...body({ seq }) }, when: absent },
      otherwise: () => 'entered',
    },
  ]);
  return entry === 'entered' ? appendOnce(table, chain, act, once) : entry;
}

export function auditChains(table: Table): AuditChains {
  return {
    append: (chain, act, once) =>
      once === undefined ? appendEntry(table, chain, act) : appendOnce(table, chain, act, once),
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
