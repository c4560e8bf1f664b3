import { emergencyOperations, mayUse, type Operation, operationNeeds } from '@layan/domain/access/operations';
import { aMember, aTenant, TENANT } from '@layan/testing/builders/a-tenant';
import { AGENCY } from '@layan/testing/builders/ids';
import {
  asking,
  emergencyScene,
  first,
  manager,
  reason,
  second,
} from '@layan/testing/scenes/emergency-scene';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeDeactivateMember } from '../staff/deactivate-member.ts';
import { findColleague } from '../staff/find-colleague.ts';
import { openMembership } from '../staff/member-seal.ts';

const MINUTE = 60_000;
const isOperation = (name: string): name is Operation => name in operationNeeds;

const emergencyOf = async ({ platform }: Awaited<ReturnType<typeof emergencyScene>>, id: string) =>
  platform.emergencies.find(id);

describe('asking', () => {
  it.each([
    ['a reason that says nothing', { reason: 'Mendesak sekali ya' }, 'emergency-reason-short'],
    ['a reason of blanks', { reason: `Mendesak${' '.repeat(40)}` }, 'emergency-reason-short'],
    ['a tenant that is not there', { tenant: 'kota-tidak-ada' }, 'emergency-tenant-unknown'],
    ['an agency that is not there', { agency: 'dinas-tidak-ada' }, 'agency-unknown'],
  ])('refuses %s', async (_what, change, code) => {
    const { ask } = await emergencyScene();
    expect(await ask({ ...asking, ...change })).toEqual({ ok: false, error: { code } });
  });

  it('is for an hour at most', async () => {
    const { ask } = await emergencyScene();
    expect(valueIn(await ask({ ...asking, minutes: 600 })).minutes).toBe(60);
  });

  it('again is the same request, and its key serves no other', async () => {
    const { ask, platform } = await emergencyScene();
    const [one, two] = [valueIn(await ask(asking)), valueIn(await ask(asking))];
    expect(two.id).toBe(one.id);
    expect(await ask({ ...asking, minutes: 31 })).toEqual({
      ok: false,
      error: { code: 'emergency-mismatch' },
    });
    expect(await platform.emergencies.list()).toHaveLength(1);
    expect(valueIn(await ask({ ...asking, by: second })).id).not.toBe(one.id);
  });
});

describe('confirming', () => {
  it('is for another central admin, and nothing opens before', async () => {
    const s = await emergencyScene();
    const { id } = valueIn(await s.ask(asking));
    expect(await s.confirm({ by: first, id })).toEqual({ ok: false, error: { code: 'own-emergency' } });
    expect(await s.run({ id })).toBeUndefined();
    expect(await s.tenant.staff.list()).toEqual([manager]);
    expect(s.platform.pool.size).toBe(0);
    expect(s.mails).toEqual([]);
  });

  it('comes too late after an hour, or after a refusal', async () => {
    const s = await emergencyScene();
    const { id } = valueIn(await s.ask(asking));
    valueIn(await s.decline({ by: first, id }));
    expect(await s.confirm({ by: second, id })).toMatchObject({ error: { code: 'emergency-not-open' } });
    const late = valueIn(await s.ask({ ...asking, key: 'key-0002' }));
    s.clock.advance(61 * MINUTE);
    expect(await s.confirm({ by: second, id: late.id })).toMatchObject({
      error: { code: 'emergency-not-open' },
    });
  });

  it('sent twice is one, and sets the end once', async () => {
    const s = await emergencyScene();
    const { id } = valueIn(await s.ask(asking));
    const { until } = valueIn(await s.confirm({ by: second, id }));
    s.clock.advance(5 * MINUTE);
    expect(valueIn(await s.confirm({ by: second, id })).until).toBe(until);
  });
});

