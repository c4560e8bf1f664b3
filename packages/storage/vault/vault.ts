// The vault of one tenant: a data key per person and case seals values, the tenant's data key wraps those keys, and KMS
// wraps the tenant's. So a case costs no call to KMS, a person is erased with one key, and a tenant with another.
import { randomBytes } from 'node:crypto';
import type { SealContext, Vault, WrappedKey } from '@layan/application/ports/vault';
import type { TenantId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import { blindIndex } from './blind-index.ts';
import { decrypt, encrypt, KEY_BYTES } from './cipher.ts';

/** The tenant's two keys in clear; they live in memory only. */
export interface TenantSecrets {
  readonly dataKey: Buffer;
  readonly indexKey: Buffer;
}

export function createVault(tenant: TenantId, secrets: () => Promise<TenantSecrets>): Vault {
  const keyPlace = ['key', tenant];
  const valuePlace = ({ caseId, field }: SealContext) => ['value', tenant, caseId, field];

  const unwrap = async (key: WrappedKey) => decrypt((await secrets()).dataKey, keyPlace, key);

  return {
    newKey: async () => encrypt((await secrets()).dataKey, keyPlace, randomBytes(KEY_BYTES)),
    seal: async (key, context, value) => {
      const unwrapped = await unwrap(key);
      // Sealing happens under a key just made or just loaded with its case; that it does not open is damage, not an answer.
      if (!unwrapped.ok) throw new Error(`The data key of case ${context.caseId} does not open.`);
      return { sealed: encrypt(unwrapped.value, valuePlace(context), Buffer.from(value, 'utf8')) };
    },
    open: async (key, context, { sealed }) => {
      const unwrapped = await unwrap(key);
      if (!unwrapped.ok) return err('unreadable');
      const value = decrypt(unwrapped.value, valuePlace(context), sealed);
      return value.ok ? ok(value.value.toString('utf8')) : value;
    },
    index: async (kind, value) => blindIndex((await secrets()).indexKey, tenant, kind, value),
  };
}
