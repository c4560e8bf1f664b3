// The trace that every look at an unmasked value leaves: an entry of the tenant's chain, and a row beside the case that
// names the entry. Neither is written without the other.
import { randomUUID } from 'node:crypto';
import type { Unmasking, UnmaskingLog } from '@layan/application/ports/audit';
import { unmaskingAct } from '@layan/domain/audit/unmasking-act';
import { Sealed } from '@layan/domain/case/facts';
import { CaseId, InstantText, StaffId } from '@layan/domain/kernel/ids';
import * as z from 'zod/mini';
import { appendEntry } from './audit-chains.ts';
import { unmaskingKey, unmaskingPartition } from './keys.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';

export const UnmaskingSchema = z.strictObject({
  caseId: CaseId,
  fact: z.string(),
  by: StaffId,
  name: z.string(),
  at: InstantText,
  act: z.string(),
  reason: z.union([z.string(), Sealed]),
}) satisfies z.ZodMiniType<Unmasking>;

export function unmaskingLog(table: Table): UnmaskingLog {
  return {
    append: async (entry) => {
      const row = { ...unmaskingKey(entry.caseId, entry.at, randomUUID()), ...body(entry) };
      await appendEntry(table, 'unmasking', unmaskingAct(entry), ({ seq }) => [
        { write: { put: { ...row, entry: seq }, when: absent } },
      ]);
    },
    list: async (caseId) =>
      (await table.query({ partition: unmaskingPartition(caseId) })).map((item) =>
        parseBody(UnmaskingSchema, item),
      ),
  };
}