describe('an emergency access', () => {
  it('opens with a trace and a mail to the managers: who, why, until when', async () => {
    const s = await emergencyScene();
    const { id, reader } = await s.opened();
    expect(reader).toMatchObject({
      roles: ['emergencyReader'],
      agency: AGENCY,
      state: 'active',
      emergency: { confirmedBy: 'Admin Dua' },
    });
    expect(JSON.stringify(reader)).not.toContain(reason);
    expect((await openMembership(s.tenant.vault, reader)).emergency?.reason).toBe(reason);
    expect([...s.platform.pool.values()]).toMatchObject([
      { email: first.email, tenant: TENANT, enabled: true },
    ]);
    expect(s.mails).toMatchObject([{ to: manager.email }]);
    const [mail] = s.mails;
    for (const word of ['Admin Satu', first.email, reason, 'Admin Dua', '09.30 WIB'])
      expect(mail?.text).toContain(word);
    expect(await s.acts(s.tenant.audit)).toEqual(['open-emergency-access']);
    expect(await s.acts()).toEqual([
      'ask-emergency-access',
      'confirm-emergency-access',
      'open-emergency-access',
    ]);
    expect((await emergencyOf(s, id))?.state).toBe('open');
  });

  it('lets nobody in when the managers could not be told', async () => {
    const s = await emergencyScene(() => {
      throw new Error('no mail today');
    });
    await expect(s.opened()).rejects.toThrow('no mail today');
    expect(await s.tenant.staff.list()).toEqual([manager]);
  });

  it('may read four things of all there are, and leave', async () => {
    const s = await emergencyScene();
    const { reader } = await s.opened();
    const allowed = Object.keys(operationNeeds).filter(
      (operation) => isOperation(operation) && mayUse(reader, operation).ok,
    );
    expect(new Set(allowed)).toEqual(
      new Set(['who-am-i', 'sign-out', 'list-inbox', 'get-case', 'find-by-ticket']),
    );
    expect(emergencyOperations.size).toBe(5);
    // Nor with the role of a manager beside it, should anybody ever give it.
    const both = { ...reader, roles: ['serviceManager', 'emergencyReader'] };
    expect(mayUse(both, 'list-members').ok).toBe(false);
  });

  it('ends by itself, tells the managers what was read, and takes the account out of the tenant', async () => {
    const s = await emergencyScene();
    const { id, reader } = await s.opened();
    for (const operation of ['list-inbox', 'list-inbox', 'find-by-ticket'] as const)
      await s.tenant.emergencyReadings.append({ request: id, at: s.clock.now(), operation });
    s.clock.advance(29 * MINUTE);
    expect(await s.run({ id })).toBeUndefined();
    s.clock.advance(MINUTE);
    expect(await s.run({ id })).toMatchObject({
      state: 'ended',
      endedBy: 'time',
      read: { cases: 0, lists: 2, searches: 1 },
    });
    expect((await s.tenant.staff.find(reader.id))?.state).toBe('deactivated');
    expect([...s.platform.pool.values()]).toMatchObject([{ enabled: false, tenant: undefined }]);
    expect(s.mails).toHaveLength(2);
    expect(s.mails[1]?.text).toContain('Daftar tugas dilihat 2 kali, nomor tiket dicari 1 kali.');
    expect(await s.acts(s.tenant.audit)).toEqual(['open-emergency-access', 'close-emergency-access']);
    expect(await s.run({ id })).toBeUndefined();
    expect(s.mails).toHaveLength(2);
  });

  it('ends early by a central admin', async () => {
    const s = await emergencyScene();
    const { id } = await s.opened();
    valueIn(await s.end({ by: second, id }));
    valueIn(await s.end({ by: second, id }));
    expect(await s.run({ id })).toMatchObject({ state: 'ended', endedBy: 'central-admin' });
    expect((await s.acts()).slice(-2)).toEqual(['end-emergency-access', 'close-emergency-access']);
  });

  it('ends early by a manager, who can do nothing else to it', async () => {
    const s = await emergencyScene();
    const { id, reader } = await s.opened();
    for (const operation of ['change-member', 'reactivate-member', 'change-official'] as const)
      expect(await findColleague(s.tenant.staff, operation, manager, reader.id)).toMatchObject({ ok: false });
    const ports = { ...s.tenant, clock: s.clock, random: { bytes: (n: number) => new Uint8Array(n) } };
    valueIn(await makeDeactivateMember(ports)({ member: manager, id: reader.id }));
    expect(await s.run({ id })).toMatchObject({ state: 'ended', endedBy: 'tenant' });
    expect(s.mails[1]?.text).toContain('Dihentikan oleh pengelola layanan.');
  });

  it('is not opened again by a repeat after a manager ended it', async () => {
    const s = await emergencyScene();
    const { id, reader } = await s.opened();
    await s.tenant.staff.save({ ...reader, state: 'deactivated', revision: 2 }, 1);
    // The provisioner saved the membership and broke off before it had said so.
    const open = await emergencyOf(s, id);
    if (!open) throw new Error('gone');
    const act = { at: s.clock.now(), by: { party: 'system' as const }, act: 'test', about: id };
    await s.platform.emergencies.save(
      { ...open, state: 'confirmed', revision: open.revision + 1 },
      open.revision,
      act,
    );
    await s.run({ id });
    expect((await s.tenant.staff.find(reader.id))?.state).toBe('deactivated');
    expect(await s.acts(s.tenant.audit)).toEqual(['open-emergency-access']);
  });

  it('serves a second time, in another emergency', async () => {
    const s = await emergencyScene();
    const { id } = await s.opened();
    valueIn(await s.end({ by: first, id }));
    await s.run({ id });
    const again = valueIn(await s.ask({ ...asking, key: 'key-0009' }));
    valueIn(await s.confirm({ by: second, id: again.id }));
    expect(await s.run({ id: again.id })).toMatchObject({ state: 'open' });
    expect([...s.platform.pool.values()]).toMatchObject([{ enabled: true, tenant: TENANT }]);
  });

  it.each([
    [
      'somebody who works there',
      async (s: Awaited<ReturnType<typeof emergencyScene>>) => {
        const invited = valueIn(await s.tenant.accounts.invite(first));
        await s.tenant.staff.save(aMember(7, { id: invited, email: first.email }), undefined);
      },
    ],
    [
      'a tenant that is closed meanwhile',
      async (s: Awaited<ReturnType<typeof emergencyScene>>) =>
        s.tenant.directory.save(aTenant({ state: 'suspended' })),
    ],
    [
      'a provisioner that comes after its end',
      async (s: Awaited<ReturnType<typeof emergencyScene>>) => s.clock.advance(31 * MINUTE),
    ],
  ])('is refused for %s, and says why', async (_what, prepare) => {
    const s = await emergencyScene();
    const { id } = valueIn(await s.ask(asking));
    valueIn(await s.confirm({ by: second, id }));
    await prepare(s);
    const failed = await s.run({ id });
    expect(failed).toMatchObject({ state: 'failed', failure: expect.any(String) });
    expect((await s.tenant.staff.list()).some(({ emergency }) => emergency)).toBe(false);
    expect(s.mails).toEqual([]);
  });
});
