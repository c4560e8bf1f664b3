// What people wrote to the officer, and what they were told, is gone with the data that it was about; what was decided stays.
import { officerRole } from '@layan/domain/case/authority';
import { aMember } from '@layan/testing/builders/a-tenant';
import { testPerson } from '@layan/testing/builders/people';
import { memoryCaseFiles } from '@layan/testing/memory/memory-erasure';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { expect, it } from 'vitest';
import { makeEraseCase } from '../erasure/erase-case.ts';
import { makeEraseTraces } from '../erasure/erase-traces.ts';
import { makeFinishErasures } from '../erasure/finish-erasures.ts';
import { erasedWords } from '../sealing/case-seal.ts';
import { makeTrackCase } from '../tracking/track-case.ts';
import { type AnswerRequestInput, makeAnswerRequest } from './answer-request.ts';
import { loadRequest, makeGetRequest } from './get-request.ts';
import { makeAskAboutData } from './own-requests.ts';
import { makeRecordRequest } from './record-request.ts';

const { name, nik } = testPerson(1);
const wish = `Nama saya ${name}, NIK ${nik}.`;
const note = `Kepada ${name}.`;

async function office() {
  const scene = await ultpkScene();
  const { ports, staff } = scene;
  const officer = aMember(31, { agency: staff.manager.agency, roles: [officerRole] });
  const receipt = await scene.file(1);
  const { session } = valueIn(await makeTrackCase(ports)(receipt));
  const end = async () =>
    valueIn(
      await scene.complete(staff.frontOffice, receipt.caseId, 'initial-verification', 'refer', { note }),
    );
  const ask = async (kind: 'erasure' | 'correction' | 'access') => {
    const before = (await ports.requests.about(receipt.caseId)).map(({ request }) => request.id);
    valueIn(await makeAskAboutData(ports)({ session, kind, wish }));
    const after = await ports.requests.about(receipt.caseId);
    return after.find(({ request }) => !before.includes(request.id))?.request.id ?? '';
  };
  const answer = async (
    request: string,
    rest: Pick<AnswerRequestInput, 'answer' | 'ground' | 'note'>,
    by = ports,
  ) => {
    const revision = (await loadRequest(ports, officer, request))?.request.revision ?? 0;
    return makeAnswerRequest(by)({ member: officer, request, revision, ...rest });
  };
  const refuse = async (request: string) =>
    valueIn(await answer(request, { answer: 'refuse', ground: 'not-incorrect', note }));
  const erase = async (request: string) => {
    valueIn(await answer(request, { answer: 'grant', note }));
    valueIn(await answer(request, { answer: 'finish' }));
  };
  const sweep = async () => {
    const caseFiles = memoryCaseFiles();
    await makeFinishErasures({ ...ports, caseFiles })();
    await makeEraseTraces({ ...ports, caseFiles })();
  };
  const read = async (request: string) =>
    valueIn(await makeGetRequest(ports)({ member: staff.secondFrontOffice, request }));
  return { ...scene, officer, receipt, end, ask, answer, refuse, erase, sweep, read };
}

it('a wish and its answer open as long as the case does, and not after its erasure is finished', async () => {
  const s = await office();
  await s.end();
  const request = await s.ask('erasure');
  valueIn(await s.answer(request, { answer: 'grant', note }));
  expect(await s.read(request)).toMatchObject({ wish, note });
  valueIn(await s.answer(request, { answer: 'finish' }));
  expect(await s.read(request)).toMatchObject({ wish: erasedWords, note: erasedWords, state: 'done' });
  expect(await s.read(request)).toMatchObject({ kind: 'erasure', clock: 'kept', by: s.officer.name });
});

it('one by NIK is read until everything was looked through for its person', async () => {
  const s = await office();
  await s.end();
  const shown = { kind: 'erasure', identity: 'identity-card', wish } as const;
  const whose = { by: 'nik', nik } as const;
  const member = s.staff.frontOffice;
  const { id } = valueIn(await makeRecordRequest(s.ports)({ member, whose, ...shown }));
  await s.erase(id);
  await s.sweep();
  expect(await s.read(id)).toMatchObject({ wish: erasedWords, note: erasedWords });
  expect(await s.ports.personErasures.waiting({ limit: 9 })).toEqual({ rows: [] });
});

it('others about the same case go with it', async () => {
  const s = await office();
  const refused = await s.ask('correction');
  await s.refuse(refused);
  await s.end();
  const granted = await s.ask('access');
  valueIn(await s.answer(granted, { answer: 'grant', note }));
  await s.erase(await s.ask('erasure'));
  await s.sweep();
  for (const request of [refused, granted])
    expect(await s.read(request)).toMatchObject({ wish: erasedWords, note: erasedWords });
  expect(await s.read(refused)).toMatchObject({ state: 'refused', refusal: expect.any(String) });
});

it('one that waits is read by the officer until it is answered', async () => {
  const s = await office();
  await s.end();
  const waits = await s.ask('correction');
  await s.erase(await s.ask('erasure'));
  await s.sweep();
  expect(await s.read(waits)).toMatchObject({ wish, state: 'received' });
  expect(await s.refuse(waits)).toMatchObject({ wish: erasedWords, state: 'refused' });
  const again = await s.answer(waits, { answer: 'refuse', ground: 'not-incorrect', note });
  expect(again).toMatchObject({ error: { code: 'request-settled' } });
});

it('one that was answered while its case was erased goes when the case is looked at once more', async () => {
  const s = await office();
  const request = await s.ask('correction');
  await s.end();
  const by = { party: 'system' } as const;
  const save: typeof s.ports.requests.save = async (...kept) => {
    const { caseId } = s.receipt;
    valueIn(await makeEraseCase(s.ports)({ caseId, by, mayErase: async () => undefined }));
    await s.sweep();
    return s.ports.requests.save(...kept);
  };
  const requests = { ...s.ports.requests, save };
  const given = { answer: 'refuse', ground: 'not-incorrect', note } as const;
  valueIn(await s.answer(request, given, { ...s.ports, requests }));
  expect(await s.read(request)).toMatchObject({ wish, state: 'refused' });
  s.clock.advance(1_800_000);
  await s.sweep();
  expect(await s.read(request)).toMatchObject({ wish: erasedWords, note: erasedWords, state: 'refused' });
});

it('one about another case that is still there stays as it was', async () => {
  const s = await office();
  const other = await s.file(2);
  const { session } = valueIn(await makeTrackCase(s.ports)(other));
  valueIn(await makeAskAboutData(s.ports)({ session, kind: 'correction', wish }));
  const [kept] = await s.ports.requests.about(other.caseId);
  const request = kept?.request.id ?? '';
  await s.refuse(request);
  await s.end();
  await s.erase(await s.ask('erasure'));
  await s.sweep();
  expect(await s.read(request)).toMatchObject({ wish, note });
});
