// The keys of a tenant as they come out of KMS, known to this process alone.
import { randomBytes } from 'node:crypto';
import type { KeyRotation } from '@layan/application/ports/key-rotation';
import type { Clock } from '@layan/domain/kernel/clock';
import { KEY_BYTES } from '@layan/storage/vault/cipher';
import type { IndexKey, SecretKey, SecretSource, TenantSecrets } from '@layan/storage/vault/vault';

export const randomKey = (id: string): SecretKey => ({ id, key: randomBytes(KEY_BYTES) });

/** A key that was made just now: replacing keys is tried on the real table (`storage/key-rotation.test.ts`). */
export const restingRotation = (clock: Clock): KeyRotation => ({
  find: async () => ({ newest: clock.now(), older: false }),
  add: async () => undefined,
  rewrap: async () => ({ rewrapped: 0, left: false }),
  drop: async () => undefined,
});

export interface MemorySecrets extends SecretSource {
  now(): TenantSecrets;
  replace(indexKeys: readonly IndexKey[]): void;
}

export function memorySecrets(): MemorySecrets {
  let secrets: TenantSecrets = {
    dataKeys: [randomKey('1')],
    indexKeys: [randomKey('1')],
    markKey: randomBytes(KEY_BYTES),
  };
  return {
    get: async () => secrets,
    renewed: async () => secrets,
    now: () => secrets,
    replace: (indexKeys) => {
      secrets = { ...secrets, indexKeys };
    },
  };
}
