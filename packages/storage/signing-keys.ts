// The published halves of the keys a tenant signs with: one item with all of them, since old cards are checked with
// old keys.
import type { SigningKeys } from '@layan/application/ports/signing-keys';
import type { Clock } from '@layan/domain/kernel/clock';
import { InstantText } from '@layan/domain/kernel/ids';
import { PublicKey } from '@layan/domain/product/public-key';
import * as z from 'zod/mini';
import { signingKeysKey } from './keys.ts';
import { parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { type TimedCache, timedCache } from './timed-cache.ts';

const MINUTE = 60_000;

export const KeptSigningKeys = z.strictObject({
  keys: z.array(
    z.strictObject({
      kid: z.string(),
      keyArn: z.string(),
      jwk: PublicKey,
      from: InstantText,
      until: z.optional(InstantText),
    }),
  ),
});
export type KeptSigningKey = z.infer<typeof KeptSigningKeys>['keys'][number];

export const keptSigningKeys = (table: Table, clock: Clock): TimedCache<readonly KeptSigningKey[]> =>
  timedCache(
    clock,
    () => MINUTE,
    async () => {
      const item = await table.get(signingKeysKey);
      return item ? parseBody(KeptSigningKeys, item).keys : [];
    },
  );

export function signingKeys(kept: TimedCache<readonly KeptSigningKey[]>): SigningKeys {
  return {
    list: async () =>
      (await kept.get()).map(({ kid, jwk, from, until }) => ({
        ...{ kid, jwk, from },
        ...(until !== undefined && { until }),
      })),
  };
}
