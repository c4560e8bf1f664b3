// Whatever central admins change is written together with the next entry of the control plane's own chain. Two who act
// at the same moment: one of them goes behind.
import { sha256 } from '@layan/application/kernel/sha256';
import { type ChainAct, nextEntry } from '@layan/domain/audit/chain';
import { err, type Result } from '@layan/domain/kernel/result';
import { auditChains } from './audit-chains.ts';
import { chainKey } from './keys.ts';
import { body } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent, type Guarded } from './table/transact.ts';

const ATTEMPTS = 50;
const CHAIN = 'administration';
const TAKEN = Symbol('somebody else wrote this entry');

/** All of it or nothing; what stood in the way of the writes, never that the chain grew meanwhile. */
export async function transactWithAct<Failure>(
  table: Table,
  writes: readonly Guarded<Failure>[],
  act: ChainAct,
): Promise<Result<void, readonly Failure[]>> {
  const chains = auditChains(table);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const entry = nextEntry(CHAIN, await chains.head(CHAIN), act, sha256);
    const put = { ...chainKey(CHAIN, entry.seq), ...body(entry) };
    const written = await table.transact<Failure | typeof TAKEN>([
      ...writes,
      { write: { put, when: absent }, otherwise: () => TAKEN },
    ]);
    if (written.ok) return written;
    const failures = written.error.flatMap((failure) => (failure === TAKEN ? [] : [failure]));
    if (failures.length > 0) return err(failures);
  }
  throw new Error('The chain of the control plane grew faster than an entry could be added.');
}
