// Replacing the key of the indexes in memory: the stages of the real one, over everything that the table holds.
import type {
  AskedReplacement,
  IndexKeyRequests,
  IndexOwner,
  IndexRotation,
  NotReindexed,
  Reindexing,
} from '@layan/application/ports/index-rotation';
import type { Vault } from '@layan/application/ports/vault';
import type { Clock } from '@layan/domain/kernel/clock';
import type { CaseId, InstantText, TenantId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { stageOf } from '@layan/storage/index-keys';
import { timedCache } from '@layan/storage/timed-cache';
import { createVault, type TenantSecrets } from '@layan/storage/vault/vault';
import { firstTaken, moveLocks } from './memory-locks.ts';
import { type MemorySecrets, randomKey } from './memory-secrets.ts';
import { byText, type MemoryTable } from './memory-table.ts';

export function memoryReindexing(
  table: MemoryTable,
  secrets: MemorySecrets,
  clock: Clock,
): IndexRotation & IndexKeyRequests {
  let since: InstantText = clock.now();
  let reached = '';
  let heldUp = 0;
  let mark = 0;
  let asked: AskedReplacement | undefined;
  const begin = () => {
    mark += 1;
    since = clock.now();
    reached = '';
    heldUp = 0;
  };
  const owners = (): readonly (readonly [string, IndexOwner])[] =>
    [
      ...[...table.cases.keys()].map((caseId) => [`CASE#${caseId}`, { kind: 'case', caseId }] as const),
      ...[...table.products.keys()].map((id) => [`PRODUCT#${id}`, { kind: 'product', id }] as const),
    ].sort(([a], [b]) => byText(a, b));

  const reindexLocks = (owner: string, { locks }: Reindexing): Result<void, NotReindexed> => {
    if (firstTaken(table, owner, locks.add)) return err('lock-taken');
    if (firstTaken(table, owner, locks.remove)) throw new Error(`${owner} releases a lock of another.`);
    moveLocks(table, owner, locks.add, locks.remove);
    return ok(undefined);
  };
  const link = (id: CaseId, { people }: Reindexing) => {
    for (const index of people.add)
      table.people.set(index, [...new Set([...(table.people.get(index) ?? []), id])]);
    for (const index of people.remove) {
      const left = (table.people.get(index) ?? []).filter((other) => other !== id);
      if (left.length > 0) table.people.set(index, left);
      else table.people.delete(index);
    }
  };

  return {
    find: async () => ({ stage: stageOf(secrets.now().indexKeys), since, mark, ...(asked && { asked }) }),
    ask: async (wish) => {
      asked ??= { ...wish, upTo: secrets.now().indexKeys.at(-1)?.id ?? '' };
    },
    turn: async (seen) => {
      const [older, newer] = secrets.now().indexKeys;
      if (!older || seen !== mark) return;
      begin();
      const { stage: _, ...kept } = newer ?? older;
      if (!newer) secrets.replace([older, { ...randomKey(String(Number(older.id) + 1)), stage: 'coming' }]);
      else if (newer.stage === 'coming') secrets.replace([older, kept]);
      else secrets.replace(older.stage === 'leaving' ? [newer] : [{ ...older, stage: 'leaving' }, newer]);
      const { upTo } = asked ?? {};
      if (upTo !== undefined && secrets.now().indexKeys.every(({ id }) => Number(id) > Number(upTo)))
        asked = undefined;
    },
    portion: async (limit) => {
      const left = owners().filter(([name]) => name > reached);
      const found = left.slice(0, limit);
      return {
        owners: found.map(([, owner]) => owner),
        next: found.at(-1)?.[0] ?? reached,
        last: left.length <= limit,
        heldUp,
        mark,
      };
    },
    passed: async ({ next, mark: seen }, more) => {
      if (seen !== mark) return;
      mark += 1;
      reached = next;
      heldUp += more;
    },
    again: async (seen) => {
      if (seen === mark) begin();
    },
    reindexCase: async ({ snapshot: { id, seq }, key }, change) => {
      const kept = table.cases.get(id);
      if (kept?.snapshot.seq !== seq || kept.key !== key) return err('changed-meanwhile');
      const done = reindexLocks(id, change);
      if (done.ok) link(id, change);
      return done;
    },
    reindexProduct: async ({ id, origin }, change) => {
      const kept = table.products.get(id)?.origin;
      if (kept?.kind !== 'imported' || origin.kind !== 'imported' || kept.revision !== origin.revision)
        return err('changed-meanwhile');
      return reindexLocks(id, change);
    },
  };
}

const TEN_MINUTES = 10 * 60_000;

/** The vault of one more instance of a function: it goes on for ten minutes with what it knows. */
export function memoryInstance(tenant: TenantId, secrets: MemorySecrets, clock: Clock): Vault {
  const { get } = timedCache(clock, () => TEN_MINUTES, secrets.get);
  return createVault(tenant, { get, renewed: get });
}

/** The vault of who took the keys along at some moment. */
export const vaultWith = (tenant: TenantId, secrets: TenantSecrets): Vault =>
  createVault(tenant, { get: async () => secrets, renewed: async () => secrets });
