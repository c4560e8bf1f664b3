// Whether the practice space of a tenant is open, and which generation of it.
import type { PracticeRegister, PracticeSpace } from '@layan/application/ports/practice';
import type { Clock } from '@layan/domain/kernel/clock';
import { InstantText, StaffId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import * as z from 'zod/mini';
import { practiceKey } from './keys.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';
import { timedCache } from './timed-cache.ts';

const QUARTER_MINUTE = 15_000;

export const PracticeSpaceSchema = z.strictObject({
  generation: z.int().check(z.positive()),
  state: z.enum(['open', 'closed']),
  since: InstantText,
  by: z.strictObject({ id: StaffId, name: z.string() }),
}) satisfies z.ZodMiniType<PracticeSpace>;

export type PracticeMemory = ReturnType<typeof practiceMemory>;

export const practiceMemory = (table: Table, clock: Clock) =>
  timedCache(
    clock,
    () => QUARTER_MINUTE,
    async () => {
      const item = await table.get(practiceKey);
      return item && parseBody(PracticeSpaceSchema, item);
    },
  );

/** Ports that write in another way to the same table share one memory of it. */
export function practiceRegister(
  table: Table,
  clock: Clock,
  space: PracticeMemory = practiceMemory(table, clock),
): PracticeRegister {
  return {
    find: space.get,
    save: async (next, before) => {
      const { generation, state } = next;
      const put = { ...practiceKey, ...body(next), generation, state };
      const when =
        before === undefined ? absent : { expression: 'generation = :before', values: { ':before': before } };
      const written = await table.transact([{ write: { put, when }, otherwise: () => 'changed' as const }]);
      space.forget();
      return written.ok ? ok(undefined) : err('changed-meanwhile');
    },
  };
}
