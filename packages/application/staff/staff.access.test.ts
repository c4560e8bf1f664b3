// Staff of an agency are its managers' matter alone.
import { StaffId } from '@layan/domain/kernel/ids';
import { ultpkScene } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import type { Membership } from '../ports/staff.ts';
import { makeChangeMember } from './change-member.ts';
import { makeDeactivateMember } from './deactivate-member.ts';
import { makeInviteMember } from './invite-member.ts';
import { makeListMembers } from './list-members.ts';
import { makeReactivateMember } from './reactivate-member.ts';

const rights = { name: 'Nama Uji', roles: ['frontOffice'], areas: [] };

const open = async () => {
  const scene = await ultpkScene();
  const { ports } = scene;
  return {
    scene,
    list: (member: Membership) => makeListMembers(ports)({ member }),
    invite: (member: Membership) =>
      makeInviteMember(ports)({ member, email: 'x@dinas-uji.example', ...rights }),
    change: (member: Membership, id: StaffId) =>
      makeChangeMember(ports)({ member, id, revision: 1, ...rights }),
    deactivate: (member: Membership, id: StaffId) => makeDeactivateMember(ports)({ member, id }),
    reactivate: (member: Membership, id: StaffId) => makeReactivateMember(ports)({ member, id }),
  };
};

const operations = ['list', 'invite', 'change', 'deactivate', 'reactivate'] as const;

describe.each(operations)('%s', (name) => {
  it('is closed to everybody but an active manager', async () => {
    const opened = await open();
    const { frontOffice, backOffice, divisionHead, manager, facilitator } = opened.scene.staff;
    for (const member of [frontOffice, backOffice, divisionHead, facilitator]) {
      expect(await opened[name](member, backOffice.id)).toEqual({
        ok: false,
        error: { code: 'role-missing', role: 'serviceManager' },
      });
    }
    expect(await opened[name]({ ...manager, state: 'deactivated' }, backOffice.id)).toEqual({
      ok: false,
      error: { code: 'member-deactivated' },
    });
    expect(opened.scene.platform.pool.size).toBe(0);
  });
});

describe.each(['change', 'deactivate', 'reactivate'] as const)('%s', (name) => {
  it('answers a member of another agency like one who is not there', async () => {
    const opened = await open();
    const { manager, elsewhere } = opened.scene.staff;
    const notFound = { ok: false, error: { code: 'member-not-found' } };
    expect(await opened[name](manager, elsewhere.id)).toEqual(notFound);
    expect(await opened[name](manager, StaffId.parse('tidak-ada'))).toEqual(notFound);
  });
});

it('lists nobody of another agency', async () => {
  const { list, scene } = await open();
  const listed = await list(scene.staff.manager);
  expect(listed.ok && listed.value.members.map(({ agency }) => agency)).not.toContain('dinas-lain');
});
