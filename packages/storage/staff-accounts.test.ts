import { OTHER_TENANT, TENANT } from '@layan/testing/builders/a-tenant';
import { staffAccountsContract } from '@layan/testing/contract/staff-accounts';
import { cognito, type Pool } from '@layan/testing/faults/in-process-aws';
import { AwsRefusal, type JsonService } from './aws/json-service.ts';
import { staffAccounts } from './staff-accounts.ts';

/** The pool in this process, asked as Cognito is. */
const serviceOf =
  (pool: Pool): JsonService =>
  async (operation, input, schema) => {
    const answer = cognito(pool)[operation]?.({ ...input });
    if (!answer) throw new Error(`Nobody here answers ${operation}.`);
    const body = JSON.parse(String(answer.body));
    if (answer.status !== 200) throw new AwsRefusal(operation, body.__type);
    return schema.parse(body);
  };

staffAccountsContract('Cognito', async () => {
  const pool: Pool = new Map();
  const open = (tenant: typeof TENANT) => staffAccounts(tenant, 'pool', serviceOf(pool));
  const ofGroup = { [`tenant:${TENANT}`]: 'ours', [`tenant:${OTHER_TENANT}`]: 'theirs' } as const;
  return {
    ours: open(TENANT),
    theirs: open(OTHER_TENANT),
    state: () => {
      const [account] = pool.values();
      if (!account) throw new Error('nobody');
      const [group, more] = account.groups;
      if (more) throw new Error('in two groups');
      return { enabled: account.enabled, of: group === undefined ? 'nobody' : (ofGroup[group] ?? 'nobody') };
    },
  };
});
