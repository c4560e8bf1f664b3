import { TENANT } from '@layan/testing/builders/a-tenant';
import { fixedClock } from '@layan/testing/fixed-clock';
import { describe, expect, it } from 'vitest';
import { awsSettings } from './aws/settings.ts';
import { openTenants } from './tenant-ports.ts';

describe('the ports of the practice space', () => {
  const open = openTenants({
    aws: awsSettings({
      ...{ AWS_REGION: 'ap-southeast-3', AWS_ACCESS_KEY_ID: 'own', AWS_SECRET_ACCESS_KEY: 'secret' },
      AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
    }),
    clock: fixedClock(),
    tablePrefix: 'layan.test.',
    dataRoleArn: 'arn:role',
    signer: () => ({ sign: async () => 'signed' }),
  });

  it('sign nothing, also for a function that signs real cards', async () => {
    const real = open(TENANT);
    expect(await real.signer.sign('layan-card', {})).toBe('signed');
    // As a request enters the practice space: what its ports do not replace stays real.
    const practising = { ...real, ...(await real.openPractice(1)) };
    await expect(practising.signer.sign('layan-card', {})).rejects.toThrow('practised');
  });
});
