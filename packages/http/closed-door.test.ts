import { expect, it } from 'vitest';
import { closedDoor } from './closed-door.ts';

it.each([
  ['GET', '/staff/cases/x'],
  ['GET', '/staff/export'],
  ['POST', '/staff/export/files/SHA256SUMS/fetch'],
  ['POST', '/staff/me/sign-out'],
])('lets through %s %s', (method, path) => {
  expect(closedDoor({ method, path })).toBeUndefined();
});

it.each([
  ['POST', '/staff/cases/x/facts/nik/unmask'],
  ['PUT', '/staff/members/x'],
  ['POST', '/staff/export/files/a/b/fetch'],
  ['POST', '/print/cases/x/cards'],
])('refuses %s %s, and says why', (method, path) => {
  expect(closedDoor({ method, path })).toMatchObject({ status: 403, code: 'tenant-closed' });
});
