// What of a tenant's calendar changed and has not reached every open promise yet: one item.
import type { CalendarChange, CalendarChanges } from '@layan/application/ports/calendar';
import { InstantText } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import * as z from 'zod/mini';
import { calendarChangeKey } from './keys.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';

const Change = z.strictObject({
  causes: z.array(z.strictObject({ date: z.string(), reason: z.string() })),
  at: InstantText,
  after: z.optional(z.string()),
  moved: z.boolean(),
  revision: z.int().check(z.positive()),
}) satisfies z.ZodMiniType<CalendarChange>;

export function calendarChanges(table: Table): CalendarChanges {
  return {
    find: async () => {
      const item = await table.get(calendarChangeKey);
      return item && parseBody(Change, item);
    },
    save: async (change, before) => {
      const when =
        before === undefined ? absent : { expression: 'revision = :before', values: { ':before': before } };
      const put = { ...calendarChangeKey, revision: change.revision, ...body(change) };
      const written = await table.transact([{ write: { put, when }, otherwise: () => 'changed' as const }]);
      return written.ok ? ok(undefined) : err('changed-meanwhile');
    },
  };
}
