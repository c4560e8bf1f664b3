import { SPACE_HEADER } from '@layan/contract/staff/practice';
import { makeTicket } from '@layan/domain/case/ticket';
import { InstantText, StaffId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import { emergencyDoor } from '@layan/http/emergency-door';
import { createAdmission } from '@layan/http/staff-admission';
import { aMember, aTenant, OTHER_TENANT, TENANT } from '@layan/testing/builders/a-tenant';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryPlatform } from '@layan/testing/memory/memory-tenant';
import { seededRandom } from '@layan/testing/seeded-random';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const START = Date.parse('2026-02-04T02:00:00Z');

/** A token says who somebody is and their groups, as in `staff-1 tenant:kota-contoh`; it was made at `issuedAt`. */
const verify = async (authorization: string | undefined) => {
  const [subject = '', ...groups] = (authorization ?? '').split(' ');
  return subject === ''
    ? err('token-missing' as const)
    : ok({ subject, groups, expiresAt: Number.MAX_SAFE_INTEGER, issuedAt });
};

let now: number;
let issuedAt: number;
let platform: ReturnType<typeof memoryPlatform>;
let admit: ReturnType<typeof createAdmission>;
const member = aMember(1);
const asMember = `${member.id} tenant:${TENANT}`;

beforeEach(async () => {
  now = START;
  issuedAt = START - 60_000;
  platform = memoryPlatform();
  const { directory, staff } = platform.open(TENANT);
  await directory.save(aTenant());
  await staff.save(member, undefined);
  await platform.open(OTHER_TENANT).directory.save(aTenant({ id: OTHER_TENANT }));
  admit = createAdmission({
    verify,
    openTenant: (tenant) => ({
      ...platform.open(tenant),
      clock: fixedClock(),
      random: seededRandom('admission'),
    }),
    now: () => now,
  });
});

const change = async (changes: Parameters<typeof aMember>[1]) => {
  const { staff } = platform.open(TENANT);
  const before = await staff.find(member.id);
  if (!before) throw new Error('no member');
  const saved = await staff.save({ ...before, ...changes, revision: before.revision + 1 }, before.revision);
  expect(saved.ok).toBe(true);
};

