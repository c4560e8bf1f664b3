import type { CaseId } from '@layan/domain/kernel/ids';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import { testPerson } from '@layan/testing/builders/people';
import { aPng } from '@layan/testing/builders/scans';
import { answersOf, ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeGetCase } from '../case/get-case.ts';
import { makeCheckDocument } from '../document/check-document.ts';
import { makeDropIntake } from './drop-intake.ts';
import { makeDropIntakeDocument } from './drop-intake-document.ts';
import { makeGetIntake } from './get-intake.ts';
import { makeGetIntakeForm } from './get-intake-form.ts';
import { makeListIntakes } from './list-intakes.ts';
import { makePrepareIntakeUpload } from './prepare-intake-upload.ts';
import { makeSaveIntake, type SaveIntakeInput } from './save-intake.ts';
import { makeStartIntake } from './start-intake.ts';
import { makeSubmitIntake } from './submit-intake.ts';

const papers = ['head-id-card', 'family-card'];
const enteredOf = (n: number): Record<string, string> => Object.assign({}, ...Object.values(answersOf(n)));

const open = async () => {
  const scene = await ultpkScene();
  const { ports, staff } = scene;
  const member = staff.frontOffice;
  const start = async () => valueIn(await makeStartIntake(ports)({ member, standard: ultpk.id }));
  const save = (caseId: CaseId, revision: number, rest: Partial<SaveIntakeInput> = {}) =>
    makeSaveIntake(ports)({ member, caseId, revision, entered: enteredOf(1), papers, ...rest });
  /** Everything typed, all paper on the counter. */
  const ready = async (rest: Partial<SaveIntakeInput> = {}) => {
    const { caseId, revision } = await start();
    return valueIn(await save(caseId, revision, rest));
  };
  const submit = makeSubmitIntake(ports);
  return { ...scene, member, start, save, ready, submit };
};

it('begins nothing new from the day on which the government leaves', async () => {
  const { ports, member, start, ready, submit } = await open();
  const tenant = await ports.directory.find();
  if (!tenant) throw new Error('no tenant');
  const begun = await ready();
  await ports.directory.save({ ...tenant, closing: { on: '2026-02-05' } });
  await start();
  await ports.directory.save({ ...tenant, closing: { on: '2026-02-04' } });
  expect(await makeStartIntake(ports)({ member, standard: ultpk.id })).toEqual({
    ok: false,
    error: { code: 'tenant-closing' },
  });
  // Who stands at the counter with what was typed yesterday is not sent away.
  const { caseId, revision } = begun;
  expect((await submit({ member, caseId, revision })).ok).toBe(true);
});

describe('the form of the counter', () => {
  it('is whole, with conditions for the client, and names the outcome that accepts the file at once', async () => {
    const { ports, member } = await open();
    const form = valueIn(await makeGetIntakeForm(ports)({ member, standard: ultpk.id }));
    expect(form).toMatchObject({ channel: 'Loket ULTPK', accept: 'Terima berkas' });
    expect(form.pages.flatMap(({ fields }) => fields.map(({ fact }) => fact))).toContain('nik');
    expect(form.requirements.map(({ id }) => id)).toEqual(papers);
    expect(form.context).toEqual({ today: '2026-02-04', region: '35.74', zone: 'Asia/Jakarta' });
  });

  it('offers no acceptance to those whose step it is not', async () => {
    const { ports, staff } = await open();
    const form = valueIn(await makeGetIntakeForm(ports)({ member: staff.backOffice, standard: ultpk.id }));
    expect(form.accept).toBeUndefined();
  });
});

