// The tenant's keys as they are kept, beside the wish that those of the indexes be replaced at once.
import type { AskedReplacement, IndexKeyRequests, IndexStage } from '@layan/application/ports/index-rotation';
import { InstantText, StaffId } from '@layan/domain/kernel/ids';
import * as z from 'zod/mini';
import { indexKeyAskedKey, tenantKeysKey } from './keys.ts';
import { body, parseAttribute, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';
import { WrappedKeys } from './tenant-secrets.ts';

type Entry = WrappedKeys['indexKeys'][number];

export const stageOf = (keys: readonly Pick<Entry, 'stage'>[]): IndexStage => {
  if (keys.length < 2) return 'resting';
  if (keys.at(-1)?.stage === 'coming') return 'announced';
  return keys[0]?.stage === 'leaving' ? 'leaving' : 'both';
};

const Asked = z.strictObject({
  at: InstantText,
  by: z.strictObject({ id: StaffId, name: z.string() }),
  upTo: z.string(),
}) satisfies z.ZodMiniType<AskedReplacement>;

export const loadIndexKeys = async (table: Table) => {
  const { pk, sk } = tenantKeysKey;
  const items = await table.query({ partition: pk, from: indexKeyAskedKey.sk, to: sk });
  const item = items.find((one) => one.sk === sk);
  if (!item) throw new Error('This tenant has no keys yet.');
  const wish = items.find((one) => one.sk === indexKeyAskedKey.sk);
  return {
    keys: parseBody(WrappedKeys, item),
    revision: parseAttribute(z.int(), item, 'revision'),
    ...(wish && { asked: parseBody(Asked, wish) }),
  };
};

export const indexKeyRequests = (table: Table): IndexKeyRequests => ({
  find: async () => {
    const { keys, asked } = await loadIndexKeys(table);
    const { indexKeys } = keys;
    const since = indexKeys.at(-1)?.since;
    if (since === undefined) throw new Error('This tenant has no key for its indexes.');
    return { stage: stageOf(indexKeys), since, ...(asked && { asked }) };
  },
  ask: async (wish) => {
    const { keys } = await loadIndexKeys(table);
    const upTo = keys.indexKeys.at(-1)?.id ?? '';
    const put = { ...indexKeyAskedKey, ...body({ ...wish, upTo }) };
    await table.transact([{ write: { put, when: absent }, otherwise: () => 'asked' as const }]);
  },
});
