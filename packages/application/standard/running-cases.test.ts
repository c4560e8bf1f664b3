// Running cases after the next version is published: they stay, are asked about, or move, one transaction each.
import type { CaseId } from '@layan/domain/kernel/ids';
import type { RunningCases } from '@layan/domain/standard/life';
import type { Standard } from '@layan/domain/standard/standard';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeGetCase } from '../case/get-case.ts';
import { makeConfirmReading } from './confirm-reading.ts';
import { makeListRunningCases } from './list-running-cases.ts';
import { makeListStandards } from './list-standards.ts';
import { makeMoveRunningCases } from './move-running-cases.ts';
import { makePublishDue } from './publish-due.ts';
import { makePublishStandard } from './publish-standard.ts';
import { makeSaveDraft } from './save-draft.ts';
import { makeScheduleStandard } from './schedule-standard.ts';
import { makeMoveRunning } from './work-off-move.ts';

const day = 86_400_000;
const standard = ultpk.id;
const reason = 'Pelayanan dipercepat';

/** The next version, with another number of working days for the card that is promised last. */
const within = (amount: number): Standard => ({
  ...ultpk,
  process: {
    ...ultpk.process,
    examples: ultpk.process.examples.map(({ promises: _, ...example }) => example),
    deadlines: ultpk.process.deadlines.map((deadline) =>
      deadline.id === 'pendalungan-promise'
        ? { ...deadline, duration: { amount, unit: 'working_day' as const } }
        : deadline,
    ),
  },
});

const open = async (count: number, text: Standard) => {
  const scene = await ultpkScene();
  const { ports, memory } = scene;
  const { manager: member } = scene.staff;
  const ids: CaseId[] = [];
  for (let n = 1; n <= count; n += 1) ids.push((await scene.file(n)).caseId);
  const draft = valueIn(await makeSaveDraft(ports)({ member, document: text })).version;
  const own = { member, standard, version: draft.version, hash: draft.hash };
  for (const { id: reading } of ultpk.readings) valueIn(await makeConfirmReading(ports)({ ...own, reading }));
  const list = async () => valueIn(await makeListRunningCases(ports)({ member, standard }));
  const listed = () => ports.standards.list();
  return {
    ...scene,
    ids,
    own,
    member,
    list,
    listed,
    publish: async (running?: RunningCases) => valueIn(await makePublishStandard(ports)({ ...own, running })),
    versions: async () =>
      Promise.all(ids.map(async (id) => (await memory.cases.find(id))?.snapshot.standard.version)),
    move: async (more: object = {}) =>
      valueIn(await makeMoveRunningCases(ports)({ member, standard, reason, ...more })),
    sweep: async () => makeMoveRunning(ports)(await listed()),
  };
};

