import { withClosure } from '@layan/domain/deadline/local-closures';
import { StaffId } from '@layan/domain/kernel/ids';
import { usualTerms, withTerms } from '@layan/domain/privacy/terms';
import { A_REGION, aRegistration, OTHER_TENANT, TENANT } from '@layan/testing/builders/a-tenant';
import { minute } from '@layan/testing/builders/ids';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryPlatform } from '@layan/testing/memory/memory-tenant';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeAdmitTenant } from './admit-tenant.ts';
import type { ProvisioningPorts } from './control-ports.ts';
import { makeProvision } from './provision.ts';
import { makeResumeTenant } from './resume-tenant.ts';
import { makeRetryProvisioning } from './retry-provisioning.ts';
import { makeSuspendTenant } from './suspend-tenant.ts';

const registered = async (changes: Partial<ProvisioningPorts> = {}, platform = memoryPlatform()) => {
  const clock = fixedClock();
  const ports: ProvisioningPorts = {
    register: platform.register,
    stacks: platform.stacks,
    clock,
    findRegions: (code) => (code === A_REGION.code ? A_REGION : undefined),
    openTenant: (tenant) => ({ ...platform.open(tenant), keys: platform.keys(tenant) }),
    ...changes,
  };
  await platform.register.save(aRegistration(), undefined);
  const provision = () => makeProvision(ports)({ tenant: TENANT });
  const state = async () => (await platform.register.find(TENANT))?.provisioning;
  return { platform, ports, provision, state };
};

/** Runs as the control table's stream does: as long as a step moved the registration. */
const drive = async (provision: Awaited<ReturnType<typeof registered>>['provision']): Promise<string[]> => {
  const seen: string[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    const { did, registration } = valueIn(await provision());
    const { provisioning } = registration;
    seen.push(`${did} ${provisioning.state === 'done' ? 'done' : provisioning.step}`);
    if (did !== 'moved') return seen;
  }
  throw new Error('provisioning does not come to rest');
};

