import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import { testPerson } from '@layan/testing/builders/people';
import { aJpeg } from '@layan/testing/builders/scans';
import { countPortCalls } from '@layan/testing/count-port-calls';
import { answersOf, publishedVersion, ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeTrackCase } from '../tracking/track-case.ts';
import { makeDropDocument } from './drop-document.ts';
import { makeGetFiling } from './get-filing.ts';
import { makeSaveFilingPage } from './save-filing-page.ts';
import { makeSubmitFiling } from './submit-filing.ts';

const without = (answers: ReturnType<typeof answersOf>, page: string) =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => name !== page));

describe('a filing that is sent', () => {
  it('is answered with ticket, secret, receipt time, promises in words and the version it is promised under', async () => {
    const scene = await ultpkScene();
    const receipt = await scene.file(1);
    expect(receipt.ticket).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
    expect(receipt.secret).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    expect(receipt.receivedWords).toBe('Rabu, 4 Februari 2026, 09.00 WIB');
    expect(receipt.standard).toEqual({ id: 'ultpk', version: 1, hash: scene.version.hash });
    expect(receipt.promises.map(({ id }) => id)).toEqual(['bestari-promise', 'pendalungan-promise']);
    expect(receipt.promises[0]?.words).toMatch(/^1 jam kerja, dihitung sejak tahap "/);
    expect(receipt.warnings).toEqual([]);
  });

  it('opens with the ticket and secret of its receipt', async () => {
    const scene = await ultpkScene();
    const { ticket, secret } = await scene.file(1);
    const { view } = valueIn(await makeTrackCase(scene.ports)({ ticket, secret }));
    expect(view).toMatchObject({ ticket, service: ultpk.shortTitle });
  });

  it('files once when it is sent twice, and answers the same receipt', async () => {
    const scene = await ultpkScene();
    const session = await scene.ready(1);
    const submit = makeSubmitFiling(scene.ports);
    const first = valueIn(await submit({ session }));
    scene.clock.advance(3_600_000);
    expect(valueIn(await submit({ session }))).toEqual(first);
    expect(scene.memory.table.cases.size).toBe(1);
  });

  it('files once when it is sent five times at once', async () => {
    const scene = await ultpkScene();
    const session = await scene.ready(1);
    const submit = makeSubmitFiling(scene.ports);
    const receipts = await Promise.all(Array.from({ length: 5 }, () => submit({ session })));
    expect(new Set(receipts.map((receipt) => JSON.stringify(valueIn(receipt)))).size).toBe(1);
    expect(scene.memory.table.cases.size).toBe(1);
    expect(scene.memory.table.events.size).toBe(1);
  });

  it('costs one read and one transaction', async () => {
    const scene = await ultpkScene();
    const session = await scene.ready(1);
    const { ports, calls } = countPortCalls(scene.ports);
    valueIn(await makeSubmitFiling(ports)({ session }));
    expect(calls).toEqual(['filings.find', 'cases.commit']);
  });

  it('is filed under the version it began with, when another was published meanwhile', async () => {
    const scene = await ultpkScene();
    const session = await scene.ready(1);
    const next = publishedVersion({ ...ultpk, shortTitle: 'Nama Baru' }, 2);
    await scene.memory.standards.saveDraft({ ...next, state: 'draft' });
    await scene.memory.standards.publish(next, {
      before: { ...next, state: 'draft' },
      superseding: { ...scene.version, state: 'superseded' },
    });
    const receipt = valueIn(await makeSubmitFiling(scene.ports)({ session }));
    expect(receipt.standard.version).toBe(1);
    expect(receipt.service.shortTitle).toBe(ultpk.shortTitle);
  });

  it('draws a new ticket when another case bears its own', async () => {
    const scene = await ultpkScene();
    const session = await scene.ready(1);
    const [filing] = scene.memory.table.filings.values();
    const other = await scene.file(2);
    const taken = filing?.filing.ticket ?? '';
    const status = scene.memory.table.statuses.get(other.ticket);
    if (status) scene.memory.table.statuses.set(taken, status);
    const receipt = valueIn(await makeSubmitFiling(scene.ports)({ session }));
    expect(receipt.ticket).not.toBe(taken);
    valueIn(await makeTrackCase(scene.ports)(receipt));
  });
});

describe('a filing that is not whole', () => {
  it('says which pages and scans are missing, and files nothing', async () => {
    const scene = await ultpkScene();
    const session = await scene.start();
    await scene.fill(session, without(answersOf(1), 'help'));
    await scene.send(session, 'family-card');
    expect(await makeSubmitFiling(scene.ports)({ session })).toMatchObject({
      ok: false,
      error: {
        code: 'filing-incomplete',
        pages: [{ page: 'help', problems: [{ fact: 'helpNeeded', code: 'answer-missing' }] }],
        requirements: ['head-id-card'],
      },
    });
    expect(scene.memory.table.cases.size).toBe(0);
  });

  it('does not count a scan that was refused', async () => {
    const scene = await ultpkScene();
    const session = await scene.ready(1);
    const view = valueIn(await makeGetFiling(scene.ports)({ session }));
    const scan = view.requirements[0]?.documents[0];
    if (scan) await makeDropDocument(scene.ports)({ session, documentId: scan.id });
    const { checked } = await scene.send(session, 'head-id-card', aJpeg({ end: false }));
    expect(checked).toEqual({ outcome: 'rejected', rejection: 'damaged' });
    expect(await makeSubmitFiling(scene.ports)({ session })).toMatchObject({
      error: { code: 'filing-incomplete', requirements: ['head-id-card'] },
    });
  });

  it('leaves out answers that no longer apply, and the scans that went with them', async () => {
    const scene = await ultpkScene();
    const session = await scene.ready(1);
    const raw = { familyCardStatus: 'noneYet', familyCardNoneReason: 'inProgress' };
    valueIn(await makeSaveFilingPage(scene.ports)({ session, page: 'family-card', raw }));
    valueIn(await makeSubmitFiling(scene.ports)({ session }));
    const [record] = scene.memory.table.cases.values();
    expect(Object.keys(record?.snapshot.facts ?? {})).not.toContain('familyCardNumber');
    expect(record?.snapshot.attachments.map(({ requirement }) => requirement)).toEqual(['head-id-card']);
  });

  it('is not found for a session of another tenant, an altered one, or none', async () => {
    const scene = await ultpkScene();
    const session = await scene.ready(1);
    const submit = makeSubmitFiling(scene.ports);
    for (const foreign of [`${session}x`, session.split('.')[0] ?? '', '', 'x.y', `${session}.`]) {
      expect(await submit({ session: foreign })).toEqual({ ok: false, error: { code: 'filing-not-found' } });
    }
    expect((await submit({ session })).ok).toBe(true);
  });
});

it('warns of a NIK from elsewhere and files all the same', async () => {
  const scene = await ultpkScene();
  const session = await scene.ready(1);
  const nik = `3275${testPerson(1).nik.slice(4)}`;
  const head = answersOf(1).head ?? {};
  await makeSaveFilingPage(scene.ports)({ session, page: 'head', raw: { ...head, nik } });
  const receipt = valueIn(await makeSubmitFiling(scene.ports)({ session }));
  expect(receipt.warnings).toMatchObject([{ fact: 'nik', code: 'nik-region-elsewhere' }]);
});
