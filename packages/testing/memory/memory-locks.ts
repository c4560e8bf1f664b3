// Locks in memory: one owner each, who alone renews or releases them.
import type { TakenLock, UniqueLock } from '@layan/application/ports/locks';
import type { MemoryTable } from './memory-table.ts';

const lockName = ({ group, index }: UniqueLock) => `${group}#${index}`;

/** The first of these locks that somebody else holds. */
export function firstTaken(
  { locks }: MemoryTable,
  owner: string,
  wanted: readonly UniqueLock[],
): { readonly code: 'lock-taken'; readonly group: string; readonly heldBy: string } | undefined {
  for (const lock of wanted) {
    const held = locks.get(lockName(lock));
    if (held && held.owner !== owner)
      return { code: 'lock-taken', group: lock.group, heldBy: held.productId };
  }
  return undefined;
}

export function moveLocks(
  { locks }: MemoryTable,
  owner: string,
  acquire: readonly TakenLock[],
  release: readonly UniqueLock[],
): void {
  for (const lock of release) locks.delete(lockName(lock));
  for (const lock of acquire) locks.set(lockName(lock), { owner, productId: lock.productId });
}

export const heldProduct = ({ locks }: MemoryTable, lock: UniqueLock) => locks.get(lockName(lock))?.productId;
