// The tenant's own profile. Every request asks for it, so it is remembered; not for long, since a
// suspension has to close the doors soon.
import { ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import type { TenantDirectory } from '@layan/application/ports/tenants';
import type { Clock } from '@layan/domain/kernel/clock';
import { err, ok } from '@layan/domain/kernel/result';
import { Regions } from '@layan/domain/tenant/regions';
import { Tenant } from '@layan/domain/tenant/tenant';
import * as z from 'zod/mini';
import { profileKey, regionsKey } from './keys.ts';
import { body, parseBody, type StoredItem } from './table/item.ts';
import type { Table } from './table/table.ts';
import { timedCache } from './timed-cache.ts';

const QUARTER_MINUTE = 15_000;
/** Districts are founded by law. */
const HOUR = 3_600_000;

/** A profile that was only ever saved whole has none yet. */
const Revision = z._default(z.int(), 0);
const revisionOf = ({ revision }: StoredItem) => Revision.parse(revision);

export type DirectoryMemory = ReturnType<typeof directoryMemory>;

export function directoryMemory(table: Table, clock: Clock) {
  const profile = timedCache(
    clock,
    () => QUARTER_MINUTE,
    async () => {
      try {
        const item = await table.get(profileKey);
        return item && parseBody(Tenant, item);
      } catch (error) {
        // A slug that nobody runs has no table.
        if (error instanceof ResourceNotFoundException) return undefined;
        throw error;
      }
    },
  );
  const regions = timedCache(
    clock,
    () => HOUR,
    async () => {
      const item = await table.get(regionsKey);
      return item && parseBody(Regions, item);
    },
  );
  return { profile, regions };
}

/** Ports that write in another way to the same table share one memory of it. */
export function tenantDirectory(
  table: Table,
  clock: Clock,
  { profile, regions }: DirectoryMemory = directoryMemory(table, clock),
): TenantDirectory {
  return {
    find: profile.get,
    save: async (tenant) => {
      await table.transact([{ write: { put: { ...profileKey, ...body(tenant) } } }]);
      profile.forget();
    },
    findForChange: async () => {
      const item = await table.get(profileKey);
      return item && { tenant: parseBody(Tenant, item), revision: revisionOf(item) };
    },
    change: async (tenant, before) => {
      const put = { ...profileKey, ...body(tenant), revision: before + 1 };
      const when =
        before === 0
          ? { expression: 'attribute_exists(pk) AND attribute_not_exists(revision)' }
          : { expression: 'revision = :before', values: { ':before': before } };
      const written = await table.transact([{ write: { put, when }, otherwise: () => 'changed' as const }]);
      profile.forget();
      return written.ok ? ok(undefined) : err('changed-meanwhile');
    },
    findRegions: regions.get,
    saveRegions: async (known) => {
      await table.transact([{ write: { put: { ...regionsKey, ...body(known) } } }]);
      regions.forget();
    },
  };
}
