import type { CaseId } from '@layan/domain/kernel/ids';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeAddClosure } from './add-closure.ts';
import { makeMovePromises } from './move-promises.ts';
import { makeRemoveClosure } from './remove-closure.ts';

const minute = 60_000;
const closure = { date: '2026-02-05', name: 'Hari jadi kota' };

const open = async (cases: number) => {
  const scene = await ultpkScene();
  const { ports, clock, memory } = scene;
  const { manager: member } = scene.staff;
  const ids: CaseId[] = [];
  for (let n = 1; n <= cases; n += 1) {
    const { caseId } = await scene.file(n);
    await scene.toSurvey(caseId);
    ids.push(caseId);
  }
  const move = makeMovePromises(ports);
  /** Runs until nothing is left, as the sweep does. */
  const moveAll = async (limit?: number) => {
    let moved = 0;
    for (;;) {
      const portion = await move(limit === undefined ? {} : { limit });
      moved += portion.moved;
      if (!portion.more) return moved;
    }
  };
  const open = async (caseId: CaseId) =>
    (await memory.cases.find(caseId))?.snapshot.promises.filter(({ state }) =>
      ['conditional', 'running', 'paused'].includes(state),
    ) ?? [];
  return {
    scene,
    ids,
    move,
    moveAll,
    add: async (input = closure) => valueIn(await makeAddClosure(ports)({ member, ...input })),
    remove: async () => valueIn(await makeRemoveClosure(ports)({ member, date: closure.date })),
    settle: () => clock.advance(minute),
    open,
    dates: async () =>
      Promise.all(ids.map(async (id) => (await open(id)).map(({ promise, dueAt }) => [promise, dueAt]))),
  };
};

describe('after a local closure', () => {
  it('moves open promises with the reason, and writes nothing twice', async () => {
    const { scene, ids, add, settle, moveAll, open: openOf } = await open(2);
    await add();
    settle();
    expect(await moveAll()).toBe(2);
    for (const id of ids) {
      const turns = (await openOf(id)).flatMap(({ ledger }) => ledger).filter(({ turn }) => turn === 'moved');
      expect(turns.length).toBeGreaterThan(0);
      for (const { reason } of turns) expect(reason).toBe('libur daerah: Hari jadi kota');
    }
    const written = scene.memory.table.outbox.length;
    expect(await moveAll()).toBe(0);
    expect(scene.memory.table.outbox).toHaveLength(written);
  });

  it('waits until nobody decides by the calendar as it was', async () => {
    const { add, move, settle } = await open(1);
    await add();
    expect(await move()).toEqual({ examined: 0, moved: 0, more: false });
    settle();
    expect(await move()).toMatchObject({ examined: 1, moved: 1 });
  });

  it('goes on where it stopped, in portions', async () => {
    const { add, settle, move, moveAll } = await open(3);
    await add();
    settle();
    expect(await move({ limit: 2 })).toEqual({ examined: 2, moved: 2, more: true });
    expect(await move({ limit: 2 })).toMatchObject({ moved: 1, more: true });
    expect(await moveAll(2)).toBe(0);
    expect(await move({ limit: 2 })).toEqual({ examined: 0, moved: 0, more: false });
  });

  it('begins anew when the calendar changes on the way', async () => {
    const { scene, add, settle, move, moveAll, ids, open: openOf } = await open(3);
    await add();
    settle();
    await move({ limit: 2 });
    await add({ date: '2026-02-06', name: 'Pemilihan wali kota' });
    expect(await move()).toMatchObject({ examined: 0 });
    settle();
    await moveAll(2);
    expect((await scene.memory.calendarChanges.find())?.causes).toEqual([]);
    const moves = await Promise.all(
      ids.map(async (id) => (await openOf(id)).flatMap(({ ledger }) => ledger)),
    );
    const reasons = moves.flat().flatMap(({ reason }) => reason ?? []);
    expect(reasons.some((reason) => reason.includes('Pemilihan wali kota'))).toBe(true);
  });

  it('brings every due date back when the closure is taken back', async () => {
    const { add, remove, settle, moveAll, dates } = await open(3);
    const before = await dates();
    await add();
    settle();
    await moveAll();
    expect(await dates()).not.toEqual(before);
    await remove();
    settle();
    expect(await moveAll()).toBe(3);
    expect(await dates()).toEqual(before);
  });
});