describe('provisioning', () => {
  it('asks for the stack, waits for it, and then goes step by step until a manager can sign in', async () => {
    const { platform, provision } = await registered();
    expect(await drive(provision)).toEqual(['waiting stack']);
    expect(await drive(provision)).toEqual(['waiting stack']);
    platform.stacks.settle(TENANT, 'ready');
    expect(await drive(provision)).toEqual([
      'moved keys',
      'moved profile',
      'moved identity',
      'moved manager',
      'moved done',
      'settled done',
    ]);
    expect(platform.keysOf.has(TENANT)).toBe(true);
    expect(await platform.open(TENANT).signingKeys.list()).toHaveLength(1);
    const { directory, staff } = platform.open(TENANT);
    expect(await directory.find()).toMatchObject({ id: TENANT, state: 'active' });
    expect(await directory.findRegions()).toEqual(A_REGION);
    expect(await staff.list()).toMatchObject([{ roles: ['serviceManager'], state: 'active' }]);
    expect([...platform.pool.values()]).toMatchObject([{ tenant: TENANT, invitations: 1 }]);
  });

  it('records why the stack failed, waits, and goes on when it is retried', async () => {
    const { platform, ports, provision, state } = await registered();
    await drive(provision);
    platform.stacks.settle(TENANT, { failed: 'Limit exceeded' });
    await drive(provision);
    expect(await state()).toMatchObject({ state: 'failed', step: 'stack', reason: 'Limit exceeded' });
    expect(await drive(provision)).toEqual(['waiting stack']);
    platform.stacks.settle(TENANT, 'ready');
    const retry = makeRetryProvisioning(ports);
    expect(await retry({ by: 'admin-1', id: TENANT, revision: 1 })).toMatchObject({
      error: { code: 'tenant-changed' },
    });
    valueIn(await retry({ by: 'admin-1', id: TENANT, revision: 2 }));
    expect((await drive(provision)).at(-1)).toBe('settled done');
    expect(await retry({ by: 'admin-1', id: TENANT, revision: 8 })).toMatchObject({
      error: { code: 'not-failed' },
    });
  });

  it.each(['keys', 'profile', 'identity', 'manager'] as const)(
    'resumes at the step %s when it broke there, and does nothing twice',
    async (step) => {
      let broken = true;
      const platform = memoryPlatform();
      const breaking = async (name: string): Promise<void> => {
        if (broken && name === step) throw new Error(`${name} is away`);
      };
      const openTenant: ProvisioningPorts['openTenant'] = (tenant) => {
        const open = platform.open(tenant);
        const keys = platform.keys(tenant);
        return {
          exports: open.exports,
          leftChanges: open.leftChanges,
          directory: {
            ...open.directory,
            save: async (profile) => {
              await breaking('profile');
              return open.directory.save(profile);
            },
          },
          staff: {
            ...open.staff,
            // The account exists by then: the invitation must not be sent again.
            save: async (...input) => {
              await breaking('manager');
              return open.staff.save(...input);
            },
          },
          accounts: { ...open.accounts, ensureGroup: () => breaking('identity') },
          keys: {
            ...keys,
            // What seals is made by then: it must not be made again.
            ensureSigning: async (arn) => {
              await breaking('keys');
              return keys.ensureSigning(arn);
            },
          },
        };
      };
      const { ports, provision, state } = await registered({ openTenant }, platform);
      await drive(provision);
      platform.stacks.settle(TENANT, 'ready');
      await drive(provision);
      expect(await state()).toMatchObject({ state: 'failed', step, reason: `${step} is away` });
      broken = false;
      const revision = (await platform.register.find(TENANT))?.revision ?? 0;
      valueIn(await makeRetryProvisioning(ports)({ by: 'admin-1', id: TENANT, revision }));
      expect((await drive(provision)).at(-1)).toBe('settled done');
      expect(await platform.open(TENANT).staff.list()).toHaveLength(1);
      expect([...platform.pool.values()]).toMatchObject([{ invitations: 1 }]);
    },
  );

  it('publishes another key to sign with once the stack has one, and keeps the one before', async () => {
    const { platform, provision } = await registered();
    platform.stacks.settle(TENANT, 'ready');
    await drive(provision);
    const list = () => platform.open(TENANT).signingKeys.list();
    const [first] = await list();
    await drive(provision);
    expect(await list()).toEqual([first]);
    platform.stacks.replaceSigningKey(TENANT);
    await drive(provision);
    const keys = await list();
    expect(keys.map(({ until }) => until !== undefined)).toEqual([true, false]);
    expect(keys[0]).toMatchObject({ kid: first?.kid, jwk: first?.jwk });
  });

  it('goes on with a stack of an older template, which has no key to sign with', async () => {
    const { platform, ports, provision } = await registered();
    platform.stacks.settle(TENANT, 'ready');
    await drive(provision);
    const keyArns = async () => ({ data: 'arn:data' });
    const older: ProvisioningPorts = { ...ports, stacks: { ...ports.stacks, keyArns } };
    expect(valueIn(await makeProvision(older)({ tenant: TENANT })).did).toBe('settled');
    expect(await platform.open(TENANT).signingKeys.list()).toHaveLength(1);
  });

  it('does not call a new tenant ready that could not sign', async () => {
    const { platform, ports, provision, state } = await registered();
    platform.stacks.settle(TENANT, 'ready');
    await provision();
    const keyArns = async () => ({ data: 'arn:data' });
    const older: ProvisioningPorts = { ...ports, stacks: { ...ports.stacks, keyArns } };
    await makeProvision(older)({ tenant: TENANT });
    expect(await state()).toMatchObject({ state: 'failed', step: 'keys' });
  });

  it('asks nothing of a stack that is being updated', async () => {
    const { platform, ports, provision } = await registered();
    platform.stacks.settle(TENANT, 'ready');
    await drive(provision);
    const updating: ProvisioningPorts = {
      ...ports,
      stacks: { ...ports.stacks, state: async () => ({ state: 'running' }) },
    };
    platform.stacks.replaceSigningKey(TENANT);
    valueIn(await makeProvision(updating)({ tenant: TENANT }));
    expect(await platform.open(TENANT).signingKeys.list()).toHaveLength(1);
  });

  it('is moved once when two events drive it at the same moment', async () => {
    const { platform, provision } = await registered();
    platform.stacks.settle(TENANT, 'ready');
    const both = await Promise.all([provision(), provision()]);
    expect(both.map((one) => valueIn(one).did).sort()).toEqual(['moved', 'waiting']);
    expect((await platform.register.find(TENANT))?.revision).toBe(2);
  });

  it('fails with a sentence when the manager’s address belongs to another tenant', async () => {
    const { platform, provision, state } = await registered();
    platform.stacks.settle(TENANT, 'ready');
    const { firstManager } = aRegistration();
    platform.pool.set(firstManager.email, {
      id: StaffId.parse('x'),
      email: firstManager.email,
      name: 'X',
      tenant: OTHER_TENANT,
      enabled: true,
      invitations: 1,
    });
    await drive(provision);
    expect(await state()).toMatchObject({
      state: 'failed',
      step: 'manager',
      reason: expect.stringContaining('surel'),
    });
  });
});

