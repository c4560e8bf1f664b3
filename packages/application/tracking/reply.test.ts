import { complaintOf, kupangScene } from '@layan/testing/scenes/kupang-scene';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeSuspendCase } from '../case/hold-case.ts';
import { makeCompleteFile } from './complete-file.ts';
import { makeGetCompletion } from './get-completion.ts';
import { makeOpenOwnCase } from './open-own-case.ts';
import { makeReadAnswer } from './read-answer.ts';
import { makeTrackCase } from './track-case.ts';

/** Filed on the portal, answered in writing, waiting for a word of the complainant. */
const answered = async () => {
  const scene = await kupangScene();
  const { ports, staff, complete, standard } = scene;
  const receipt = await scene.file(complaintOf(1));
  const { caseId } = receipt;
  const unit = standard.process.facts.find(({ id }) => id === 'handlingUnit')?.options?.[0]?.value ?? '';
  const raw = { complaintClass: 'complaint', oversight: 'withoutOversight' };
  const track = async () => valueIn(await makeTrackCase(ports)(receipt));
  const toDraft = async () => {
    valueIn(await complete(staff.secretariat, caseId, 'intake', 'verified', { raw }));
    valueIn(
      await complete(staff.agencyHead, caseId, 'disposition', 'assign', { raw: { handlingUnit: unit } }),
    );
    const draft = { raw: { answerText: 'Sudah kami kirim.' } };
    valueIn(await complete(staff.officer, caseId, 'draft-answer', 'submit', draft));
  };
  const toAnswer = async () => {
    valueIn(await complete(staff.subdivisionHead, caseId, 'correct-subdivision', 'pass'));
    valueIn(await complete(staff.divisionHead, caseId, 'correct-division', 'pass'));
    valueIn(await complete(staff.agencySecretary, caseId, 'correct-secretary', 'pass'));
    valueIn(await complete(staff.agencyHead, caseId, 'sign', 'sign'));
    const sent = { raw: { outgoingNumber: '460/1', sentBy: 'portal' } };
    valueIn(await complete(staff.secretariat, caseId, 'send', 'sent', sent));
  };
  return { scene, ports, staff, caseId, track, toDraft, toAnswer };
};

describe('an answer', () => {
  it('is read once it was sent, and never as a draft', async () => {
    const { ports, track, toDraft, toAnswer } = await answered();
    await toDraft();
    const early = await track();
    expect(early.view.answered).toBe(false);
    expect((await makeReadAnswer(ports)({ session: early.session })).ok).toBe(false);
    await toAnswer();
    const { session, view } = await track();
    expect(view.answered).toBe(true);
    const { forms } = valueIn(await makeReadAnswer(ports)({ session }));
    expect(forms.flatMap(({ answers }) => answers.map(({ value }) => value))).toContain('Sudah kami kirim.');
  });

  it('tells who holds ticket and secret neither the numbers of people nor who stays unknown', async () => {
    const { scene, ports, caseId, track, toDraft, toAnswer } = await answered();
    await toDraft();
    await toAnswer();
    const { session } = await track();
    const { complainantName = '' } = complaintOf(1).complainant ?? {};
    // As if the standard showed the complaint with the answer, and asked for a NIK in place of a telephone number.
    const getPinned: typeof ports.standards.getPinned = async (ref) => {
      const version = await ports.standards.getPinned(ref);
      const { process } = version.standard;
      const steps = process.steps.map((step) =>
        step.shows && step.kind === 'supply' ? { ...step, shows: ['complaint', ...step.shows] } : step,
      );
      const facts = process.facts.map((fact) =>
        fact.id === 'phone' ? { ...fact, type: 'nik' as const } : fact,
      );
      return { ...version, standard: { ...version.standard, process: { ...process, steps, facts } } };
    };
    const read = async () =>
      JSON.stringify(
        valueIn(
          await makeReadAnswer({ ...ports, standards: { ...ports.standards, getPinned } })({ session }),
        ),
      );
    expect(await read()).toContain(complainantName);
    expect(await read()).toContain('9001');
    expect(await read()).not.toContain('0000 9001');
    expect(await read()).not.toContain('00009001');
    const record = scene.memory.table.cases.get(caseId);
    if (!record) throw new Error('no case');
    const snapshot = { ...record.snapshot, anonymous: true as const };
    scene.memory.table.cases.set(caseId, { ...record, snapshot });
    expect(await read()).toContain('belum sampai');
    expect(await read()).not.toContain(complainantName);
    expect(await read()).not.toContain('9001');
  });

  it('stays readable after the case was closed with it', async () => {
    const { ports, track, toDraft, toAnswer } = await answered();
    await toDraft();
    await toAnswer();
    const { session } = await track();
    const { asked, reply } = valueIn(await makeGetCompletion(ports)({ session }));
    expect(reply).toBe('Tanggapi jawaban');
    const done = await makeCompleteFile(ports)({ session, asked, raw: { reaction: 'satisfied' } });
    const after = valueIn(await makeOpenOwnCase(ports)(valueIn(done)));
    expect(after.view).toMatchObject({ answered: true, asks: [], ended: { kind: 'answered' } });
    expect((await makeReadAnswer(ports)({ session: after.session })).ok).toBe(true);
  });
});

describe('a reply', () => {
  it('goes where its answers lead, and asks for what they ask', async () => {
    const { ports, track, toDraft, toAnswer } = await answered();
    await toDraft();
    await toAnswer();
    const { session, view } = await track();
    expect(view.asks).toEqual(['Tanggapi jawaban']);
    const { asked } = valueIn(await makeGetCompletion(ports)({ session }));
    const send = (raw: Record<string, string>) => makeCompleteFile(ports)({ session, asked, raw });
    expect(await send({})).toMatchObject({ error: { code: 'completion-incomplete' } });
    expect(await send({ reaction: 'notSatisfied' })).toMatchObject({
      error: { problems: [{ fact: 'reactionReason' }] },
    });
    valueIn(await send({ reaction: 'notSatisfied', reactionReason: 'Belum ada.' }));
    expect((await track()).view.next).not.toEqual([]);
    expect((await track()).view.asks).toEqual([]);
  });
});

describe('a case on hold', () => {
  it('tells its applicant why and until when, and asks nothing of them', async () => {
    const { scene, ports, staff, caseId, track, toDraft } = await answered();
    await toDraft();
    const expectedSeq = (await scene.memory.cases.find(caseId))?.snapshot.seq ?? 0;
    const held = { member: staff.agencyHead, caseId, expectedSeq, suspension: 'postpone' };
    expect((await makeSuspendCase(ports)(held)).ok).toBe(false);
    valueIn(await makeSuspendCase(ports)({ ...held, note: 'Menunggu data dari kelurahan uji.' }));
    const { view } = await track();
    expect(view.suspended).toMatchObject({ note: 'Menunggu data dari kelurahan uji.' });
    expect(view.next).toEqual(['Penanganan berkas Anda sedang ditunda.']);
    expect(view.promises.filter(({ state }) => state === 'running')).toEqual([]);
  });
});
