// The tenant's own profile. Every request asks for it, so it is remembered; not for long, since a
// suspension has to close the doors soon.
import { ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import type { TenantDirectory } from '@layan/application/ports/tenants';
import type { Clock } from '@layan/domain/kernel/clock';
import { Regions } from '@layan/domain/tenant/regions';
import { Tenant } from '@layan/domain/tenant/tenant';
import { profileKey, regionsKey } from './keys.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { timedCache } from './timed-cache.ts';

const QUARTER_MINUTE = 15_000;
/** Districts are founded by law. */
const HOUR = 3_600_000;

export function tenantDirectory(table: Table, clock: Clock): TenantDirectory {
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
  return {
    find: profile.get,
    save: async (tenant) => {
      await table.transact([{ write: { put: { ...profileKey, ...body(tenant) } } }]);
      profile.forget();
    },
    findRegions: regions.get,
    saveRegions: async (known) => {
      await table.transact([{ write: { put: { ...regionsKey, ...body(known) } } }]);
      regions.forget();
    },
  };
}
