import { TenantId } from '@layan/domain/kernel/ids';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeClaimTask } from '../case/claim-task.ts';
import { makeChangeMember } from './change-member.ts';
import { makeDeactivateMember } from './deactivate-member.ts';
import { makeFindMember } from './find-member.ts';
import { makeInviteMember } from './invite-member.ts';
import { makeListMembers } from './list-members.ts';
import { makeReactivateMember } from './reactivate-member.ts';
import { makeWhoAmI } from './who-am-i.ts';

const newcomer = {
  email: 'Petugas.Baru@dinas-uji.example',
  name: 'Petugas Baru Uji',
  roles: ['facilitator'],
  areas: ['35.74.04'],
};

/** A scene whose manager and colleagues have accounts. */
const staffed = async () => {
  const scene = await ultpkScene();
  const { manager } = scene.staff;
  const invite = makeInviteMember(scene.ports);
  const invited = valueIn(await invite({ member: manager, ...newcomer }));
  const second = { ...newcomer, email: 'kedua@dinas-uji.example', roles: ['serviceManager'], areas: [] };
  const secondManager = valueIn(await invite({ member: manager, ...second }));
  return { scene, manager, invite, invited, secondManager };
};

describe('an invitation', () => {
  it('makes account and membership, and repeating it changes nothing', async () => {
    const { scene, manager, invite, invited } = await staffed();
    expect(invited).toMatchObject({ email: 'petugas.baru@dinas-uji.example', state: 'active', revision: 1 });
    expect(valueIn(await invite({ member: manager, ...newcomer }))).toEqual(invited);
    expect(scene.platform.pool.get(invited.email)).toMatchObject({ id: invited.id, enabled: true });
  });

  it('does not overwrite a colleague with other roles', async () => {
    const { manager, invite } = await staffed();
    const other = { ...newcomer, roles: ['frontOffice'] };
    expect(await invite({ member: manager, ...other })).toMatchObject({ error: { code: 'member-exists' } });
  });

  it('gives only roles that a standard of the agency has, and areas inside the tenant', async () => {
    const { scene, manager, invite } = await staffed();
    const email = 'lain@dinas-uji.example';
    expect(
      await invite({ member: manager, ...newcomer, email, roles: ['kasir', 'applicant'] }),
    ).toMatchObject({
      error: { code: 'unknown-role', roles: ['kasir', 'applicant'] },
    });
    expect(
      await invite({ member: manager, ...newcomer, email, areas: ['35.74.04', '35.75', 'x'] }),
    ).toMatchObject({
      error: { code: 'unknown-area', areas: ['35.75', 'x'] },
    });
    expect(scene.platform.pool.has(email)).toBe(false);
  });

  it('says no more than that when the address belongs to another tenant', async () => {
    const { scene } = await staffed();
    const other = await ultpkScene({ platform: scene.platform, tenant: TenantId.parse('kota-lain') });
    const answer = await makeInviteMember(other.ports)({ member: other.staff.manager, ...newcomer });
    expect(answer).toEqual({ ok: false, error: { code: 'address-not-usable' } });
  });
});

describe('changing a member', () => {
  it('changes roles and areas, and refuses a stale revision', async () => {
    const { scene, manager, invited } = await staffed();
    const change = makeChangeMember(scene.ports);
    const input = {
      member: manager,
      id: invited.id,
      revision: 1,
      name: invited.name,
      roles: ['backOffice'],
      areas: [],
    };
    expect(valueIn(await change(input))).toMatchObject({ roles: ['backOffice'], areas: [], revision: 2 });
    expect(await change(input)).toMatchObject({ error: { code: 'member-changed' } });
  });

  it('is not possible for oneself', async () => {
    const { scene, manager } = await staffed();
    const input = {
      member: manager,
      id: manager.id,
      revision: 1,
      name: 'X',
      roles: ['backOffice'],
      areas: [],
    };
    expect(await makeChangeMember(scene.ports)(input)).toMatchObject({ error: { code: 'own-roles' } });
  });

  it('leaves the agency a manager, also when two managers remove each other at once', async () => {
    const { scene, manager, secondManager } = await staffed();
    const change = makeChangeMember(scene.ports);
    const less = (member: typeof manager, other: typeof manager) =>
      change({ member, id: other.id, revision: 1, name: other.name, roles: ['backOffice'], areas: [] });
    await Promise.all([less(manager, secondManager), less(secondManager, manager)]);
    const { members } = valueIn(await makeListMembers(scene.ports)({ member: manager }));
    expect(members.some(({ roles }) => roles.includes('serviceManager'))).toBe(true);
  });

  it('refuses to take the last manager, whoever asks', async () => {
    const { scene, manager, secondManager } = await staffed();
    const deactivate = makeDeactivateMember(scene.ports);
    valueIn(await deactivate({ member: manager, id: secondManager.id, revision: 1 }));
    const input = { member: { ...secondManager, state: 'active' as const }, id: manager.id };
    expect(await deactivate(input)).toMatchObject({ error: { code: 'last-manager' } });
    expect(await scene.ports.staff.find(manager.id)).toEqual(manager);
  });
});

