// Layouts of spreadsheets in the tenant's table.
import type { SheetTemplate, SheetTemplates } from '@layan/application/ports/sheets';
import { InstantText, StaffId, StandardId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import * as z from 'zod/mini';
import { sheetTemplateKey } from './keys.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';

const texts = z.record(z.string(), z.string());

const Template = z.strictObject({
  standard: StandardId,
  columns: texts,
  same: texts,
  by: z.strictObject({ id: StaffId, name: z.string() }),
  at: InstantText,
  revision: z.int().check(z.positive()),
}) satisfies z.ZodMiniType<SheetTemplate>;

export function sheetTemplates(table: Table): SheetTemplates {
  return {
    find: async (standard) => {
      const item = await table.get(sheetTemplateKey(standard));
      return item && parseBody(Template, item);
    },
    save: async (template, before) => {
      const when =
        before === undefined ? absent : { expression: 'revision = :before', values: { ':before': before } };
      const put = {
        ...sheetTemplateKey(template.standard),
        revision: template.revision,
        ...body(template),
      };
      const written = await table.transact([{ write: { put, when }, otherwise: () => 'changed' as const }]);
      return written.ok ? ok(undefined) : err('changed-meanwhile');
    },
  };
}
