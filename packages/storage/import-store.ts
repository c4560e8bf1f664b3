// Imports of an agency's own register in the tenant's table.
import type { ImportRow, ImportStore, RegisterImport } from '@layan/application/ports/imports';
import { Sealed } from '@layan/domain/case/facts';
import { AgencyId, InstantText, StaffId, StandardId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import { rowProblemCodes } from '@layan/domain/register/read-row';
import { ColumnMapping, RegisterField } from '@layan/domain/register/register-fields';
import * as z from 'zod/mini';
import {
  importKey,
  importRowKey,
  importRowsPartition,
  importsPartition,
  type Key,
  wrappedImportKey,
} from './keys.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent, type Guarded } from './table/transact.ts';
import { wrappedBy } from './vault/wrapped-by.ts';

const Who = z.strictObject({ id: StaffId, name: z.string() });
const count = z.int().check(z.nonnegative());

export const ImportSchema = z.strictObject({
  id: z.string(),
  agency: AgencyId,
  standard: StandardId,
  fileName: Sealed,
  fingerprint: z.string(),
  rows: count,
  mapping: ColumnMapping,
  by: Who,
  startedAt: InstantText,
  changedAt: InstantText,
  done: count,
  counts: z.strictObject({ taken: count, unguarded: count, unchanged: count, problems: count }),
  key: z.string().check(z.minLength(1)),
  revision: z.int().check(z.positive()),
}) satisfies z.ZodMiniType<RegisterImport>;

const ObstacleSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('invalid'),
    problems: z.array(z.strictObject({ field: RegisterField, code: z.enum(rowProblemCodes) })),
  }),
  z.strictObject({ kind: z.literal('duplicate'), heldBy: z.string() }),
  z.strictObject({ kind: z.literal('number-taken'), heldBy: z.string() }),
]);

export const ImportRowSchema = z.strictObject({
  position: z.int().check(z.positive()),
  line: z.int().check(z.positive()),
  obstacle: ObstacleSchema,
  cells: Sealed,
  settled: z.exactOptional(
    z.strictObject({
      how: z.enum(['skipped', 'no-longer-in-force', 'taken']),
      at: InstantText,
      by: Who,
    }),
  ),
  revision: z.int().check(z.positive()),
}) satisfies z.ZodMiniType<ImportRow>;

export function importStore(table: Table): ImportStore {
  const save = async (
    key: Key,
    content: { readonly revision: number },
    before: number | undefined,
    beside: readonly Guarded<never>[] = [],
  ) => {
    const when =
      before === undefined ? absent : { expression: 'revision = :before', values: { ':before': before } };
    const put = { ...key, revision: content.revision, ...body(content) };
    const written = await table.transact([
      { write: { put, when }, otherwise: () => 'changed-meanwhile' as const },
      ...beside,
    ]);
    return written.ok ? ok(undefined) : err('changed-meanwhile' as const);
  };
  return {
    find: async (agency, id) => {
      const item = await table.get(importKey(agency, id));
      return item && parseBody(ImportSchema, item);
    },
    list: async (agency) =>
      (await table.query({ partition: importsPartition(agency) })).map((item) =>
        parseBody(ImportSchema, item),
      ),
    save: (record, before) => {
      const { agency, id, key } = record;
      const wrapped = before === undefined ? wrappedBy(key) : undefined;
      const listed =
        wrapped === undefined ? [] : [{ write: { put: { ...wrappedImportKey(wrapped, agency, id) } } }];
      return save(importKey(agency, id), record, before, listed);
    },
    findRow: async (importId, position) => {
      const item = await table.get(importRowKey(importId, position));
      return item && parseBody(ImportRowSchema, item);
    },
    rows: async ({ importId, limit, after }) => {
      const items = await table.query({
        partition: importRowsPartition(importId),
        // One more than is shown tells whether there is a next page.
        limit: limit + 1,
        ...(after !== undefined && { from: importRowKey(importId, after + 1).sk }),
      });
      const rows = items.slice(0, limit).map((item) => parseBody(ImportRowSchema, item));
      const last = items.length > limit ? rows.at(-1) : undefined;
      return { rows, ...(last && { next: last.position }) };
    },
    saveRow: (importId, row, before) => save(importRowKey(importId, row.position), row, before),
  };
}
