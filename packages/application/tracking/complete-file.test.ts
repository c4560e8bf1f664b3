import { testPerson } from '@layan/testing/builders/people';
import { aPng } from '@layan/testing/builders/scans';
import { countPortCalls } from '@layan/testing/count-port-calls';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeCheckDocument } from '../document/check-document.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { makeCompleteFile } from './complete-file.ts';
import { makeGetCompletion } from './get-completion.ts';
import { makeOpenOwnCase } from './open-own-case.ts';
import { makePrepareCompletionUpload } from './prepare-completion-upload.ts';
import { makeTrackCase } from './track-case.ts';
import { makeWithdrawCase } from './withdraw-case.ts';

const note = 'Foto KTP buram. Mohon ambil ulang di tempat terang.';

/** Returned by the counter: the card of the head again, and the address. */
const returned = async () => {
  const scene = await ultpkScene();
  const receipt = await scene.file(1);
  const missing = { requirements: ['head-id-card'], facts: ['address', 'nik'] };
  const { frontOffice } = scene.staff;
  valueIn(
    await scene.complete(frontOffice, receipt.caseId, 'initial-verification', 'return', { note, missing }),
  );
  const { session } = valueIn(await makeTrackCase(scene.ports)(receipt));
  const upload = async (bytes = aPng()) => {
    const input = { session, requirement: 'head-id-card' };
    const { documentId } = valueIn(await makePrepareCompletionUpload(scene.ports)(input));
    scene.memory.scans.arrive(receipt.caseId, documentId, bytes);
    return makeCheckDocument(scene.ports)({ caseId: receipt.caseId, documentId });
  };
  const raw = { address: 'Jalan Uji Baru 9', nik: testPerson(1).nik };
  return { scene, receipt, session, upload, raw };
};

describe('a returned file', () => {
  it('tells the citizen what is missing and why', async () => {
    const { scene, session } = await returned();
    const { view } = valueIn(await makeOpenOwnCase(scene.ports)({ session }));
    expect(view.returned).toEqual({
      labels: expect.arrayContaining(['KTP kepala keluarga']),
      note,
    });
  });

  it('asks for exactly that, with what is known, but never shows a number of the card', async () => {
    const { scene, session } = await returned();
    const completion = valueIn(await makeGetCompletion(scene.ports)({ session }));
    expect(completion.requirements).toMatchObject([{ id: 'head-id-card', state: 'missing', required: true }]);
    expect(completion.fields.map(({ fact, entered }) => [fact, entered])).toEqual([
      ['nik', ''],
      ['address', 'Jalan Uji 1'],
    ]);
    expect(JSON.stringify(completion)).not.toContain(testPerson(1).nik);
  });

  it('comes back to the desk it came from once it is completed', async () => {
    const { scene, receipt, session, upload, raw } = await returned();
    await upload();
    const { asked } = valueIn(await makeGetCompletion(scene.ports)({ session }));
    const done = valueIn(await makeCompleteFile(scene.ports)({ session, asked, raw }));
    const { view } = valueIn(await makeOpenOwnCase(scene.ports)(done));
    expect(view.returned).toBeUndefined();
    const record = await scene.memory.cases.find(receipt.caseId);
    expect(record?.snapshot.tasks.map(({ step }) => step)).toEqual(['initial-verification']);
    expect(
      record?.snapshot.attachments.filter(({ requirement }) => requirement === 'head-id-card'),
    ).toHaveLength(2);
  });

  it('costs one read and one transaction to complete', async () => {
    const { scene, session, upload, raw } = await returned();
    await upload();
    const { asked } = valueIn(await makeGetCompletion(scene.ports)({ session }));
    const { ports, calls } = countPortCalls(scene.ports);
    valueIn(await makeCompleteFile(ports)({ session, asked, raw }));
    expect(calls).toEqual(['cases.findFile', 'cases.commit']);
  });

  it('is completed once, however often and however simultaneously the form is sent', async () => {
    const { scene, receipt, session, upload, raw } = await returned();
    await upload();
    const { asked } = valueIn(await makeGetCompletion(scene.ports)({ session }));
    const complete = makeCompleteFile(scene.ports);
    const sent = await Promise.all([1, 2, 3].map(() => complete({ session, asked, raw })));
    expect([...sent, await complete({ session, asked, raw })].every(({ ok }) => ok)).toBe(true);
    const events = scene.memory.table.events.get(receipt.caseId) ?? [];
    const supplied = events.filter(
      ({ body }) => body.type === 'stepCompleted' && body.step === 'complete-file',
    );
    expect(supplied).toHaveLength(1);
  });

  it('returned a second time, is not completed by the form of the first time', async () => {
    const { scene, receipt, session, upload, raw } = await returned();
    await upload();
    const complete = makeCompleteFile(scene.ports);
    const { asked } = valueIn(await makeGetCompletion(scene.ports)({ session }));
    valueIn(await complete({ session, asked, raw }));
    scene.clock.advance(60_000);
    const again = { note, missing: { requirements: [], facts: ['address'] } };
    const { frontOffice } = scene.staff;
    valueIn(await scene.complete(frontOffice, receipt.caseId, 'initial-verification', 'return', again));
    const seq = await scene.seqOf(receipt.caseId);
    expect(await complete({ session, asked, raw })).toEqual({ ok: false, error: { code: 'case-changed' } });
    expect(await scene.seqOf(receipt.caseId)).toBe(seq);
  });

  it('is not complete with a wrong answer or without the scan, and nothing is written', async () => {
    const { scene, receipt, session, raw } = await returned();
    const before = await scene.seqOf(receipt.caseId);
    const { asked } = valueIn(await makeGetCompletion(scene.ports)({ session }));
    const answer = await makeCompleteFile(scene.ports)({ session, asked, raw: { ...raw, nik: '12' } });
    expect(answer).toMatchObject({
      error: {
        code: 'completion-incomplete',
        problems: [{ fact: 'nik', code: 'nik-length' }],
        requirements: ['head-id-card'],
      },
    });
    expect(await scene.seqOf(receipt.caseId)).toBe(before);
  });

  it('changes nothing that was not asked', async () => {
    const { scene, receipt, session, upload, raw } = await returned();
    await upload();
    const before = await scene.memory.cases.find(receipt.caseId);
    const { asked } = valueIn(await makeGetCompletion(scene.ports)({ session }));
    const more = { ...raw, applicantName: 'Orang Lain', means: 'withoutMeans' };
    valueIn(await makeCompleteFile(scene.ports)({ session, asked, raw: more }));
    const after = await scene.memory.cases.find(receipt.caseId);
    expect(after?.snapshot.facts.applicantName).toEqual(before?.snapshot.facts.applicantName);
    expect(after?.snapshot.facts.means).toBeUndefined();
  });

  it('takes no scans for what was not asked', async () => {
    const { scene, session } = await returned();
    const input = { session, requirement: 'family-card' };
    expect(await makePrepareCompletionUpload(scene.ports)(input)).toMatchObject({
      error: { code: 'requirement-not-asked' },
    });
  });
});

