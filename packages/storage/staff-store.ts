// Memberships of an agency's staff in the tenant's table.
import type { Membership, StaffStore } from '@layan/application/ports/staff';
import { Sealed } from '@layan/domain/case/facts';
import type { Clock } from '@layan/domain/kernel/clock';
import { AgencyId, InstantText, RegionCode, StaffId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import * as z from 'zod/mini';
import { memberKey, staffPartition, wrappedMemberKey } from './keys.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';
import { timedCache } from './timed-cache.ts';
import { wrappedBy } from './vault/wrapped-by.ts';

export const MembershipSchema = z.strictObject({
  id: StaffId,
  email: z.string(),
  name: z.string(),
  agency: AgencyId,
  roles: z.array(z.string()),
  areas: z.array(RegionCode),
  state: z.enum(['active', 'deactivated']),
  official: z.exactOptional(
    z.strictObject({
      position: z.string(),
      nameWithTitles: z.string(),
      nip: z.exactOptional(z.string()),
      rank: z.exactOptional(z.string()),
    }),
  ),
  away: z.exactOptional(
    z.array(
      z.strictObject({
        from: z.string(),
        to: z.string(),
        reason: z.exactOptional(Sealed),
        declared: z.exactOptional(z.strictObject({ id: StaffId, name: z.string(), at: InstantText })),
      }),
    ),
  ),
  emergency: z.exactOptional(
    z.strictObject({
      request: z.string(),
      until: InstantText,
      reason: Sealed,
      confirmedBy: z.string(),
    }),
  ),
  key: z.exactOptional(z.string().check(z.minLength(1))),
  revision: z.int(),
  changedAt: InstantText,
}) satisfies z.ZodMiniType<Membership>;

const HALF_MINUTE = 30_000;

export type StaffMemory = ReturnType<typeof staffMemory>;

const listOf = async (table: Table) =>
  (await table.query({ partition: staffPartition })).map((item) => parseBody(MembershipSchema, item));

export const staffMemory = (table: Table, clock: Clock) =>
  timedCache(
    clock,
    () => HALF_MINUTE,
    () => listOf(table),
  );

/** Ports that write in another way to the same table share one memory of it. */
export function staffStore(
  table: Table,
  clock: Clock,
  recent: StaffMemory = staffMemory(table, clock),
): StaffStore {
  return {
    find: async (id) => {
      const item = await table.get(memberKey(id));
      return item && parseBody(MembershipSchema, item);
    },
    list: () => listOf(table),
    recent: recent.get,
    save: async (member, before) => {
      const put = { ...memberKey(member.id), ...body(member), revision: member.revision };
      const when =
        before === undefined ? absent : { expression: 'revision = :before', values: { ':before': before } };
      // Over the revision that was loaded, so under the data key that wraps it now.
      const wrapped = member.key === undefined ? undefined : wrappedBy(member.key);
      const written = await table.transact([
        { write: { put, when }, otherwise: () => 'changed-meanwhile' as const },
        ...(wrapped === undefined ? [] : [{ write: { put: { ...wrappedMemberKey(wrapped, member.id) } } }]),
      ]);
      recent.forget();
      return written.ok ? ok(undefined) : err('changed-meanwhile');
    },
  };
}
