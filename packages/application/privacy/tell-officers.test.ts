// The officer hears in time that time runs out: once a day before the end, once when it has passed, by a mail that says
// nothing of whose data it is.
import { officerRole } from '@layan/domain/case/authority';
import { CaseId } from '@layan/domain/kernel/ids';
import { epochMs, toInstantText } from '@layan/domain/kernel/instant';
import { aMember } from '@layan/testing/builders/a-tenant';
import { testPerson } from '@layan/testing/builders/people';
import { memoryMailer } from '@layan/testing/memory/memory-notices';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { expect, it } from 'vitest';
import { makeSendNotices } from '../notice/send-notices.ts';
import { makeAnswerRequest } from './answer-request.ts';
import { makeRecordBreach } from './breaches.ts';
import { makeRecordRequest } from './record-request.ts';
import { makeWatchRequests } from './watch-requests.ts';

async function scene(hasOfficer = true) {
  const base = await ultpkScene();
  const { agency } = base.staff.frontOffice;
  const officer = aMember(31, { agency, roles: [officerRole], email: 'ppdp@dinas-uji.example' });
  const appoint = () => base.memory.staff.save(officer, undefined);
  if (hasOfficer) await appoint();
  const mailer = memoryMailer();
  const ports = { ...base.ports, origin: 'https://kota-probolinggo.layan.example' };
  const later = (hours: number) =>
    base.clock.set(toInstantText(epochMs(base.clock.now()) + hours * 3_600_000));
  const watch = makeWatchRequests(ports);
  const send = (id: string) =>
    makeSendNotices({ ...ports, mailer, trackingUrl: '' })({ caseId: CaseId.parse(id) });
  /** Sweeps and sends twice, as queues do. */
  const turn = async (id: string) => {
    for (const _ of [1, 2]) {
      await watch();
      await send(id);
    }
    return mailer.sent.splice(0);
  };
  return { ...base, ports, officer, appoint, mailer, later, turn };
}

it('of a request: nothing at first, once when a day is left, once when it has passed, nothing once answered', async () => {
  const s = await scene();
  const { nik } = testPerson(1);
  await s.file(1);
  const request = valueIn(
    await makeRecordRequest(s.ports)({
      ...{ member: s.staff.frontOffice, kind: 'restriction', identity: 'identity-card' },
      ...{ whose: { by: 'nik', nik }, wish: 'Rahasia saya' },
    }),
  );
  s.later(47);
  expect(await s.turn(request.id)).toEqual([]);
  s.later(2);
  const soon = await s.turn(request.id);
  expect(soon).toMatchObject([
    { to: s.officer.email, subject: expect.stringContaining('sisa kurang dari 24 jam') },
  ]);
  expect(soon[0]?.text).toContain(`https://console.layan.example/data-pribadi/permintaan/${request.id}`);
  for (const secret of [nik, 'Rahasia', 'Warga Uji']) expect(JSON.stringify(soon)).not.toContain(secret);
  s.later(24);
  expect(await s.turn(request.id)).toMatchObject([{ subject: expect.stringContaining('sudah lewat') }]);
  expect(await s.turn(request.id)).toEqual([]);
});

it('of a request that was answered in time nobody hears', async () => {
  const s = await scene();
  await s.file(1);
  const whose = { by: 'nik', nik: testPerson(1).nik } as const;
  const asked = {
    member: s.staff.frontOffice,
    kind: 'restriction',
    identity: 'identity-card',
    whose,
  } as const;
  const { id, revision } = valueIn(await makeRecordRequest(s.ports)(asked));
  valueIn(await makeAnswerRequest(s.ports)({ member: s.officer, request: id, answer: 'grant', revision }));
  s.later(80);
  expect(await s.turn(id)).toEqual([]);
});

it('whoever becomes officer late hears of what nobody could be told', async () => {
  const s = await scene(false);
  await s.file(1);
  const whose = { by: 'nik', nik: testPerson(1).nik } as const;
  const asked = { kind: 'restriction', identity: 'identity-card', whose } as const;
  const { id } = valueIn(await makeRecordRequest(s.ports)({ member: s.staff.frontOffice, ...asked }));
  s.later(49);
  expect(await s.turn(id)).toEqual([]);
  await s.appoint();
  expect(await s.turn(id)).toMatchObject([{ to: s.officer.email }]);
});

it('of a breach: when a day is left to tell people and authority, and when it has passed', async () => {
  const s = await scene();
  const [breach] = valueIn(
    await makeRecordBreach(s.ports)({
      ...{ member: s.officer, discovered: { date: '2026-01-05', time: '09:00' }, data: ['identity'] },
      ...{ how: 'Daftar terkirim ke alamat lain.', from: '2026-01-01', to: '2026-01-31' },
    }),
  );
  const id = breach?.id ?? '';
  const [mail] = await s.turn(id);
  expect(mail?.subject).toBe('Kegagalan pelindungan data: batas waktu sudah lewat');
  expect(mail?.text).not.toContain('alamat lain');
  expect(await s.turn(id)).toEqual([]);
});
