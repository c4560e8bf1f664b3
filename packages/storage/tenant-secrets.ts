// The tenant's keys: kept wrapped by the tenant's KMS key (tenant-keys.ts makes them), unwrapped into memory for five
// minutes.
import type { Clock } from '@layan/domain/kernel/clock';
import { InstantText, type TenantId } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import * as z from 'zod/mini';
import type { JsonService } from './aws/json-service.ts';
import { tenantKeysKey } from './keys.ts';
import { parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { timedCache } from './timed-cache.ts';
import type { SecretSource, TenantSecrets } from './vault/vault.ts';

/** How long a function may go on with keys that were replaced meanwhile. */
const FIVE_MINUTES = 5 * 60_000;

const Named = z.strictObject({ id: z.string(), wrapped: z.base64(), since: z.exactOptional(InstantText) });

const IndexKeyEntry = z.extend(Named, {
  stage: z.exactOptional(z.enum(['coming', 'leaving'])),
});

/** How far everything was indexed anew: what comes after this place of this data key's list is left to do. */
export const Reached = z.strictObject({
  dataKey: z.string(),
  after: z.string(),
  heldUp: z.int().check(z.nonnegative()),
});
export type Reached = z.infer<typeof Reached>;

/** See TenantSecrets for what each is for. */
export const WrappedKeys = z.strictObject({
  keyArn: z.string(),
  dataKeys: z.array(Named),
  indexKeys: z.array(IndexKeyEntry),
  reached: z.exactOptional(Reached),
  markKey: z.base64(),
});
export type WrappedKeys = z.infer<typeof WrappedKeys>;
const SHORTEST_RENEWAL = 1000;

const Unwrapped = z.object({ Plaintext: z.base64() });

export interface OpenedKeys extends SecretSource {
  /** The tenant's KMS key; objects are encrypted under it too. Knowing it takes no right to open anything. */
  keyArn(): Promise<string>;
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
      const { keyArn, dataKeys, indexKeys, markKey } = await wrapped.get();
      const unwrap = async (blob: string) => {
        const input = { KeyId: keyArn, CiphertextBlob: blob, ...contextOf(tenant) };
        return Buffer.from((await kms('Decrypt', input, Unwrapped)).Plaintext, 'base64');
      };
      const all = (keys: WrappedKeys['dataKeys']) =>
        Promise.all(keys.map(async ({ id, wrapped: blob }) => ({ id, key: await unwrap(blob) })));
      const [data, index, mark] = await Promise.all([all(dataKeys), all(indexKeys), unwrap(markKey)]);
      const staged = index.map((one, at) => {
        const stage = indexKeys[at]?.stage;
        return { ...one, ...(stage && { stage }) };
      });
      return { dataKeys: data, indexKeys: staged, markKey: mark };
    },
  );
  let renewedAt = 0;
  return {
    keyArn: async () => (await wrapped.get()).keyArn,
    get: opened.get,
    renewed: async () => {
      // A text that only looks as if a newer key had wrapped it costs no more than this.
      const now = epochMs(clock.now());
      if (now - renewedAt >= SHORTEST_RENEWAL) {
        renewedAt = now;
        wrapped.forget();
        opened.forget();
      }
      return opened.get();
    },
  };
}
