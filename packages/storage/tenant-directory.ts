// The tenant's own profile. Every request asks for it, so it is remembered for a minute.
import { ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import type { TenantDirectory } from '@layan/application/ports/tenants';
import type { Clock } from '@layan/domain/kernel/clock';
import { Tenant } from '@layan/domain/tenant/tenant';
import { profileKey } from './keys.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { timedCache } from './timed-cache.ts';

const MINUTE = 60_000;

export function tenantDirectory(table: Table, clock: Clock): TenantDirectory {
  const profile = timedCache(
    clock,
    () => MINUTE,
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
  return {
    find: profile.get,
    save: async (tenant) => {
      await table.transact([{ write: { put: { ...profileKey, ...body(tenant) } } }]);
      profile.forget();
    },
  };
}
