// Requests for emergency access in the control table. Its stream wakes the provisioner.
import type { EmergencyAccess, EmergencyRegister } from '@layan/application/ports/emergencies';
import { AgencyId, InstantText, StaffId, TenantId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import * as z from 'zod/mini';
import { transactWithAct } from './control-acts.ts';
import { emergenciesPartition, emergencyKey } from './keys.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';

const Admin = z.strictObject({ id: z.string(), email: z.string(), name: z.string() });

const Access = z.strictObject({
  id: z.string(),
  tenant: TenantId,
  agency: AgencyId,
  reason: z.string(),
  minutes: z.int(),
  askedBy: Admin,
  askedAt: InstantText,
  state: z.enum(['asked', 'declined', 'confirmed', 'open', 'ending', 'ended', 'failed']),
  decidedBy: z.exactOptional(Admin),
  until: z.exactOptional(InstantText),
  staffId: z.exactOptional(StaffId),
  endedBy: z.exactOptional(z.enum(['time', 'central-admin', 'tenant'])),
  endedAt: z.exactOptional(InstantText),
  read: z.exactOptional(z.strictObject({ cases: z.int(), searches: z.int(), lists: z.int() })),
  failure: z.exactOptional(z.string()),
  revision: z.int(),
}) satisfies z.ZodMiniType<EmergencyAccess>;

const MOST = 500;

export function emergencyRegister(table: Table): EmergencyRegister {
  return {
    find: async (id) => {
      const item = await table.get(emergencyKey(id));
      return item && parseBody(Access, item);
    },
    list: async () =>
      (await table.query({ partition: emergenciesPartition, limit: MOST }))
        .map((item) => parseBody(Access, item))
        .sort((a, b) => b.askedAt.localeCompare(a.askedAt)),
    save: async (access, before, act) => {
      const put = { ...emergencyKey(access.id), ...body(access), revision: access.revision };
      const when =
        before === undefined ? absent : { expression: 'revision = :before', values: { ':before': before } };
      const written = await transactWithAct(
        table,
        [{ write: { put, when }, otherwise: () => 'changed-meanwhile' as const }],
        act,
      );
      return written.ok ? ok(undefined) : err('changed-meanwhile');
    },
  };
}
