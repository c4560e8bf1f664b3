// The tenant's two keys: kept wrapped by the tenant's KMS key (tenant-keys.ts makes them), unwrapped into memory for
// five minutes.
import type { Clock } from '@layan/domain/kernel/clock';
import type { TenantId } from '@layan/domain/kernel/ids';
import * as z from 'zod/mini';
import type { JsonService } from './aws/json-service.ts';
import { tenantKeysKey } from './keys.ts';
import { parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { timedCache } from './timed-cache.ts';
import type { TenantSecrets } from './vault/vault.ts';

const FIVE_MINUTES = 5 * 60_000;

const WrappedKeys = z.strictObject({ keyArn: z.string(), dataKey: z.base64(), indexKey: z.base64() });
const Unwrapped = z.object({ Plaintext: z.base64() });

export interface OpenedKeys {
  /** The tenant's KMS key; objects are encrypted under it too. Knowing it takes no right to open anything. */
  keyArn(): Promise<string>;
  get(): Promise<TenantSecrets>;
}

/** KMS refuses to unwrap for another tenant than the one the key was wrapped for. */
export const contextOf = (tenant: TenantId) => ({ EncryptionContext: { tenant } });

export function tenantSecrets(
  tenant: TenantId,
  { table, kms, clock }: { readonly table: Table; readonly kms: JsonService; readonly clock: Clock },
): OpenedKeys {
  const wrapped = timedCache(
    clock,
    () => FIVE_MINUTES,
    async () => {
      const item = await table.get(tenantKeysKey);
      if (!item) throw new Error(`${tenant} has no keys yet.`);
      return parseBody(WrappedKeys, item);
    },
  );
  const opened = timedCache<TenantSecrets>(
    clock,
    () => FIVE_MINUTES,
    async () => {
      const { keyArn, dataKey, indexKey } = await wrapped.get();
      const unwrap = async (blob: string) => {
        const input = { KeyId: keyArn, CiphertextBlob: blob, ...contextOf(tenant) };
        return Buffer.from((await kms('Decrypt', input, Unwrapped)).Plaintext, 'base64');
      };
      const [data, index] = await Promise.all([unwrap(dataKey), unwrap(indexKey)]);
      return { dataKey: data, indexKey: index };
    },
  );
  return { keyArn: async () => (await wrapped.get()).keyArn, get: opened.get };
}
