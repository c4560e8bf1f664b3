// Nobody makes themselves or anybody else more than they may: each member tries to become manager, data protection officer
// or emergency reader, by every way in which roles are given.
import { emergencyRole, managerRole, officerRole } from '@layan/domain/case/authority';
import { minute } from '@layan/testing/builders/ids';
import { describe, expect, it } from 'vitest';
import { type Role, roles } from './cast.ts';
import { type Answer, answerOf, requestOf } from './questions.ts';
import { aWorld, tokenOf } from './world.ts';
import { written } from './written.ts';

const { own, otherAgency, otherTenant, fetch } = await aWorld();
const { tenant } = own.ports;
const MEMBERS = 'https://api.example/staff/members';
// Let in by two central admins, for as long as this test lasts.
const reader = await own.ports.staff.find(own.cast('emergency').id);
if (!reader) throw new Error('Nobody is let in.');
await own.ports.staff.save(
  {
    ...{ ...reader, revision: reader.revision + 1 },
    emergency: {
      ...{ request: 'z'.repeat(26), until: minute(24 * 60 * 400), confirmedBy: 'Admin Kedua' },
      reason: { sealed: 'v1.alasan' },
    },
  },
  reader.revision,
);
const privileged = [managerRole, officerRole, emergencyRole];

const put = async (by: string, path: string, body: object): Promise<Answer> =>
  answerOf(await fetch(requestOf({ method: 'POST', url: `${MEMBERS}${path}`, body }, tokenOf(tenant, by))));
const change = async (by: string, id: string, given: readonly string[]) => {
  const known = (await own.ports.staff.list()).find((one) => one.id === id);
  const body = {
    revision: known?.revision ?? 1,
    name: known?.name ?? 'Petugas Uji',
    roles: given,
    areas: [],
  };
  return answerOf(
    await fetch(requestOf({ method: 'PUT', url: `${MEMBERS}/${id}`, body }, tokenOf(tenant, by))),
  );
};
const invite = (by: string, given: readonly string[]) =>
  put(by, '', { email: 'naik@dinas-uji.example', name: 'Petugas Uji Naik', roles: given, areas: [] });
const idOf = (role: Role): string => own.cast(role).id;
const rolesOf = async (id: string) => (await own.ports.staff.list()).find((one) => one.id === id)?.roles;

describe.each(roles.filter((role) => role !== 'manager'))('%s', (role) => {
  it.each(privileged)('gives nobody the role %s, themselves neither', async (given) => {
    const before = await written(own);
    const answers = [
      await change(idOf(role), idOf(role), [given]),
      await change(idOf(role), idOf('nobody'), [given]),
      await invite(idOf(role), [given]),
      await put(idOf(role), `/${idOf('deactivated')}/reactivate`, { revision: 1 }),
      await put(idOf(role), `/${idOf('manager')}/deactivate`, { revision: 1 }),
    ];
    for (const answer of answers) expect(answer.status).toBe(403);
    expect(await written(own)).toBe(before);
  });
});

describe('a manager', () => {
  const manager = idOf('manager');

  it('gives nobody the role of an emergency, alone or among others', async () => {
    const before = await written(own);
    for (const given of [[emergencyRole], [managerRole, emergencyRole]]) {
      expect(await change(manager, idOf('nobody'), given)).toMatchObject({
        status: 422,
        code: 'unknown-role',
      });
      expect(await invite(manager, given)).toMatchObject({ status: 422, code: 'unknown-role' });
    }
    expect(await written(own)).toBe(before);
  });

  it('gives themselves no role, not even one less', async () => {
    for (const given of [[managerRole, officerRole], [officerRole]])
      expect(await change(manager, manager, given)).toMatchObject({ status: 409, code: 'own-roles' });
    expect(await rolesOf(manager)).toEqual([managerRole]);
  });

  it.each([
    ['another agency', otherAgency],
    ['another government', otherTenant],
  ])('gives nobody of %s anything', async (_of, office) => {
    const before = await written(office);
    const answer = await change(manager, office.cast('nobody').id, [managerRole]);
    expect(answer).toMatchObject({ status: 404, code: 'not-found' });
    expect(await written(office)).toBe(before);
  });

  it('makes no more than a reader of who is let in by an emergency', async () => {
    const { id } = own.cast('emergency');
    expect(await change(manager, id, [managerRole])).toMatchObject({ status: 404, code: 'not-found' });
    const asking = requestOf({ method: 'GET', url: MEMBERS }, tokenOf(tenant, id));
    expect(await answerOf(await fetch(asking))).toMatchObject({ status: 403, code: 'emergency-read-only' });
  });

  it('makes an officer, who is one from then on and no manager', async () => {
    const { id } = own.cast('colleague');
    expect(await change(manager, id, [officerRole])).toMatchObject({ status: 200 });
    expect(await rolesOf(id)).toEqual([officerRole]);
    expect(await invite(id, [officerRole])).toMatchObject({ status: 403 });
  });
});
