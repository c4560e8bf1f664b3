import { StaffId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import { createAdmission } from '@layan/http/staff-admission';
import { aMember, aTenant, OTHER_TENANT, TENANT } from '@layan/testing/builders/a-tenant';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryPlatform } from '@layan/testing/memory/memory-tenant';
import { seededRandom } from '@layan/testing/seeded-random';
import { beforeEach, describe, expect, it } from 'vitest';

const START = Date.parse('2026-02-04T02:00:00Z');

/** A token says who somebody is and their groups, as in `staff-1 tenant:kota-contoh`. */
const verify = async (authorization: string | undefined) => {
  const [subject = '', ...groups] = (authorization ?? '').split(' ');
  return subject === ''
    ? err('token-missing' as const)
    : ok({ subject, groups, expiresAt: Number.MAX_SAFE_INTEGER });
};

let now: number;
let platform: ReturnType<typeof memoryPlatform>;
let admit: ReturnType<typeof createAdmission>;
const member = aMember(1);
const asMember = `${member.id} tenant:${TENANT}`;

beforeEach(async () => {
  now = START;
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

  it('closes with the tenant', async () => {
    await admit(asMember);
    await platform.open(TENANT).directory.save(aTenant({ state: 'suspended' }));
    expect(await admit(asMember)).toMatchObject({ ok: false, error: { code: 'tenant-suspended' } });
  });
});
