// Whose turn it is among those who share a role, one item per agency and role.
import type { Rota, RotaStore } from '@layan/application/ports/rota';
import { CaseId, InstantText, StaffId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import * as z from 'zod/mini';
import { rotaKey } from './keys.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';

const RotaSchema = z.strictObject({
  lastGiven: z.record(z.string(), InstantText),
  recent: z.array(z.strictObject({ caseId: CaseId, task: z.string(), to: StaffId, at: InstantText })),
  revision: z.int().check(z.positive()),
}) satisfies z.ZodMiniType<Rota>;

export function rotaStore(table: Table): RotaStore {
  return {
    find: async (agency, role) => {
      const item = await table.get(rotaKey(agency, role));
      return item && parseBody(RotaSchema, item);
    },
    save: async (agency, role, rota, before) => {
      const when =
        before === undefined ? absent : { expression: 'revision = :before', values: { ':before': before } };
      const put = { ...rotaKey(agency, role), revision: rota.revision, ...body(rota) };
      const written = await table.transact([
        { write: { put, when }, otherwise: () => 'changed-meanwhile' as const },
      ]);
      return written.ok ? ok(undefined) : err('changed-meanwhile');
    },
  };
}