describe('an intake', () => {
  it('is kept as it was typed, also what cannot be read, and comes back the same', async () => {
    const { ports, member, start, save } = await open();
    const { caseId, revision } = await start();
    const entered = { ...enteredOf(1), nik: '3574 0145', headName: 'tidak ditanya' };
    const saved = valueIn(await save(caseId, revision, { entered, papers: ['family-card', 'lain'] }));
    expect(saved.problems.map(({ fact }) => fact)).toEqual(['nik']);
    const view = valueIn(await makeGetIntake(ports)({ member, caseId }));
    expect(view).toMatchObject({ revision: saved.revision, papers: ['family-card'], sent: false });
    expect(view.entered.nik).toBe('3574 0145');
    expect(view.entered.familyCardNumber).toBe(testPerson(1).familyCardNumber);
    expect(view.entered.headName).toBeUndefined();
  });

  it('keeps nothing personal in clear', async () => {
    const { memory, ready } = await open();
    const { caseId } = await ready();
    const kept = JSON.stringify(memory.table.filings.get(caseId));
    const { name, nik, familyCardNumber } = testPerson(1);
    for (const secret of [name, nik, familyCardNumber, 'Jalan Uji', 'Bantuan pangan']) {
      expect(kept).not.toContain(secret);
    }
  });

  it('does not overwrite what another window saved', async () => {
    const { start, save } = await open();
    const { caseId, revision } = await start();
    valueIn(await save(caseId, revision));
    expect(await save(caseId, revision)).toEqual({ ok: false, error: { code: 'filing-changed' } });
  });

  it('stands in the list of its clerk until it is sent, and an empty one never does', async () => {
    const { ports, member, start, ready, submit } = await open();
    await start();
    const first = await ready();
    const second = await ready({ entered: enteredOf(2) });
    const list = async () => valueIn(await makeListIntakes(ports)({ member }));
    const before = await list();
    expect(before.services).toEqual([
      {
        standard: 'ultpk',
        service: ultpk.shortTitle,
        channels: [{ id: 'counter', kind: 'counter', label: 'Loket ULTPK' }],
      },
    ]);
    expect(before.unfinished.map(({ name }) => name).sort()).toEqual(
      [testPerson(1).name, testPerson(2).name].sort(),
    );
    valueIn(await submit({ member, caseId: first.caseId, revision: first.revision }));
    expect((await list()).unfinished.map(({ caseId }) => caseId)).toEqual([second.caseId]);
  });

  it('is gone with all that was typed once it is thrown away', async () => {
    const { ports, member, ready } = await open();
    const { caseId } = await ready();
    const drop = makeDropIntake(ports);
    expect(await drop({ member, caseId })).toEqual({ ok: true, value: undefined });
    expect(await drop({ member, caseId })).toMatchObject({ error: { code: 'filing-not-found' } });
    expect(await makeGetIntake(ports)({ member, caseId })).toMatchObject({
      error: { code: 'filing-not-found' },
    });
    expect(valueIn(await makeListIntakes(ports)({ member })).unfinished).toEqual([]);
  });
});