describe('running cases', () => {
  it('stay with their version when nothing is said, and are found by it', async () => {
    const { publish, versions, list, sweep } = await open(2, within(2));
    await publish();
    await sweep();
    expect(await versions()).toEqual([1, 1]);
    expect(await list()).toMatchObject({ version: 2, count: 2, uncounted: false });
  });

  it('are shown with what each promise would become, and moved one by one', async () => {
    const { publish, versions, list, move, ids } = await open(2, within(2));
    await publish({ decision: 'ask' });
    const { cases } = await list();
    expect(cases[0]).toMatchObject({ version: 1, lacks: [], needsReason: false });
    expect(cases[0]?.waits).not.toEqual([]);
    expect(await move({ cases: ids.slice(0, 1) })).toEqual({ moved: 1, stayed: 0, more: false });
    expect(await versions()).toEqual([2, 1]);
    expect((await list()).cases.map(({ caseId }) => caseId)).toEqual(ids.slice(1));
    expect(await move({ cases: ids.slice(0, 1) })).toEqual({ moved: 0, stayed: 0, more: false });
  });

  it('move all when that was decided, in portions, with progress that is seen, and nothing twice', async () => {
    const { publish, versions, listed, sweep, memory } = await open(3, within(2));
    await publish({ decision: 'move', reason });
    expect((await listed())[0]?.moving).toMatchObject({ moved: 0, stayed: 0, done: false, reason });
    expect(await sweep()).toMatchObject({ moved: 3 });
    expect(await versions()).toEqual([2, 2, 2]);
    expect((await listed())[0]?.moving).toMatchObject({ moved: 3, stayed: 0, done: true });
    const written = memory.table.outbox.length;
    expect(await sweep()).toEqual({ moved: 0, more: false });
    expect(memory.table.outbox).toHaveLength(written);
  });

  it('have what only the new version promises from the day on which they were filed', async () => {
    const text = within(2);
    const [first] = text.process.deadlines;
    if (!first) throw new Error('the standard promises nothing');
    const {
      when: _when,
      pausedWhile: _pausedWhile,
      ...whole
    } = {
      ...first,
      id: 'whole',
      kind: 'promise' as const,
      duration: { amount: 90, unit: 'working_day' as const },
      starts: { filed: true as const },
      stops: [{ ended: true as const }],
    };
    const deadlines = [...text.process.deadlines, whole];
    const next = { ...text, process: { ...text.process, deadlines } };
    const { publish, ids, move, memory, clock } = await open(1, next);
    await publish({ decision: 'ask' });
    clock.advance(3 * day);
    expect(await move()).toMatchObject({ moved: 1 });
    const [id] = ids;
    const snapshot = id && (await memory.cases.find(id))?.snapshot;
    const promise = snapshot?.promises.find((one) => one.promise === 'whole');
    expect(promise).toMatchObject({ state: 'running', from: snapshot?.receivedAt });
  });

  it('that do not fit stay, and are listed with why', async () => {
    const base = within(2);
    const renamed = JSON.parse(JSON.stringify(base).replaceAll('"initial-verification"', '"first-look"'));
    const { publish, versions, list, move } = await open(1, renamed);
    await publish({ decision: 'ask' });
    expect((await list()).cases[0]?.lacks[0]).toMatch(/^langkah "/);
    expect(await move()).toEqual({ moved: 0, stayed: 1, more: false });
    expect(await versions()).toEqual([1]);
  });

  it('have their history told by the versions it went through', async () => {
    const text = within(2);
    const steps = text.process.steps.map((step) => ({ ...step, label: `${step.label}, baru` }));
    const next = { ...text, process: { ...text.process, steps } };
    const { publish, move, ids, ports, staff, complete } = await open(1, next);
    const [caseId] = ids;
    if (caseId === undefined) throw new Error('nothing was filed');
    await publish();
    valueIn(await complete(staff.frontOffice, caseId, 'initial-verification', 'accept'));
    await move();
    const member = staff.frontOffice;
    const { timeline } = valueIn(await makeGetCase(ports)({ member, caseId }));
    const told = timeline.map(({ what }) => what);
    expect(told).toContain(`Pindah ke standar versi 2: ${reason}`);
    const step = ultpk.process.steps.find(({ id }) => id === 'initial-verification');
    expect(told.some((what) => what.startsWith(`${step?.label}:`))).toBe(true);
  });

  it('are not moved to a version that is not published any more', async () => {
    const { publish, versions, listed, sweep, ports } = await open(1, within(2));
    await publish({ decision: 'move', reason });
    const [known] = await listed();
    const version = known?.published && (await ports.standards.getPinned(known.published));
    if (version) await ports.standards.withdraw({ ...version, state: 'withdrawn' });
    await sweep();
    expect(await versions()).toEqual([1]);
    expect((await listed())[0]?.moving).toMatchObject({ done: true, moved: 0 });
  });

  it('of another agency are not to be reached', async () => {
    const { publish, ports, staff } = await open(1, within(2));
    await publish();
    const member = { ...staff.elsewhere, roles: ['serviceManager'] };
    const refused = { error: { code: 'standard-not-found' } };
    expect(await makeListRunningCases(ports)({ member, standard })).toMatchObject(refused);
    expect(await makeMoveRunningCases(ports)({ member, standard, reason })).toMatchObject(refused);
  });
});

describe('a scheduled version', () => {
  it('is published by itself on its day, once, and its cases move as was decided', async () => {
    const scene = await open(1, within(2));
    const { ports, own, clock, listed, sweep, versions, member } = scene;
    const running = { decision: 'move', reason } as const;
    const plan = { ...own, publishOn: '2026-02-06', running };
    expect(valueIn(await makeScheduleStandard(ports)(plan)).version.state).toBe('scheduled');
    const publishDue = makePublishDue(ports);
    expect(await publishDue(await listed())).toEqual([]);
    clock.advance(2 * day);
    const before = await listed();
    expect(await publishDue(before)).toEqual([standard]);
    expect(await publishDue(before)).toEqual([]);
    expect(await publishDue(await listed())).toEqual([]);
    const [after] = valueIn(await makeListStandards(ports)({ member }));
    expect(after).toMatchObject({ published: { version: 2 }, moving: { by: { id: member.id } } });
    expect(after?.draft).toBeUndefined();
    await sweep();
    expect(await versions()).toEqual([2]);
  });

  it('is set for a day that is still to come', async () => {
    const { ports, own } = await open(0, within(2));
    const running = { decision: 'stay' } as const;
    const today = await makeScheduleStandard(ports)({ ...own, publishOn: '2026-02-04', running });
    expect(today).toMatchObject({ error: { code: 'day-unfit', field: 'publishOn' } });
  });
});
