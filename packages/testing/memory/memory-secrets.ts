// The keys of a tenant as they come out of KMS, known to this process alone.
import { randomBytes } from 'node:crypto';
import { KEY_BYTES } from '@layan/storage/vault/cipher';
import type { SecretKey, SecretSource, TenantSecrets } from '@layan/storage/vault/vault';

export const randomKey = (id: string): SecretKey => ({ id, key: randomBytes(KEY_BYTES) });

export function memorySecrets(): SecretSource {
  const secrets: TenantSecrets = {
    dataKeys: [randomKey('1')],
    indexKeys: [randomKey('1')],
    markKey: randomBytes(KEY_BYTES),
  };
  return { get: async () => secrets, renewed: async () => secrets };
}
