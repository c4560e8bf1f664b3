import { makeAddClosure } from '@layan/application/calendar/add-closure';
import type { Offboarding } from '@layan/application/ports/offboarding';
import type { Signer } from '@layan/application/ports/signing-keys';
import type { TenantRegistration } from '@layan/application/ports/tenants';
import { type CaseId, TenantId } from '@layan/domain/kernel/ids';
import { emptyStatuses, statusListPayload } from '@layan/domain/product/status-list';
import { ContentHash } from '@layan/domain/standard/content-hash';
import { createLogger } from '@layan/observability/logger';
import { createMetrics } from '@layan/observability/metrics';
import { aRegistration, aTenant } from '@layan/testing/builders/a-tenant';
import { minute } from '@layan/testing/builders/ids';
import { memoryCaseFiles } from '@layan/testing/memory/memory-erasure';
import { restingRotation } from '@layan/testing/memory/memory-secrets';
import { tableText } from '@layan/testing/memory/table-text';
import { PROBOLINGGO, ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { createSweep } from './sweep.ts';

const DAY = 24 * 3_600_000;
type Scene = Awaited<ReturnType<typeof ultpkScene>>;

async function sweeper(registrations: readonly TenantRegistration[] = []) {
  const scene = await ultpkScene();
  const sent: string[] = [];
  const lines: string[] = [];
  const figures: string[] = [];
  const pages = registrations.map((row, at) => ({
    rows: [row],
    ...(at + 1 < registrations.length ? { next: String(at + 1) } : {}),
  }));
  const sweep = createSweep({
    register: { list: async ({ after }) => pages[Number(after ?? 0)] ?? { rows: [] } },
    openTenant: (tenant) => {
      if (tenant !== PROBOLINGGO) throw new Error('this tenant has no table');
      return {
        ...scene.ports,
        signer: scene.memory.signer,
        caseFiles: memoryCaseFiles(),
        rotation: restingRotation(scene.clock),
        origin: 'https://kota-probolinggo.layan.example',
      };
    },
    send: async (messages) => void sent.push(...messages.map(({ tenant }) => tenant)),
    logger: createLogger('deadlines', (line) => lines.push(line)),
    metrics: createMetrics('local', (line) => figures.push(line)),
  });
  return { scene, sweep, sent, lines, figures };
}

const aStatusList = async (signer: Signer) =>
  signer.sign(
    'statuslist+jwt',
    await statusListPayload(emptyStatuses(), {
      address: 'https://kota-probolinggo.layan.example',
      issuedAt: 1,
    }),
  );

const aLeaving = (state: Offboarding['state'], closedAt = state === 'exported'): Offboarding => ({
  ...(closedAt && { closedAt: minute(0) }),
  ...{ on: '2026-03-01', state, announcedBy: 'admin-1', announcedAt: minute(0), people: {}, addresses: [] },
  ...{ exported: { data: 0, bundles: 0, bytes: 0 }, sealed: 0, objects: 0, accounts: 0, heads: {}, keys: [] },
});

const message = (messageId: string, tenant: string) => ({
  messageId,
  eventSource: 'aws:sqs',
  body: JSON.stringify({ tenant }),
});

describe('the clock', () => {
  it('gives one message to every provisioned tenant, page by page, suspended or not', async () => {
    const done = { provisioning: { state: 'done' as const, since: minute(0) } };
    const tenant = (id: string, state: 'active' | 'suspended') => aTenant({ id: TenantId.parse(id), state });
    const { sweep, sent, figures } = await sweeper([
      aRegistration(tenant('kota-satu', 'active'), done),
      aRegistration(tenant('kota-dua', 'suspended'), done),
      aRegistration(tenant('kota-tiga', 'active')),
      aRegistration(tenant('kota-empat', 'active'), { ...done, offboarding: aLeaving('exported') }),
      aRegistration(tenant('kota-lima', 'active'), { ...done, offboarding: aLeaving('confirmed') }),
      // A case is held, and its doors are open.
      aRegistration(tenant('kota-enam', 'active'), { ...done, offboarding: aLeaving('closing') }),
      aRegistration(tenant('kota-tujuh', 'active'), { ...done, offboarding: aLeaving('closing', true) }),
    ]);
    expect(await sweep({ source: 'aws.events' })).toEqual({ batchItemFailures: [] });
    expect(sent).toEqual(['kota-satu', 'kota-dua', 'kota-lima', 'kota-enam']);
    expect(figures.join()).toContain('"SweepsDone":1');
  });
});

describe('a sweep', () => {
  it('publishes what is scheduled for its day, and says so', async () => {
    const { scene, sweep, lines } = await sweeper();
    const { standards } = scene.ports;
    const draft = { ...scene.version, version: 2 };
    const schedule = { publishOn: '2026-02-06', running: { decision: 'stay' as const } };
    await standards.saveDraft({ ...draft, state: 'scheduled', schedule });
    const published = async () => (await standards.list())[0]?.published?.version;
    const run = async () => {
      await sweep({ Records: [message('m1', PROBOLINGGO)] });
      return published();
    };
    expect(await run()).toBe(1);
    scene.clock.advance(2 * DAY);
    expect([await run(), await run()]).toEqual([2, 2]);
    expect(lines.filter((line) => line.includes('L304'))).toHaveLength(1);
  });

  it('lets time act on the cases of its tenant', async () => {
    const { scene, sweep, lines } = await sweeper();
    const { caseId } = await scene.file(1);
    const missing = { requirements: ['family-card'], facts: [] };
    const input = { note: 'Kartu keluarga belum terbaca.', missing };
    valueIn(await scene.complete(scene.staff.frontOffice, caseId, 'initial-verification', 'return', input));
    scene.clock.advance(31 * DAY);
    expect(await sweep({ Records: [message('m1', PROBOLINGGO)] })).toEqual({ batchItemFailures: [] });
    expect((await scene.memory.cases.find(caseId))?.snapshot.ended?.ending).toBe('lapsed');
    expect(lines.join()).toContain('"changed":1');
  });

  it('moves promises after a local closure, before it finds them broken', async () => {
    const { scene, sweep, lines } = await sweeper();
    const { caseId } = await scene.file(1);
    await scene.toSurvey(caseId);
    const closure = { date: '2026-02-05', name: 'Hari jadi kota' };
    valueIn(await makeAddClosure(scene.ports)({ member: scene.staff.manager, ...closure }));
    scene.clock.advance(60_000);
    await sweep({ Records: [message('m1', PROBOLINGGO)] });
    const found = await scene.memory.cases.find(caseId);
    expect(found?.snapshot.promises.flatMap(({ ledger }) => ledger)).toContainEqual(
      expect.objectContaining({ turn: 'moved', reason: 'libur daerah: Hari jadi kota' }),
    );
    expect(lines.join()).toContain('"moved":1');
  });

  const broken = async (): Promise<never> => {
    throw new Error('not today');
  };
  it.each<readonly [string, (ports: Scene['ports']) => object]>([
    ['publish-standards', ({ standards }) => Object.assign(standards, { list: broken })],
    ['promises', ({ calendarChanges }) => Object.assign(calendarChanges, { find: broken })],
    ['promises', ({ cases }) => Object.assign(cases, { due: broken })],
    ['batches', ({ batches }) => Object.assign(batches, { listUnfinished: broken })],
    ['status-lists', ({ statusLists }) => Object.assign(statusLists, { list: broken })],
    ['erasures', ({ erasing }) => Object.assign(erasing, { unfinished: broken })],
    ['destruction', ({ retention }) => Object.assign(retention, { due: broken })],
    ['requests', ({ requests }) => Object.assign(requests, { list: broken })],
  ])('seals also where a step before it fails, tells which, and fails for that: %s', async (step, spoil) => {
    const { scene, sweep, lines } = await sweeper();
    const { memory } = scene;
    await memory.ensureSigning('arn:sign');
    const { caseId } = await scene.file(1);
    await memory.seals.noteHead({ caseId, seq: 1, hash: ContentHash.parse('ab'.repeat(32)) });
    spoil(scene.ports);
    const failed = { batchItemFailures: [{ itemIdentifier: 'm1' }] };
    expect(await sweep({ Records: [message('m1', PROBOLINGGO)] })).toEqual(failed);
    expect(lines.filter((line) => line.includes('L307'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('L314')).join()).toContain(`"step":"${step}"`);
    expect(lines.filter((line) => line.includes('L203'))).toHaveLength(1);
  });

  it('acts on the cases behind one that fails, and comes back for that one', async () => {
    const { scene, sweep } = await sweeper();
    const lapsing = async (n: number) => {
      const { caseId } = await scene.file(n);
      const input = { note: 'Belum terbaca.', missing: { requirements: ['family-card'], facts: [] } };
      const { frontOffice } = scene.staff;
      valueIn(await scene.complete(frontOffice, caseId, 'initial-verification', 'return', input));
      return caseId;
    };
    const stuck = await lapsing(1);
    const other = await lapsing(2);
    scene.clock.advance(31 * DAY);
    const { find } = scene.ports.cases;
    Object.assign(scene.ports.cases, {
      find: (caseId: CaseId) => (caseId === stuck ? broken() : find(caseId)),
    });
    const failed = { batchItemFailures: [{ itemIdentifier: 'm1' }] };
    expect(await sweep({ Records: [message('m1', PROBOLINGGO)] })).toEqual(failed);
    const endingOf = async (caseId: CaseId) => (await find(caseId))?.snapshot.ended?.ending;
    expect([await endingOf(stuck), await endingOf(other)]).toEqual([undefined, 'lapsed']);
    Object.assign(scene.ports.cases, { find });
    await sweep({ Records: [message('m1', PROBOLINGGO)] });
    expect(await endingOf(stuck)).toBe('lapsed');
  });

  it('signs a status list anew that is half a day old', async () => {
    const { scene, sweep } = await sweeper();
    const { clock, memory } = scene;
    await memory.ensureSigning('arn:sign');
    const list = { signed: await aStatusList(memory.signer), issuedAt: clock.now(), revision: 1 };
    await memory.statusLists.save('dinas-uji.kartu-uji/2026', list, undefined);
    const revision = async () => (await memory.statusLists.find('dinas-uji.kartu-uji/2026'))?.revision;
    await sweep({ Records: [message('m1', PROBOLINGGO)] });
    expect(await revision()).toBe(1);
    clock.advance(DAY / 2);
    await sweep({ Records: [message('m2', PROBOLINGGO)] });
    expect(await revision()).toBe(2);
  });

  it('seals where the chains stand once an hour, and says so', async () => {
    const { scene, sweep, lines } = await sweeper();
    const { clock, memory } = scene;
    await memory.ensureSigning('arn:sign');
    const { caseId } = await scene.file(1);
    await memory.seals.noteHead({ caseId, seq: 1, hash: ContentHash.parse('ab'.repeat(32)) });
    for (const id of ['m1', 'm2']) await sweep({ Records: [message(id, PROBOLINGGO)] });
    expect([...memory.sealFiles.files.keys()]).toEqual([1]);
    expect(lines.filter((line) => line.includes('L307'))).toHaveLength(1);
    clock.advance(3_600_000);
    await memory.seals.noteHead({ caseId, seq: 2, hash: ContentHash.parse('cd'.repeat(32)) });
    await sweep({ Records: [message('m3', PROBOLINGGO)] });
    expect([...memory.sealFiles.files.keys()]).toEqual([1, 2]);
  });

  it('hands back only the tenant that failed', async () => {
    const { sweep, lines } = await sweeper();
    const answer = await sweep({ Records: [message('m1', 'kota-hilang'), message('m2', PROBOLINGGO)] });
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
    expect(lines.join()).toContain('L203');
  });

  it('lets nothing happen by time in a government that has closed, also by a message on its way', async () => {
    const { scene, sweep } = await sweeper();
    const { caseId } = await scene.file(1);
    const tenant = await scene.ports.directory.find();
    if (tenant) await scene.ports.directory.save({ ...tenant, state: 'closed' });
    scene.clock.advance(400 * DAY);
    const before = tableText(scene.memory.table);
    await sweep({ Records: [message('m1', PROBOLINGGO)] });
    expect(tableText(scene.memory.table)).toBe(before);
    expect((await scene.ports.cases.find(caseId))?.snapshot.ended).toBeUndefined();
  });
});