describe('deactivating a member', () => {
  const holding = async () => {
    const staff = await staffed();
    const { scene, invite, manager } = staff;
    const front = { ...newcomer, email: 'loket@dinas-uji.example', roles: ['frontOffice'], areas: [] };
    const clerk = valueIn(await invite({ member: manager, ...front }));
    const { caseId } = await scene.file(1);
    const task = (await scene.memory.cases.find(caseId))?.snapshot.tasks[0]?.id ?? '';
    const expectedSeq = await scene.seqOf(caseId);
    valueIn(await makeClaimTask(scene.ports)({ member: clerk, caseId, task, expectedSeq }));
    const assignee = async () => (await scene.memory.cases.find(caseId))?.snapshot.tasks[0]?.assignee;
    return { ...staff, clerk, assignee };
  };

  it('closes the account and puts the tasks back, and can be repeated', async () => {
    const { scene, manager, clerk, assignee } = await holding();
    const deactivate = makeDeactivateMember(scene.ports);
    const input = { member: manager, id: clerk.id, revision: 1 };
    expect(valueIn(await deactivate(input))).toMatchObject({
      membership: { state: 'deactivated' },
      released: 1,
    });
    expect(await assignee()).toBeUndefined();
    expect(scene.platform.pool.get(clerk.email)?.enabled).toBe(false);
    expect(valueIn(await deactivate(input))).toMatchObject({ released: 0 });
    expect(await makeFindMember(scene.ports)({ id: clerk.id })).toMatchObject({
      error: { code: 'member-deactivated' },
    });
  });

  it('goes on where it broke off', async () => {
    const { scene, manager, clerk, assignee } = await holding();
    const accounts = {
      ...scene.ports.accounts,
      disable: async () => {
        throw new Error('the pool is away');
      },
    };
    const input = { member: manager, id: clerk.id, revision: 1 };
    await expect(makeDeactivateMember({ ...scene.ports, accounts })(input)).rejects.toThrow('away');
    expect(await assignee()).toBeDefined();
    expect(valueIn(await makeDeactivateMember(scene.ports)(input)).released).toBe(1);
    expect(await assignee()).toBeUndefined();
  });

  it('is undone by reactivating, with the roles there were', async () => {
    const { scene, manager, clerk } = await holding();
    valueIn(await makeDeactivateMember(scene.ports)({ member: manager, id: clerk.id, revision: 1 }));
    const back = valueIn(
      await makeReactivateMember(scene.ports)({ member: manager, id: clerk.id, revision: 2 }),
    );
    expect(back).toMatchObject({ state: 'active', roles: ['frontOffice'], revision: 3 });
    expect(scene.platform.pool.get(clerk.email)?.enabled).toBe(true);
  });
});

it.each(['backOffice', 'manager'] as const)('tells %s whose work they give out', async (who) => {
  const scene = await ultpkScene();
  const me = valueIn(await makeWhoAmI(scene.ports)({ member: scene.staff[who] }));
  expect(me.oversees).toMatchObject([{ id: 'facilitator' }]);
});

it('tells who signed in: agency, roles by name, tenant', async () => {
  const scene = await ultpkScene();
  const me = valueIn(await makeWhoAmI(scene.ports)({ member: scene.staff.facilitator }));
  expect(me).toMatchObject({
    agency: { shortName: 'Dinsos' },
    tenant: { id: 'kota-probolinggo', zone: 'Asia/Jakarta' },
    roles: [{ id: 'facilitator', label: expect.stringContaining('Fasilitator') }],
    oversees: [],
    manager: false,
    officer: false,
  });
});

it('tells that the tenant leaves, and from which day on it is closed', async () => {
  const scene = await ultpkScene();
  const ask = makeWhoAmI(scene.ports);
  expect(valueIn(await ask({ member: scene.staff.facilitator })).tenant).not.toHaveProperty('closing');
  const tenant = await scene.ports.directory.find();
  if (tenant) await scene.ports.directory.save({ ...tenant, closing: { on: '2026-12-01' } });
  expect(valueIn(await ask({ member: scene.staff.facilitator })).tenant.closing).toEqual({
    on: '2026-12-01',
  });
});