describe('an intake that is sent', () => {
  it('files with paper for scans, by the clerk, and gives ticket and secret', async () => {
    const { ports, member, ready, submit } = await open();
    const { caseId, revision } = await ready();
    const receipt = valueIn(await submit({ member, caseId, revision }));
    expect(receipt.secret).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    const file = await ports.cases.findFile(caseId);
    expect(file?.events[0]?.by).toMatchObject({ party: 'staff', id: member.id, role: 'frontOffice' });
    expect(file?.record.snapshot).toMatchObject({
      channel: 'counter',
      area: '35.74.04.1003',
      attachments: papers.map((requirement) => ({ requirement, paper: true })),
    });
    const view = valueIn(await makeGetCase(ports)({ member, caseId }));
    expect(view.actions.find(({ id }) => id === 'initial-verification')?.allowed).toBe(true);
  });

  it('files with scans as well', async () => {
    const { ports, memory, member, ready, submit } = await open();
    const { caseId, revision } = await ready({ papers: ['head-id-card'] });
    const prepared = valueIn(
      await makePrepareIntakeUpload(ports)({ member, caseId, requirement: 'family-card' }),
    );
    memory.scans.arrive(caseId, prepared.documentId, aPng());
    await makeCheckDocument(ports)({ caseId, documentId: prepared.documentId });
    valueIn(await submit({ member, caseId, revision }));
    expect((await ports.cases.find(caseId))?.snapshot.attachments).toEqual([
      { requirement: 'head-id-card', paper: true },
      { requirement: 'family-card', document: prepared.documentId },
    ]);
  });

  it('names what is missing, and a scan that was taken out is missing', async () => {
    const { ports, memory, member, ready, submit } = await open();
    const { nik: _nik, ...entered } = enteredOf(1);
    const { caseId } = await ready({ entered, papers: ['head-id-card'] });
    const { documentId } = valueIn(
      await makePrepareIntakeUpload(ports)({ member, caseId, requirement: 'family-card' }),
    );
    memory.scans.arrive(caseId, documentId, aPng());
    await makeCheckDocument(ports)({ caseId, documentId });
    const { revision } = valueIn(await makeDropIntakeDocument(ports)({ member, caseId, documentId }));
    expect(await submit({ member, caseId, revision })).toMatchObject({
      error: { code: 'filing-incomplete', pages: [{ page: 'head' }], requirements: ['family-card'] },
    });
  });

  it('files once however often it is sent, and answers the same receipt', async () => {
    const { memory, member, ready, submit } = await open();
    const { caseId, revision } = await ready();
    const answers = await Promise.all(Array.from({ length: 4 }, () => submit({ member, caseId, revision })));
    expect(new Set(answers.map((answer) => JSON.stringify(valueIn(answer)))).size).toBe(1);
    expect(memory.table.cases.size).toBe(1);
  });

  it('tells the secret for a quarter of an hour and never again', async () => {
    const { clock, member, ready, submit } = await open();
    const { caseId, revision } = await ready();
    const first = valueIn(await submit({ member, caseId, revision }));
    clock.advance(15 * 60_000);
    expect(valueIn(await submit({ member, caseId, revision })).secret).toBe(first.secret);
    clock.advance(1);
    const later = valueIn(await submit({ member, caseId, revision }));
    expect(later.secret).toBeUndefined();
    expect(later.ticket).toBe(first.ticket);
  });

  it('does not file what another window saved meanwhile', async () => {
    const { memory, member, ready, save, submit } = await open();
    const { caseId, revision } = await ready();
    valueIn(await save(caseId, revision));
    expect(await submit({ member, caseId, revision })).toEqual({
      ok: false,
      error: { code: 'filing-changed' },
    });
    expect(memory.table.cases.size).toBe(0);
  });
});

describe('a claim taken on paper', () => {
  const receivedOnPaper = { date: '2026-02-03', time: '09:15', reason: 'powerCut' } as const;

  it('counts as received when the paper was, and says why it was entered later', async () => {
    const { ports, member, ready, submit } = await open();
    const { caseId, revision } = await ready({ receivedOnPaper });
    const receipt = valueIn(await submit({ member, caseId, revision }));
    expect(receipt).toMatchObject({
      receivedAt: '2026-02-03T02:15:00.000Z',
      onPaper: 'diterima di kertas karena listrik padam',
    });
    const body = (await ports.cases.findFile(caseId))?.events[0]?.body;
    expect(body).toMatchObject({ lateEntryReason: 'listrik padam' });
  });

  it('keeps what the clerk typed as the reason sealed, and says it to who opens the case', async () => {
    const { ports, memory, member, ready, submit } = await open();
    const text = 'printer loket dibawa Warga Uji Lima';
    const typed = { ...receivedOnPaper, reason: 'other' as const, text };
    const { caseId, revision } = await ready({ receivedOnPaper: typed });
    const stored = () =>
      JSON.stringify(memory.table, (_, value: unknown) => (value instanceof Map ? [...value] : value));
    expect(stored()).not.toContain('Warga Uji Lima');
    const kept = valueIn(await makeGetIntake(ports)({ member, caseId }));
    expect(kept.receivedOnPaper).toEqual(typed);
    const receipt = valueIn(await submit({ member, caseId, revision }));
    expect(receipt.onPaper).toBe(`diterima di kertas karena ${text}`);
    expect(stored()).not.toContain('Warga Uji Lima');
    const view = valueIn(await makeGetCase(ports)({ member, caseId }));
    expect(view.counter.onPaper).toBe(`diterima di kertas karena ${text}`);
  });

  it('is not filed with a time that cannot be, and everything typed stays', async () => {
    const { memory, member, ready, submit } = await open();
    const { caseId, revision } = await ready({
      receivedOnPaper: { ...receivedOnPaper, date: '2026-02-05' },
    });
    expect(await submit({ member, caseId, revision })).toEqual({
      ok: false,
      error: { code: 'receipt-time-refused', problem: 'in-future' },
    });
    expect(memory.table.filings.has(caseId)).toBe(true);
  });
});
