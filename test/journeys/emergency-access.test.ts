// In an emergency a central admin reads one agency's cases: asked by one, confirmed by another, told to the managers,
// narrow, and over when a manager says so.
import { adminApi } from '@layan/contract/admin-api';
import { staffApi } from '@layan/contract/staff-api';
import { type Caller, CallProblem, createCaller, exchange } from '@layan/infra/local/seed/call';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { forget, nextMinute } from '../errands.ts';
import { tokenByDemo, tokenByInvitation } from '../people/tokens.ts';

const port = inject('port');
const tenant = 'kota-kupang';
const reason = 'Uji: antrean surat berhenti dan warga menunggu di loket.';
let first: Caller;
let second: Caller;
let manager: Caller;

const eventually = async <T>(look: () => Promise<T | undefined>, within = 90_000): Promise<T> => {
  const until = Date.now() + within;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > until) throw new Error('It did not come about in time.');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
};

const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'done',
    (error: unknown) => (error instanceof CallProblem ? error.problem.code : String(error)),
  );

const mailsTo = async (to: string): Promise<readonly { subject: string; text: string }[]> => {
  const answer = await exchange({ port, host: `mail.localhost:${port}`, method: 'GET', path: '/mails.json' });
  const mails: { to: string[]; subject: string; text: string }[] = JSON.parse(answer.text);
  return mails.filter((mail) => mail.to.includes(to));
};

beforeAll(async () => {
  first = createCaller(port, await tokenByDemo(port, 'admin', 'pusat@layan.example'));
  second = createCaller(port, await tokenByDemo(port, 'admin', 'pusat.kedua@layan.example'));
  manager = createCaller(port, await tokenByDemo(port, 'staff', 'manajer@kupang.example'));
});

describe('an emergency access', () => {
  let id = '';
  let agency = '';
  let reader: Caller;

  it('is asked for by one central admin and confirmed by another', async () => {
    const { agencies } = await first(adminApi.getTenant, { params: { tenantId: tenant } });
    agency = agencies[0]?.id ?? '';
    const body = { key: crypto.randomUUID(), tenant, agency, reason, minutes: 10 };
    const asked = await first(adminApi.askEmergencyAccess, { body });
    id = asked.id;
    expect((await first(adminApi.askEmergencyAccess, { body })).id).toBe(id);
    const params = { emergencyId: id };
    expect(await codeOf(first(adminApi.confirmEmergencyAccess, { params, body: {} }))).toBe('own-emergency');
    await second(adminApi.confirmEmergencyAccess, { params, body: {} });
    const state = async () =>
      (await first(adminApi.listEmergencies)).emergencies.find((one) => one.id === id)?.state;
    await eventually(async () => ((await state()) === 'open' ? true : undefined));
  });

  it('is told to the manager by mail, who sees it among the members', async () => {
    const [mail] = await mailsTo('manajer@kupang.example');
    expect(mail?.subject).toContain('Akses darurat');
    expect(mail?.text).toContain(reason);
    const { members } = await manager(staffApi.listMembers);
    expect(members.find(({ emergency }) => emergency)).toMatchObject({
      email: 'pusat@layan.example',
      emergency: { reason, confirmedBy: 'Admin Pusat Kedua' },
    });
  });

  it('reads the work of the agency, masked, and nothing else', async () => {
    reader = createCaller(port, await tokenByInvitation(port, 'pusat@layan.example'));
    const me = await reader(staffApi.whoAmI);
    expect(me.oversees.length).toBeGreaterThan(0);
    const pages = await Promise.all(
      me.oversees.map(({ id: role }) => reader(staffApi.listInbox, { query: { role } })),
    );
    for (const { rows } of pages)
      for (const { applicant } of rows) expect(['nama disamarkan', 'Rahasia']).toContain(applicant);
    for (const ask of [
      () => reader(staffApi.getToday),
      () => reader(staffApi.listMembers),
      () => reader(staffApi.listStandards),
      () => reader(staffApi.listRegisters),
      () => reader(staffApi.getPractice),
    ])
      expect(await codeOf(ask())).toBe('emergency-read-only');
  });

  it('ends when the manager says so, and the managers hear what was read', async () => {
    const { members } = await manager(staffApi.listMembers);
    const member = members.find(({ emergency }) => emergency);
    await manager(staffApi.deactivateMember, {
      params: { memberId: member?.id ?? '' },
      body: { revision: member?.revision ?? 0 },
      idempotencyKey: crypto.randomUUID(),
    });
    // Who works here is remembered for some seconds.
    await forget(port);
    await eventually(async () =>
      ['member-deactivated', 'not-a-member'].includes(await codeOf(reader(staffApi.whoAmI)))
        ? true
        : undefined,
    );
    const ended = await eventually(async () => {
      // What became of an emergency is looked for every minute.
      await nextMinute(port);
      const { emergencies } = await first(adminApi.listEmergencies);
      return emergencies.find((one) => one.id === id && one.state === 'ended');
    });
    expect(ended).toMatchObject({ endedBy: 'tenant', read: { lists: expect.any(Number) } });
    expect(ended.read?.lists).toBeGreaterThan(0);
    const [mail] = await mailsTo('manajer@kupang.example');
    expect(mail?.subject).toContain('sudah berakhir');
    await expect(tokenByInvitation(port, 'pusat@layan.example')).rejects.toThrow();
  });

  it('stands in the chain of the control plane from beginning to end', async () => {
    const { acts, intact } = await second(adminApi.listAdminActs);
    expect(intact).toBe(true);
    expect(acts.filter(({ about }) => about === id).map(({ act }) => act)).toEqual([
      'close-emergency-access',
      'open-emergency-access',
      'confirm-emergency-access',
      'ask-emergency-access',
    ]);
  });
});