describe('a suspended tenant', () => {
  /** Its own people state all that they can. */
  const stating = async ({ platform }: Awaited<ReturnType<typeof registered>>) => {
    const { directory } = platform.open(TENANT);
    const known = await directory.findForChange();
    if (!known) throw new Error('no profile');
    const { tenant, revision } = known;
    const calendar = withClosure(tenant.calendar, { date: '2026-09-04', name: 'Hari jadi kota' });
    const terms = { ...usualTerms, retention: { months: { case: 240 }, services: {} } };
    const agencies = tenant.agencies.map((agency) => ({
      ...agency,
      letters: { signing: 'seal' as const, unitCode: '427.64' },
      privacy: [...withTerms(agency.privacy, terms, minute(0))],
    }));
    expect(await directory.change({ ...tenant, calendar, agencies }, revision)).toMatchObject({ ok: true });
    return { calendar, agencies };
  };
  const suspended = async ({ ports, platform }: Awaited<ReturnType<typeof registered>>) => {
    const revision = (await platform.register.find(TENANT))?.revision ?? 0;
    valueIn(await makeSuspendTenant(ports)({ by: 'admin-1', id: TENANT, revision }));
  };

  it('keeps what it stated itself: the days it closed, how it writes letters, its terms', async () => {
    const s = await registered();
    s.platform.stacks.settle(TENANT, 'ready');
    await drive(s.provision);
    const stated = await stating(s);
    await drive(s.provision);
    const { directory } = s.platform.open(TENANT);
    expect(await directory.find()).toMatchObject({ state: 'active', ...stated });
    await suspended(s);
    await drive(s.provision);
    expect(await directory.find()).toMatchObject({ state: 'suspended', ...stated });
  });

  it('keeps what it states at the very moment in which that is carried over', async () => {
    const platform = memoryPlatform();
    let meanwhile: (() => Promise<unknown>) | undefined;
    const openTenant: ProvisioningPorts['openTenant'] = (tenant) => {
      const open = platform.open(tenant);
      const findForChange = async () => {
        const known = await open.directory.findForChange();
        const state = meanwhile;
        meanwhile = undefined;
        await state?.();
        return known;
      };
      return { ...open, directory: { ...open.directory, findForChange }, keys: platform.keys(tenant) };
    };
    const s = await registered({ openTenant }, platform);
    s.platform.stacks.settle(TENANT, 'ready');
    await drive(s.provision);
    await suspended(s);
    let stated = {};
    meanwhile = async () => {
      stated = await stating(s);
    };
    await drive(s.provision);
    expect(stated).toHaveProperty('agencies');
    expect(await platform.open(TENANT).directory.find()).toMatchObject({ state: 'suspended', ...stated });
  });

  it('is closed at its doors once the provisioner carried it over, and opens again', async () => {
    const { platform, ports, provision } = await registered();
    platform.stacks.settle(TENANT, 'ready');
    await drive(provision);
    const admit = makeAdmitTenant(platform.open(TENANT));
    const revision = async () => (await platform.register.find(TENANT))?.revision ?? 0;
    const suspend = makeSuspendTenant(ports);
    expect(await suspend({ by: 'admin-1', id: TENANT, revision: 1 })).toMatchObject({
      error: { code: 'tenant-changed' },
    });
    valueIn(await suspend({ by: 'admin-1', id: TENANT, revision: await revision() }));
    await drive(provision);
    expect(await admit()).toEqual({ ok: false, error: { code: 'tenant-suspended' } });
    expect((await suspend({ by: 'admin-1', id: TENANT, revision: 1 })).ok).toBe(true);
    valueIn(await makeResumeTenant(ports)({ by: 'admin-1', id: TENANT, revision: await revision() }));
    await drive(provision);
    expect(await admit()).toMatchObject({ ok: true, value: { state: 'active' } });
  });
});
