import { aRegistration, aTenant, TENANT } from '@layan/testing/builders/a-tenant';
import { caseIdOf } from '@layan/testing/builders/ids';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryPlatform } from '@layan/testing/memory/memory-tenant';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import type { ProvisioningPorts } from './control-ports.ts';
import { leavesChange } from './leaves-change.ts';
import { makeProvision } from './provision.ts';

async function scene(state: 'active' | 'suspended' | 'closed') {
  const clock = fixedClock();
  const platform = memoryPlatform(clock);
  const tenant = platform.open(TENANT);
  await tenant.directory.save(aTenant({ state }));
  const ports: ProvisioningPorts = {
    ...{ register: platform.register, stacks: platform.stacks, clock, findRegions: () => undefined },
    openTenant: (id) => ({ ...platform.open(id), keys: platform.keys(id) }),
  };
  /** As it stands in the register, once nobody wants it to leave any more. */
  const carriedOver = async (as: 'active' | 'suspended') => {
    const done = { provisioning: { state: 'done' as const, since: clock.now() } };
    await platform.register.save(aRegistration(aTenant({ state: as }), done), undefined);
    valueIn(await makeProvision(ports)({ tenant: TENANT }));
  };
  const pointed = () => tenant.table.outbox.map(({ caseId }) => caseId);
  return { tenant, carriedOver, pointed };
}

describe('a change that is followed', () => {
  it.each(['active', 'suspended'] as const)('is not left while a government is %s', async (state) => {
    const { tenant, pointed } = await scene(state);
    expect(await leavesChange(tenant, caseIdOf(1))).toBe(false);
    await tenant.leftChanges.takeUp();
    expect(pointed()).toEqual([]);
  });

  it.each(['active', 'suspended'] as const)(
    'is left behind closed doors, and pointed to once more when the leaving is called off: %s',
    async (as) => {
      const { tenant, carriedOver, pointed } = await scene('closed');
      for (const n of [1, 2, 1]) expect(await leavesChange(tenant, caseIdOf(n))).toBe(true);
      expect(pointed()).toEqual([]);
      await carriedOver(as);
      expect(pointed()).toEqual([caseIdOf(1), caseIdOf(2)]);
      // By then whoever follows it sees open doors.
      expect(await leavesChange(tenant, caseIdOf(1))).toBe(false);
    },
  );

  it('is pointed to only when its government says that the doors are open', async () => {
    const { tenant, carriedOver } = await scene('closed');
    await leavesChange(tenant, caseIdOf(1));
    let state: string | undefined;
    const { takeUp } = tenant.leftChanges;
    Object.assign(tenant.leftChanges, {
      takeUp: async () => {
        state = (await tenant.directory.find())?.state;
        return takeUp();
      },
    });
    await carriedOver('active');
    expect(state).toBe('active');
  });

  it.each(['before', 'after'] as const)(
    'is followed or pointed to when the doors open %s it was noted, at the same moment',
    async (when) => {
      const { tenant, carriedOver, pointed } = await scene('closed');
      const note = async (caseId: ReturnType<typeof caseIdOf>) => {
        if (when === 'before') await carriedOver('active');
        await tenant.leftChanges.note(caseId);
        if (when === 'after') await carriedOver('active');
      };
      const left = await leavesChange(
        { ...tenant, leftChanges: { ...tenant.leftChanges, note } },
        caseIdOf(1),
      );
      expect([left, pointed().length]).toEqual([false, when === 'after' ? 1 : 0]);
    },
  );
});
