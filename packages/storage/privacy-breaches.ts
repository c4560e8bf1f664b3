// Failures to protect personal data, in the tenant's table.
import type { BreachRecord, BreachStore } from '@layan/application/ports/privacy';
import { err, ok } from '@layan/domain/kernel/result';
import { Breach } from '@layan/domain/privacy/breach';
import * as z from 'zod/mini';
import { breachesPartition, breachKey, wrappedBreachKey } from './keys.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';
import { wrappedBy } from './vault/wrapped-by.ts';

export const BreachRecordSchema = z.strictObject({
  breach: Breach,
  key: z.string().check(z.minLength(1)),
}) satisfies z.ZodMiniType<BreachRecord>;

export const breachStore = (table: Table): BreachStore => ({
  find: async (agency, id) => {
    const item = await table.get(breachKey(agency, id));
    return item && parseBody(BreachRecordSchema, item);
  },
  list: async (agency) =>
    (await table.query({ partition: breachesPartition(agency) })).map((item) =>
      parseBody(BreachRecordSchema, item),
    ),
  save: async (record, before) => {
    const { breach } = record;
    const put = { ...breachKey(breach.agency, breach.id), ...body(record), revision: breach.revision };
    const when =
      before === undefined ? absent : { expression: 'revision = :before', values: { ':before': before } };
    const wrapped = before === undefined ? wrappedBy(record.key) : undefined;
    const written = await table.transact([
      { write: { put, when }, otherwise: () => 'changed' as const },
      ...(wrapped === undefined
        ? []
        : [{ write: { put: { ...wrappedBreachKey(wrapped, breach.agency, breach.id) } } }]),
    ]);
    return written.ok ? ok(undefined) : err('changed-meanwhile');
  },
});
