import { complaintOf, kupangScene } from '@layan/testing/scenes/kupang-scene';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { expect, it } from 'vitest';
import { makeExtendPromise, makeResumeCase, makeSuspendCase } from '../case/hold-case.ts';
import { makeSendNotices } from './send-notices.ts';

it('tells by mail that a case rests, goes on, and takes longer; never why, for that is read where the code is needed', async () => {
  const scene = await kupangScene();
  const { ports, staff, memory, clock } = scene;
  const told = { ...complaintOf(1), contact: { email: 'warga@contoh.example' } };
  const { caseId } = await scene.file(told);
  const subjects: string[] = [];
  const texts: string[] = [];
  const mailer = {
    send: async ({ subject, text }: { readonly subject: string; readonly text: string }) => {
      subjects.push(subject.replace(/.*: /, ''));
      texts.push(text);
      return { ok: true as const, value: undefined };
    },
  };
  const notify = async () => {
    clock.advance(60_000);
    await makeSendNotices({ ...ports, mailer, trackingUrl: 'https://uji.example/lacak' })({ caseId });
  };
  const on = async () => ({
    member: staff.agencyHead,
    caseId,
    expectedSeq: (await memory.cases.find(caseId))?.snapshot.seq ?? 0,
    note: 'Menunggu data dari kelurahan uji.',
  });
  await notify();
  valueIn(await makeSuspendCase(ports)({ ...(await on()), suspension: 'postpone' }));
  await notify();
  valueIn(await makeResumeCase(ports)(await on()));
  await notify();
  const raw = { complaintClass: 'complaint', oversight: 'withoutOversight' };
  valueIn(await scene.complete(staff.secretariat, caseId, 'intake', 'verified', { raw }));
  await notify();
  valueIn(await makeExtendPromise(ports)({ ...(await on()), promise: 'portal-promise' }));
  await notify();
  expect(subjects[1]).toBe('penanganan ditunda sementara');
  expect(texts[2]).toContain('dilanjutkan');
  expect(subjects.at(-1)).toBe('batas waktu diperpanjang');
  expect(texts.join()).not.toContain('kelurahan uji');
});
