// Who read what, in the tenant's table: counted by the hour, so that a case that is open all day leaves a few rows.
import type { ReadLog, ReadRow } from '@layan/application/ports/reads';
import type { Clock } from '@layan/domain/kernel/clock';
import { InstantText, StaffId } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import * as z from 'zod/mini';
import { readKey, readsPartition } from './keys.ts';
import { expiresAt, READS_SECONDS } from './lifetimes.ts';
import { body, parseAttribute, parseBody, type StoredItem } from './table/item.ts';
import type { Table } from './table/table.ts';

const Who = z.strictObject({
  about: z.string(),
  operation: z.string(),
  by: StaffId,
  name: z.string(),
  first: InstantText,
});

const rowOf = (item: StoredItem): ReadRow => ({
  ...parseBody(Who, item),
  last: parseAttribute(InstantText, item, 'lastAt'),
  times: parseAttribute(z.int(), item, 'times'),
});

export function readLog(table: Table, clock: Clock): ReadLog {
  return {
    note: async ({ about, operation, by, name, at }) => {
      const write = {
        of: readKey(about, { at, by, operation }),
        set: { lastAt: at, expiresAt: expiresAt(epochMs(clock.now()), READS_SECONDS) },
        unlessSet: body({ about, operation, by, name, first: at }),
        add: { times: 1 },
      };
      await table.transact([{ write }]);
    },
    list: async (about) => (await table.query({ partition: readsPartition(about) })).map(rowOf),
  };
}