describe('what the citizen remarks', () => {
  it('is plain, and a page at most', async () => {
    const { scene, session, upload, receipt, raw } = await returned();
    const getPinned: typeof scene.ports.standards.getPinned = async (ref) => {
      const version = await scene.ports.standards.getPinned(ref);
      const { process } = version.standard;
      const steps = process.steps.map((step) => ({
        ...step,
        outcomes: step.outcomes.map((outcome) => ({ ...outcome, note: 'optional' as const })),
      }));
      return { ...version, standard: { ...version.standard, process: { ...process, steps } } };
    };
    const ports = { ...scene.ports, standards: { ...scene.ports.standards, getPinned } };
    await upload();
    const { asked } = valueIn(await makeGetCompletion(ports)({ session }));
    const remark = `Sudah \u202Eulang\u202C.\u0000\r\n${'A'.repeat(60_000)}`;
    valueIn(await makeCompleteFile(ports)({ session, asked, raw, remark }));
    const record = scene.memory.table.cases.get(receipt.caseId);
    const body = scene.memory.table.events.get(receipt.caseId)?.at(-1)?.body;
    if (!record || body?.type !== 'stepCompleted' || !body.note) throw new Error('nothing was remarked');
    const said = await caseSeal(ports.vault, record.key, receipt.caseId).openText('note', body.note);
    expect(said).toMatch(/^Sudah ulang\. \nA{980,}$/);
    expect(said).toHaveLength(1000);
  });
});

describe('a case that is withdrawn by its applicant', () => {
  it('ends, and withdrawing it again or twice at once is harmless', async () => {
    const scene = await ultpkScene();
    const receipt = await scene.file(1);
    const { session, view } = valueIn(await makeTrackCase(scene.ports)(receipt));
    expect(view.withdraw).toEqual({ label: 'Batalkan permohonan', note: 'optional' });
    const withdraw = makeWithdrawCase(scene.ports);
    const both = await Promise.all([withdraw({ session }), withdraw({ session })]);
    expect(both.map((one) => valueIn(one).view.ended?.kind)).toEqual(['withdrawn', 'withdrawn']);
    expect(valueIn(await withdraw({ session })).view.withdraw).toBeUndefined();
    const events = scene.memory.table.events.get(receipt.caseId) ?? [];
    expect(events.filter(({ body }) => body.type === 'interrupted')).toHaveLength(1);
  });

  it('cannot be withdrawn after it ended otherwise', async () => {
    const scene = await ultpkScene();
    const receipt = await scene.file(1);
    const { session } = valueIn(await makeTrackCase(scene.ports)(receipt));
    const { frontOffice } = scene.staff;
    valueIn(await scene.complete(frontOffice, receipt.caseId, 'initial-verification', 'refer', { note }));
    expect(await makeWithdrawCase(scene.ports)({ session })).toMatchObject({ error: { code: 'case-ended' } });
  });
});
