import { OTHER_TENANT, TENANT } from '../builders/a-tenant.ts';
import { staffAccountsContract } from '../contract/staff-accounts.ts';
import { memoryPlatform } from './memory-tenant.ts';

staffAccountsContract('memory', async () => {
  const { open, pool } = memoryPlatform();
  const ofTenant = { [TENANT]: 'ours', [OTHER_TENANT]: 'theirs' } as const;
  return {
    ours: open(TENANT).accounts,
    theirs: open(OTHER_TENANT).accounts,
    state: () => {
      const [account] = pool.values();
      if (!account) throw new Error('nobody');
      const { enabled, tenant } = account;
      return { enabled, of: tenant === undefined ? 'nobody' : (ofTenant[tenant] ?? 'nobody') };
    },
  };
});
