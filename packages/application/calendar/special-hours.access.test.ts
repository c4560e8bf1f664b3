import { ultpkScene } from '@layan/testing/scenes/ultpk-scene';
import { expect, it } from 'vitest';
import { makeAddSpecialHours, makeRemoveSpecialHours } from './special-hours.ts';

it('changes the hours of a time for managers alone', async () => {
  const { ports, staff, memory } = await ultpkScene();
  const week = Array.from({ length: 7 }, () => [{ from: '08:00', to: '14:00' }]);
  const period = { from: '2026-02-18', to: '2026-02-20', name: 'Ramadan', office: week, counter: week };
  const denied = { ok: false, error: { code: 'role-missing', role: 'serviceManager' } };
  for (const member of [staff.frontOffice, staff.backOffice, staff.divisionHead]) {
    expect(await makeAddSpecialHours(ports)({ member, ...period })).toEqual(denied);
    expect(await makeRemoveSpecialHours(ports)({ member, from: period.from })).toEqual(denied);
  }
  expect(await memory.calendarChanges.find()).toBeUndefined();
});
