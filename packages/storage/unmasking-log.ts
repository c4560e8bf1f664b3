// The trace that every look at an unmasked value leaves.
import { randomUUID } from 'node:crypto';
import type { Unmasking, UnmaskingLog } from '@layan/application/ports/audit';
import { CaseId, InstantText, StaffId } from '@layan/domain/kernel/ids';
import * as z from 'zod/mini';
import { unmaskingKey, unmaskingPartition } from './keys.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';

const UnmaskingSchema = z.strictObject({
  caseId: CaseId,
  fact: z.string(),
  by: StaffId,
  name: z.string(),
  at: InstantText,
  reason: z.string(),
}) satisfies z.ZodMiniType<Unmasking>;

export function unmaskingLog(table: Table): UnmaskingLog {
  return {
    append: async (entry) => {
      const put = { ...unmaskingKey(entry.caseId, entry.at, randomUUID()), ...body(entry) };
      // An entry is never written over another.
      await table.transact([{ write: { put, when: absent } }]);
    },
    list: async (caseId) =>
      (await table.query({ partition: unmaskingPartition(caseId) })).map((item) =>
        parseBody(UnmaskingSchema, item),
      ),
  };
}
