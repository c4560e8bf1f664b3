import type { Offboarding, TenantRemains } from '@layan/application/ports/offboarding';
import { TenantId } from '@layan/domain/kernel/ids';
import { createLogger } from '@layan/observability/logger';
import { createMetrics } from '@layan/observability/metrics';
import { aRegistration, aTenant, TENANT } from '@layan/testing/builders/a-tenant';
import { minute } from '@layan/testing/builders/ids';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryCertificates } from '@layan/testing/memory/memory-certificates';
import { memoryRemains } from '@layan/testing/memory/memory-remains';
import { memoryPlatform } from '@layan/testing/memory/memory-tenant';
import { describe, expect, it, vi } from 'vitest';
import { createAdvance } from './advance.ts';
import { wakesOf } from './events.ts';

const record = (sk: string, eventName = 'MODIFY', pk = 'TENANT') => ({
  eventName,
  dynamodb: { SequenceNumber: '77', Keys: { pk: { S: pk }, sk: { S: sk } } },
});

const stackEvent = (name: string) => ({
  source: 'aws.cloudformation',
  'detail-type': 'CloudFormation Stack Status Change',
  detail: { 'stack-id': `arn:aws:cloudformation:ap-southeast-3:000000000000:stack/${name}/1a2b` },
});

const LEAVING = TenantId.parse('kota-tiga');
const minutePassed = { source: 'aws.events', 'detail-type': 'Scheduled Event' };

const aLeaving: Offboarding = {
  ...{ on: '2026-02-04', state: 'closing', step: 'close', before: 'active', announcedBy: 'admin-1' },
  ...{ announcedAt: minute(0), people: {}, addresses: [], sealed: 0, objects: 0, accounts: 0 },
  ...{ heads: {}, keys: [], exported: { data: 0, bundles: 0, bytes: 0 } },
};

const noRemains = (): TenantRemains => {
  throw new Error('nobody leaves here');
};

async function provisioner() {
  const platform = memoryPlatform();
  const leaving = { remains: noRemains };
  await platform.register.save(aRegistration(), undefined);
  const lines: string[] = [];
  const advance = createAdvance({
    register: platform.register,
    emergencies: platform.emergencies,
    remains: () => leaving.remains(),
    mailer: { send: async () => ({ ok: true, value: undefined }) },
    consoleOrigin: 'https://console.example',
    ...memoryCertificates(),
    backupDays: 35,
    stacks: platform.stacks,
    clock: fixedClock(),
    findRegions: () => undefined,
    openTenant: (tenant) => ({ ...platform.open(tenant), keys: platform.keys(tenant) }),
    logger: createLogger('provisioner', (line) => lines.push(line)),
    metrics: createMetrics('local', (line) => lines.push(line)),
  });
  return {
    platform,
    advance,
    lines,
    leaving,
    state: async () => (await platform.register.find(TENANT))?.provisioning,
  };
}

describe('what wakes the provisioner', () => {
  it('is a registration that changed, with the place to go on from', () => {
    expect(wakesOf({ Records: [record(TENANT)] })).toEqual([{ tenant: TENANT, sequence: '77' }]);
  });

  it('is not a removal, nor an item that is no registration', () => {
    expect(wakesOf({ Records: [record(TENANT, 'REMOVE'), record('x', 'INSERT', 'OTHER')] })).toEqual([]);
  });

  it('is the stack of a tenant, told from one whose name begins alike', () => {
    expect(wakesOf(stackEvent('layan-local-tenant-kota-a'))).toEqual([{ tenant: 'kota-a' }]);
    expect(wakesOf(stackEvent('layan-local-tenant-kota-a-b'))).toEqual([{ tenant: 'kota-a-b' }]);
  });

  it('is nothing else: an unknown event is a bug', () => {
    expect(() => wakesOf({ source: 'aws.s3' })).toThrow();
    expect(() => wakesOf(stackEvent('another-stack'))).toThrow();
  });
});