describe('admission of staff', () => {
  it('says of a government that has closed that it is only read', async () => {
    expect(await admit(asMember)).not.toHaveProperty('value.closed');
    await platform.open(TENANT).directory.save(aTenant({ state: 'closed' }));
    expect(await admit(asMember)).toMatchObject({ ok: true, value: { closed: true } });
  });

  it('knows tenant and membership from the token alone', async () => {
    expect(await admit(asMember)).toMatchObject({ ok: true, value: { tenant: TENANT, member } });
  });

  it.each([
    ['a token without a tenant', `${member.id}`],
    ['a token of two tenants', `${member.id} tenant:${TENANT} tenant:${OTHER_TENANT}`],
    ['somebody who is no member here', `${StaffId.parse('somebody')} tenant:${TENANT}`],
    ['a member of another tenant', `${member.id} tenant:${OTHER_TENANT}`],
  ])('refuses %s', async (_what, token) => {
    expect(await admit(token)).toMatchObject({ ok: false, error: { code: 'not-a-member' } });
  });

  it('gives new roles and areas, and takes old ones, within a minute', async () => {
    await admit(asMember);
    await change({ roles: ['back-office'] });
    now += 60_000;
    expect(await admit(asMember)).toMatchObject({ ok: true, value: { member: { roles: ['back-office'] } } });
  });

  it('asks for a membership once in a while and not at every request', async () => {
    await admit(asMember);
    await change({ roles: ['back-office'] });
    now += 20_000;
    expect(await admit(asMember)).toMatchObject({ ok: true, value: { member: { roles: member.roles } } });
  });

  it('lets nobody in who was deactivated, within a minute, though the token holds', async () => {
    await admit(asMember);
    await change({ state: 'deactivated' });
    now += 60_000;
    expect(await admit(asMember)).toMatchObject({ ok: false, error: { code: 'member-deactivated' } });
    expect(await admit(asMember)).toMatchObject({ ok: false, error: { code: 'member-deactivated' } });
  });

  it('opens nothing for a token of before somebody signed out, within half a minute', async () => {
    const { signOuts } = platform.open(TENANT);
    expect((await admit(asMember)).ok).toBe(true);
    await signOuts.note(member.id, InstantText.parse(new Date(now).toISOString()));
    now += 30_000;
    expect(await admit(asMember)).toMatchObject({ ok: false, error: { code: 'token-expired', status: 401 } });
  });

  it('opens for the next token of somebody who signed out, and for everybody else', async () => {
    const { signOuts } = platform.open(TENANT);
    await signOuts.note(member.id, InstantText.parse(new Date(now).toISOString()));
    await platform.open(TENANT).staff.save(aMember(2), undefined);
    expect((await admit(`${aMember(2).id} tenant:${TENANT}`)).ok).toBe(true);
    issuedAt = now + 1000;
    expect((await admit(asMember)).ok).toBe(true);
  });

  it('asks who signed out twice a minute at most', async () => {
    const { signOuts } = platform.open(TENANT);
    const asked = vi.spyOn(signOuts, 'last');
    for (let second = 0; second < 60; second += 1) {
      now += 1000;
      await admit(asMember);
    }
    expect(asked.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it('closes with the tenant', async () => {
    await admit(asMember);
    await platform.open(TENANT).directory.save(aTenant({ state: 'suspended' }));
    expect(await admit(asMember)).toMatchObject({ ok: false, error: { code: 'tenant-suspended' } });
  });

  it('ends an emergency access at its moment, also for one who is remembered', async () => {
    const end = START + 20_000;
    const until = InstantText.parse(new Date(end).toISOString());
    await change({
      roles: ['emergencyReader'],
      emergency: { request: 'r1', until, reason: { sealed: 'v1.x' }, confirmedBy: 'Admin Uji' },
    });
    now = end - 1;
    expect((await admit(asMember)).ok).toBe(true);
    now = end;
    expect(await admit(asMember)).toMatchObject({ ok: false, error: { code: 'member-deactivated' } });
  });
});

describe('the door of an emergency access', () => {
  const asked = (method: string, path: string, headers: Record<string, string> = {}) => ({
    method,
    path,
    header: (name: string) => headers[name],
    query: () => 'T0000001',
  });
  const enter = async (request: ReturnType<typeof asked>) => {
    const ports = { ...platform.open(TENANT), clock: fixedClock(), random: seededRandom('door') };
    const until = InstantText.parse(new Date(START + 60_000).toISOString());
    const emergency = { request: 'r1', until, reason: { sealed: 'v1.x' }, confirmedBy: 'Admin Uji' };
    const refused = await emergencyDoor({ member: { ...member, emergency }, ports }, request);
    return { refused, readings: await ports.emergencyReadings.list('r1') };
  };
  const caseId = 'c'.padEnd(26, '0');

  it.each([
    ['/staff/inbox', 'list-inbox'],
    ['/staff/search', 'find-by-ticket'],
    [`/staff/cases/${caseId}`, 'get-case'],
  ])('lets %s be read and notes it first', async (path, operation) => {
    const { refused, readings } = await enter(asked('GET', path));
    expect(refused).toBeUndefined();
    expect(readings).toMatchObject([{ operation }]);
  });

  it.each([
    ['POST', '/staff/inbox'],
    ['POST', `/staff/cases/${caseId}/facts/nik/unmask`],
    ['GET', `/staff/cases/${caseId}/`],
    ['GET', `/staff/cases/${caseId}/slip`],
    ['GET', '/staff/cases/../members'],
    ['GET', '/staff/members'],
    ['GET', '/print/cards/1'],
  ])('refuses %s %s', async (method, path) => {
    const { refused, readings } = await enter(asked(method, path));
    expect(refused).toMatchObject({ status: 403, code: 'emergency-read-only' });
    expect(readings).toEqual([]);
  });

  it('notes a ticket that was looked for, and nothing else that was typed in its place', async () => {
    const search = (typed: string) => ({ ...asked('GET', '/staff/search'), query: () => typed });
    const ticket = makeTicket((count) => new Uint8Array(count));
    expect((await enter(search(ticket.toLowerCase()))).readings).toMatchObject([{ about: ticket }]);
    const typed = await enter(search('Warga Uji Satu'));
    expect(typed.readings.map(({ about }) => about).sort()).toEqual([ticket, undefined]);
    expect(JSON.stringify(typed.readings)).not.toContain('Warga');
  });

  it('refuses the practice space', async () => {
    const { refused } = await enter(asked('GET', '/staff/inbox', { [SPACE_HEADER]: 'practice' }));
    expect(refused).toMatchObject({ code: 'emergency-read-only' });
  });
});
