// Locks as they are written: each names its owner, who alone may renew or release it, and the product it stands for.
import type { TakenLock, UniqueLock } from '@layan/application/ports/locks';
import { lockKey } from './keys.ts';
import type { Condition, Guarded } from './table/transact.ts';

interface Taken {
  readonly code: 'lock-taken';
  readonly group: string;
  readonly heldBy: string;
}

const freeOrOf = (owner: string): Condition => ({
  expression: 'attribute_not_exists(pk) OR ownerId = :ownerId',
  values: { ':ownerId': owner },
});

/** `owner` is the case, or the product itself when it has none. */
export const lockWrites = (
  owner: string,
  acquire: readonly TakenLock[],
  release: readonly UniqueLock[],
): readonly Guarded<Taken>[] => [
  ...acquire.map(({ group, index, productId }) => ({
    write: { put: { ...lockKey(group, index), ownerId: owner, productId }, when: freeOrOf(owner) },
    otherwise: (found: Readonly<Record<string, string>> | undefined): Taken => ({
      code: 'lock-taken',
      group,
      heldBy: found?.productId ?? '',
    }),
  })),
  // To release what somebody else holds is a bug, not an answer.
  ...release.map(({ group, index }) => ({
    write: { remove: lockKey(group, index), when: freeOrOf(owner) },
  })),
];
