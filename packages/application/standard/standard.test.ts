import { StandardId } from '@layan/domain/kernel/ids';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeCheckDraft } from './check-draft.ts';
import { makeConfirmReading } from './confirm-reading.ts';
import { makeGetService } from './get-service.ts';
import { makeGetVersion } from './get-version.ts';
import { makeListServices } from './list-services.ts';
import { makeListStandards } from './list-standards.ts';
import { makePublishStandard } from './publish-standard.ts';
import { makeSaveDraft } from './save-draft.ts';

const next = { ...ultpk, summary: 'Ringkasan yang diperbarui.' };

/** The standard in force, and a draft of its next version; nothing of it is confirmed. */
const drafted = async (document: unknown = next) => {
  const scene = await ultpkScene();
  const { ports } = scene;
  const member = scene.staff.manager;
  const draft = valueIn(await makeSaveDraft(ports)({ member, document }));
  const own = { member, standard: ultpk.id, version: draft.version.version };
  const confirm = (reading: string) => makeConfirmReading(ports)({ ...own, reading });
  const confirmAll = async () => {
    for (const { id } of ultpk.readings) valueIn(await confirm(id));
  };
  return { scene, ports, member, draft, own, confirm, confirmAll };
};

describe('a draft', () => {
  it('follows the published version and waits for every reading', async () => {
    const { draft, ports, member } = await drafted();
    expect(draft.version).toMatchObject({ version: 2, state: 'draft' });
    expect(draft.unconfirmed).toHaveLength(ultpk.readings.length);
    const [listed] = valueIn(await makeListStandards(ports)({ member }));
    expect(listed).toMatchObject({ draft: 2, published: { version: 1 } });
  });

  it('is saved with its findings, whatever they are', async () => {
    const broken = { ...next, process: { ...next.process, endings: next.process.endings.slice(1) } };
    const { draft } = await drafted(broken);
    expect(draft.findings.some(({ severity }) => severity === 'error')).toBe(true);
  });

  it('is refused when it is no standard, with every place that does not fit', async () => {
    const { ports, member } = await drafted();
    const answer = await makeSaveDraft(ports)({ member, document: { ...next, title: '', kind: 'x' } });
    expect(answer).toMatchObject({ error: { code: 'standard-unreadable' } });
    const check = await makeCheckDraft(ports)({ member, document: 'standar' });
    expect(check).toMatchObject({ error: { code: 'standard-unreadable' } });
    expect(
      valueIn(await makeCheckDraft(ports)({ member, document: ultpk })).filter((f) => f.severity === 'error'),
    ).toEqual([]);
  });

  it('is not replaced by who has not seen it, and saving the same twice changes nothing', async () => {
    const { ports, member, draft } = await drafted();
    const save = makeSaveDraft(ports);
    const other = { ...next, summary: 'Ringkasan lain.' };
    expect(await save({ member, document: other })).toMatchObject({
      error: { code: 'draft-changed', hash: draft.version.hash },
    });
    expect(valueIn(await save({ member, document: next })).version).toEqual(draft.version);
    const saved = valueIn(await save({ member, document: other, expectedHash: draft.version.hash }));
    expect(saved.version).toMatchObject({ version: 2, standard: { summary: 'Ringkasan lain.' } });
  });

  it('keeps the confirmations of readings that stayed as they were', async () => {
    const { ports, member, draft, own, confirmAll } = await drafted();
    await confirmAll();
    const [first, ...rest] = next.readings;
    const document = { ...next, readings: [{ ...first, statement: 'Dibaca lain.' }, ...rest] };
    const saved = valueIn(await makeSaveDraft(ports)({ member, document, expectedHash: draft.version.hash }));
    expect(saved.unconfirmed).toEqual([first?.id]);
    expect(valueIn(await makeGetVersion(ports)(own)).unconfirmed).toEqual([first?.id]);
  });
});

describe('a reading', () => {
  it('is confirmed by who and when, once, also several at the same moment', async () => {
    const { ports, own, member, confirm } = await drafted();
    const several = ultpk.readings.slice(0, 4).map(({ id }) => id);
    const answers = await Promise.all(several.map(confirm));
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    const view = valueIn(await makeGetVersion(ports)(own));
    expect(view.unconfirmed).toHaveLength(ultpk.readings.length - 4);
    const reading = ultpk.readings[0]?.id ?? '';
    const first = view.version.confirmations[reading];
    expect(first).toMatchObject({ by: member.id, name: member.name });
    const other = { ...member, name: 'Orang Lain Uji' };
    const again = valueIn(await makeConfirmReading(ports)({ ...own, member: other, reading }));
    expect(again.version.confirmations[reading]).toEqual(first);
  });

  it('that is not in the draft cannot be confirmed, nor one of a published version', async () => {
    const { ports, own } = await drafted();
    const confirmIn = makeConfirmReading(ports);
    expect(await confirmIn({ ...own, reading: 'tidak-ada' })).toMatchObject({
      error: { code: 'reading-not-found' },
    });
    const reading = ultpk.readings[0]?.id ?? '';
    expect(await confirmIn({ ...own, version: 1, reading })).toMatchObject({
      error: { code: 'not-a-draft' },
    });
  });
});

describe('publishing', () => {
  it('waits for every reading and names those that are missing', async () => {
    const { ports, own, draft } = await drafted();
    const answer = await makePublishStandard(ports)({ ...own, hash: draft.version.hash });
    expect(answer).toMatchObject({
      error: { code: 'not-ready', step: 'publish', blockers: [{ code: 'unconfirmed' }] },
    });
  });

  it('puts the draft in force and supersedes the version before; doing it twice is harmless', async () => {
    const { ports, own, draft, confirmAll } = await drafted();
    await confirmAll();
    const publish = makePublishStandard(ports);
    const input = { ...own, hash: draft.version.hash };
    const published = valueIn(await publish(input));
    expect(published.version).toMatchObject({ state: 'published', version: 2 });
    expect(valueIn(await publish(input)).version).toEqual(published.version);
    expect(await ports.standards.find(ultpk.id, 1)).toMatchObject({ state: 'superseded' });
    const service = valueIn(await makeGetService(ports)({ service: ultpk.id }));
    expect(service).toMatchObject({ ref: { version: 2, hash: draft.version.hash }, fileable: true });
    expect(await makeListServices(ports)()).toMatchObject([
      { id: 'ultpk', enacted: false, summary: next.summary },
    ]);
  });

  it('refuses a draft that was edited since it was seen', async () => {
    const { ports, own, confirmAll, scene } = await drafted();
    await confirmAll();
    const answer = await makePublishStandard(ports)({ ...own, hash: scene.version.hash });
    expect(answer).toMatchObject({ error: { code: 'draft-changed' } });
  });
});

it('does not know services that are not published', async () => {
  const { ports } = await drafted({ ...next, id: 'layanan-baru' });
  expect(await makeGetService(ports)({ service: StandardId.parse('layanan-baru') })).toMatchObject({
    error: { code: 'standard-not-found' },
  });
  expect((await makeListServices(ports)()).map(({ id }) => id)).toEqual(['ultpk']);
});
