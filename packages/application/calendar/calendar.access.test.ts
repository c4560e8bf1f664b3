// Everybody sees the calendar; only managers change it.
import type { Membership } from '@layan/application/ports/staff';
import { ultpkScene } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeAddClosure } from './add-closure.ts';
import { makeGetCalendar } from './get-calendar.ts';
import { makeRemoveClosure } from './remove-closure.ts';

const date = '2026-02-05';

const open = async () => {
  const scene = await ultpkScene();
  const { ports } = scene;
  return {
    scene,
    get: (member: Membership) => makeGetCalendar(ports)({ member }),
    add: (member: Membership) => makeAddClosure(ports)({ member, date, name: 'Hari uji' }),
    remove: (member: Membership) => makeRemoveClosure(ports)({ member, date }),
  };
};

describe.each(['add', 'remove'] as const)('%s', (name) => {
  it('is closed to everybody but an active manager', async () => {
    const opened = await open();
    const { frontOffice, backOffice, divisionHead, facilitator, manager } = opened.scene.staff;
    for (const member of [frontOffice, backOffice, divisionHead, facilitator])
      expect(await opened[name](member)).toEqual({
        ok: false,
        error: { code: 'role-missing', role: 'serviceManager' },
      });
    expect(await opened[name]({ ...manager, state: 'deactivated' })).toEqual({
      ok: false,
      error: { code: 'member-deactivated' },
    });
    expect(await opened.scene.memory.calendarChanges.find()).toBeUndefined();
  });
});

it('is open to everybody who works here', async () => {
  const { get, scene } = await open();
  for (const member of Object.values(scene.staff)) expect((await get(member)).ok).toBe(true);
  expect(await get({ ...scene.staff.frontOffice, state: 'deactivated' })).toEqual({
    ok: false,
    error: { code: 'member-deactivated' },
  });
});