describe('the provisioner', () => {
  it('does one step a time it is woken', async () => {
    const { platform, advance, lines, state } = await provisioner();
    await advance({ Records: [record(TENANT, 'INSERT')] });
    platform.stacks.settle(TENANT, 'ready');
    await advance(stackEvent(`layan-local-tenant-${TENANT}`));
    expect(await state()).toMatchObject({ state: 'running', step: 'keys' });
    await advance({ Records: [record(TENANT)] });
    expect(await state()).toMatchObject({ state: 'running', step: 'profile' });
    expect(lines.join()).toContain('L401');
  });

  it('does no step twice, however often and late it is woken', async () => {
    const { platform, advance, state } = await provisioner();
    const wake = () => advance({ Records: [record(TENANT), record(TENANT)] });
    const stackReady = stackEvent(`layan-local-tenant-${TENANT}`);
    const steps: unknown[] = [];
    await wake();
    platform.stacks.settle(TENANT, 'ready');
    for (let n = 0; n < 12; n += 1) {
      // Of two that meet at a step one may fail, and is woken again.
      await Promise.allSettled([wake(), advance(stackReady)]);
      const now = await state();
      steps.push(now && 'step' in now ? now.step : 'done');
    }
    expect(steps.at(-1)).toBe('done');
    expect([...new Set(steps)]).toEqual(steps.filter((step, at) => step !== steps[at - 1]));
    expect([...platform.pool.values()].map(({ invitations }) => invitations)).toEqual([1]);
    const done = await platform.register.find(TENANT);
    await wake();
    await advance(stackReady);
    expect(await platform.register.find(TENANT)).toEqual(done);
  });

  it('counts and logs a step that failed, with its reason', async () => {
    const { platform, advance, lines, state } = await provisioner();
    await advance({ Records: [record(TENANT, 'INSERT')] });
    platform.stacks.settle(TENANT, { failed: 'Limit exceeded' });
    await advance(stackEvent(`layan-local-tenant-${TENANT}`));
    expect(await state()).toMatchObject({ state: 'failed', reason: 'Limit exceeded' });
    expect(lines.join()).toContain('"ProvisioningFailed":1');
    expect(lines.join()).toContain('L402');
  });

  it('looks by the minute at each tenant that leaves, also behind one that cannot be reached', async () => {
    const { platform, advance, lines } = await provisioner();
    const { register } = platform;
    const done = { provisioning: { state: 'done' as const, since: minute(0) } };
    for (const id of ['kota-dua', 'kota-tiga']) {
      const tenant = aTenant({ id: TenantId.parse(id), state: 'closed' });
      await register.save(aRegistration(tenant, { ...done, offboarding: aLeaving }), undefined);
    }
    const find = register.find.bind(register);
    Object.assign(register, {
      find: (id: TenantId) => (id === 'kota-dua' ? Promise.reject(new Error('away')) : find(id)),
    });
    await expect(advance(minutePassed)).rejects.toThrow('away');
    expect((await find(TenantId.parse('kota-tiga')))?.offboarding).toMatchObject({ step: 'settle' });
    expect(lines.filter((line) => line.includes('L402')).join()).toContain('"tenant":"kota-dua"');
  });

  it('looks at those that leave also when emergencies cannot be listed, and tells of it', async () => {
    const { platform, advance } = await provisioner();
    const { register, emergencies } = platform;
    const done = { provisioning: { state: 'done' as const, since: minute(0) } };
    await register.save(
      aRegistration(aTenant({ id: LEAVING, state: 'closed' }), { ...done, offboarding: aLeaving }),
      undefined,
    );
    Object.assign(emergencies, { list: () => Promise.reject(new Error('no emergencies')) });
    await expect(advance(minutePassed)).rejects.toThrow('no emergencies');
    expect((await register.find(LEAVING))?.offboarding).toMatchObject({ step: 'settle' });
  });

  it('looks at emergencies also when those that leave cannot be listed, and tells of it', async () => {
    const { platform, advance } = await provisioner();
    const list = vi.fn(async () => []);
    Object.assign(platform.emergencies, { list });
    Object.assign(platform.register, { list: () => Promise.reject(new Error('no register')) });
    await expect(advance(minutePassed)).rejects.toThrow('no register');
    expect(list).toHaveBeenCalledOnce();
  });

  it('destroys what was exported before it was called off, by the minute and after the doors are open again', async () => {
    const { platform, advance, lines, leaving } = await provisioner();
    const { register } = platform;
    await platform.stacks.create(LEAVING);
    platform.stacks.settle(LEAVING, 'ready');
    const done = { provisioning: { state: 'done' as const, since: minute(0) }, exportCalledOff: minute(-5) };
    await register.save(aRegistration(aTenant({ id: LEAVING }), done), undefined);
    await expect(advance(minutePassed)).rejects.toThrow('nobody leaves here');
    expect((await platform.open(LEAVING).directory.find())?.state).toBe('active');
    leaving.remains = () => memoryRemains(fixedClock());
    await advance(minutePassed);
    expect(await register.find(LEAVING)).not.toHaveProperty('exportCalledOff');
    expect(lines.filter((line) => line.includes('L405')).join()).toContain('destroy-export');
  });

  it('says from which record to go on when the register cannot be reached', async () => {
    const { platform, advance } = await provisioner();
    const find = platform.register.find.bind(platform.register);
    Object.assign(platform.register, { find: () => Promise.reject(new Error('away')) });
    expect(await advance({ Records: [record(TENANT)] })).toEqual({
      batchItemFailures: [{ itemIdentifier: '77' }],
    });
    Object.assign(platform.register, { find });
    await expect(advance({ Records: [record(TENANT)] })).resolves.toEqual({ batchItemFailures: [] });
  });
});
