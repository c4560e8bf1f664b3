import { caseSeal } from '@layan/application/sealing/case-seal';
import { byWorker } from '@layan/domain/access/worker';
import type { CaseId } from '@layan/domain/kernel/ids';
import { batchScene, east, eastOperator, officer } from '@layan/testing/scenes/batch-scene';
import { describe, expect, it } from 'vitest';
import type { Ports } from '../ports/surroundings.ts';
import { makeSettleBatch, makeSweepBatches } from './settle-batch.ts';

type Scene = Awaited<ReturnType<typeof batchScene>>;

const stepsOf = async ({ found }: Pick<Scene, 'found'>, cases: readonly CaseId[]) =>
  Promise.all(
    cases.map(async (id) => {
      const { snapshot } = await found(id);
      return snapshot.ended?.ending ?? snapshot.tasks.map(({ step }) => step).join(' ');
    }),
  );
const outOf = async ({ found }: Pick<Scene, 'found'>, batch: CaseId) =>
  (await found(batch)).snapshot.lines?.flatMap(({ caseId, out }) => (out ? [[caseId, out.why]] : []));
const typesOf = ({ memory }: Scene, caseId: CaseId) =>
  (memory.table.events.get(caseId) ?? []).map(({ body: { type } }) => type);

/** A batch of all proposals that wait in the west, and each knows it. */
async function gathered(count = 3) {
  const scene = await batchScene();
  const cases = await scene.proposeAll(1, count);
  const batch = await scene.start();
  await scene.fanOut(batch);
  return { ...scene, cases, batch };
}

describe('the cases of a batch', () => {
  it('join it, and wait no longer to be gathered', async () => {
    const scene = await batchScene();
    const cases = await scene.proposeAll(1, 3);
    const there = await scene.propose(4, east);
    const waits = async () =>
      (
        await scene.ports.batches.waiting({
          agency: officer.agency,
          standard: (await scene.found(batch)).snapshot.standard.id,
          limit: 10,
        })
      ).rows.map(({ caseId }) => caseId);
    const batch = await scene.start();
    expect(await waits()).toEqual([...cases, there]);
    await scene.fanOut(batch);
    expect(await waits()).toEqual([there]);
    const { ticket } = (await scene.found(batch)).snapshot;
    for (const id of cases)
      expect((await scene.found(id)).snapshot.batch).toEqual({ caseId: batch, ticket, seq: 0 });
    expect(await scene.ports.batches.findFanOut(batch)).toBeUndefined();
  });

  it('hear what was decided on them once its step is done, with the note in their own seal', async () => {
    const scene = await gathered();
    const { cases, batch, memory } = scene;
    const [first = batch, second = batch, third = batch] = cases;
    await scene.decide(batch, 'deliberate', 'worthy', [first, second], { note: 'rumah tidak layak huni' });
    await scene.fanOut(batch);
    expect(await stepsOf(scene, cases)).toEqual(['gather', 'gather', 'gather']);
    await scene.decide(batch, 'deliberate', 'unworthy', [third], { note: 'sudah dibantu' });
    await scene.fanOut(batch);
    expect(await stepsOf(scene, cases)).toEqual(['gather', 'gather', 'refused']);
    expect(await scene.complete(batch, 'deliberate', 'decided')).toBe('ok');
    await scene.fanOut(batch);
    expect(await stepsOf(scene, cases)).toEqual(['ratify', 'ratify', 'refused']);
    const { snapshot, key } = await scene.found(first);
    const note = snapshot.timeline.at(-1)?.note;
    expect(note && (await caseSeal(memory.vault, key, first).openText('note', note))).toBe(
      'rumah tidak layak huni',
    );
    expect(JSON.stringify(await scene.found(batch))).not.toContain('rumah');
    expect(JSON.stringify([...memory.table.events])).not.toContain('layak huni');
  });

  it('hear what the batch had sealed itself, as it once did', async () => {
    const scene = await gathered(1);
    const { cases, batch, memory } = scene;
    const [first = batch] = cases;
    await scene.decide(batch, 'deliberate', 'worthy', cases, { note: 'atap bocor', former: true });
    await scene.complete(batch, 'deliberate', 'decided');
    await scene.fanOut(batch);
    const { snapshot, key } = await scene.found(first);
    const note = snapshot.timeline.at(-1)?.note;
    expect(note && (await caseSeal(memory.vault, key, first).openText('note', note))).toBe('atap bocor');
  });

  it('that were erased before they heard are passed over', async () => {
    const scene = await gathered();
    const { cases, batch, ports, run } = scene;
    const [first = batch] = cases;
    await scene.decide(batch, 'deliberate', 'unworthy', cases, { note: 'sudah dibantu' });
    await run(first, { type: 'interrupt', interruption: 'withdraw' }, { party: 'applicant' });
    const erasure = { caseId: first, at: ports.clock.now(), by: { party: 'system' as const }, people: [] };
    expect(await ports.erasing.erase(await scene.found(first), erasure)).toMatchObject({ ok: true });
    await scene.fanOut(batch);
    expect(await stepsOf(scene, cases)).toEqual(['withdrawn', 'refused', 'refused']);
    expect(await ports.batches.findFanOut(batch)).toBeUndefined();
  });

  it('hear of their refusal also where they had not yet joined when it was decided', async () => {
    const scene = await batchScene();
    const cases = await scene.proposeAll(1, 2);
    const batch = await scene.start();
    const [first = batch, second = batch] = cases;
    await scene.decide(batch, 'deliberate', 'unworthy', [second], { note: 'sudah dibantu' });
    await scene.decide(batch, 'deliberate', 'worthy', [first]);
    await scene.complete(batch, 'deliberate', 'decided');
    await scene.fanOut(batch);
    expect(await stepsOf(scene, cases)).toEqual(['ratify', 'refused']);
  });

  it('go to the end with it, but for one that was taken out', async () => {
    const scene = await gathered();
    const { cases, batch } = scene;
    await scene.decide(batch, 'deliberate', 'worthy', cases);
    await scene.complete(batch, 'deliberate', 'decided');
    await scene.decide(batch, 'verify', 'remove', cases.slice(1, 2), { by: officer, note: 'data ganda' });
    await scene.complete(batch, 'verify', 'right', officer);
    await scene.complete(batch, 'sign', 'signed', officer);
    await scene.fanOut(batch);
    expect(await stepsOf(scene, cases)).toEqual(['granted', 'gather', 'granted']);
    for (const id of cases) await scene.settle({ caseId: id });
    expect(await outOf(scene, batch)).toEqual([[cases[1], 'remove']]);
    const next = await scene.start({ raw: { period: '2026-03' } });
    await scene.fanOut(next);
    expect((await scene.found(next)).snapshot.lines?.map(({ caseId }) => caseId)).toEqual([cases[1]]);
  });

  it('that are withdrawn leave it, and so do those that cannot join', async () => {
    const scene = await gathered();
    const { cases, batch, clock, run } = scene;
    const [first = batch, second = batch] = cases;
    clock.advance(60_000);
    await run(first, { type: 'interrupt', interruption: 'withdraw' }, { party: 'applicant' });
    await scene.settle({ caseId: first });
    await scene.settle({ caseId: first });
    expect(await outOf(scene, batch)).toEqual([[first, 'ended']]);
    expect(typesOf(scene, batch).filter((type) => type === 'lineDropped')).toHaveLength(1);
    const late = await scene.propose(9);
    const other = await scene.start({ raw: { period: '2026-03' } });
    await run(late, { type: 'interrupt', interruption: 'withdraw' }, { party: 'applicant' });
    await scene.fanOut(other);
    expect(await outOf(scene, other)).toEqual([[late, 'ended']]);
    expect((await scene.found(second)).snapshot.batch?.caseId).toBe(batch);
  });

  it('are in one batch where two took them at once: the other lets them go', async () => {
    const scene = await batchScene();
    const cases = await scene.proposeAll(1, 2);
    const one = await scene.start();
    const other = await scene.start({ raw: { period: '2026-03' } });
    await scene.fanOut(other);
    await scene.fanOut(one);
    expect(await outOf(scene, other)).toEqual([]);
    expect(await outOf(scene, one)).toEqual(cases.map((id) => [id, 'elsewhere']));
  });

  it('that are on hold are told when they go on', async () => {
    const scene = await gathered();
    const { cases, batch, run, clock } = scene;
    const [first = batch] = cases;
    const note = { sealed: 'x' };
    await run(first, { type: 'suspend', suspension: 'hold', note }, byWorker(officer));
    await scene.decide(batch, 'deliberate', 'worthy', cases);
    await scene.complete(batch, 'deliberate', 'decided');
    await scene.fanOut(batch);
    expect(await stepsOf(scene, cases)).toEqual(['gather', 'ratify', 'ratify']);
    const sweep = makeSweepBatches(scene.ports);
    expect(await sweep()).toEqual({ resumed: 0, released: 0 });
    clock.advance(60_000);
    await run(first, { type: 'resume' }, byWorker(officer));
    expect(await sweep()).toEqual({ resumed: 0, released: 1 });
    expect(await stepsOf(scene, cases)).toEqual(['ratify', 'ratify', 'ratify']);
    expect(await scene.ports.batches.heldOf(batch)).toEqual([]);
  });
});

describe('news that was stopped on its way', () => {
  it('is taken up by the minute, but not while a queue is at work on it', async () => {
    const scene = await batchScene();
    const cases = await scene.proposeAll(1, 3);
    const batch = await scene.start();
    const sweep = makeSweepBatches(scene.ports);
    expect(await sweep()).toEqual({ resumed: 0, released: 0 });
    scene.clock.advance(3 * 60_000);
    expect(await sweep()).toEqual({ resumed: 1, released: 0 });
    for (const id of cases) expect((await scene.found(id)).snapshot.batch?.caseId).toBe(batch);
  });

  /** The same stores, of which the call of this number throws, before or after it did its work. */
  const breaking = (ports: Ports, at: number, done: boolean) => {
    let calls = 0;
    const watched = <T extends object>(store: T): T =>
      new Proxy(store, {
        get: (target, name) => {
          const member: unknown = Reflect.get(target, name);
          if (typeof member !== 'function') return member;
          return async (...input: unknown[]) => {
            calls += 1;
            const dies = calls === at;
            if (dies && !done) throw new Error('killed');
            const answer: unknown = await Reflect.apply(member, target, input);
            if (dies) throw new Error('killed');
            return answer;
          };
        },
      });
    const broken = { ...ports, cases: watched(ports.cases), batches: watched(ports.batches) };
    return { broken, calls: () => calls };
  };

  const story = async (kill: number, done: boolean) => {
    const scene = await batchScene();
    const cases = await scene.proposeAll(1, 6);
    const [first = cases.at(-1), second = first] = cases;
    const batch = await scene.start();
    let killed = false;
    let spent = 0;
    const tell = async () => {
      const { broken, calls } = breaking(scene.ports, killed ? 0 : kill - spent, done);
      const settle = makeSettleBatch(broken);
      try {
        while ((await settle({ caseId: batch })).more);
      } catch {
        killed = true;
        await scene.fanOut(batch);
      }
      spent += calls();
    };
    if (!first || !second) throw new Error('no cases');
    await scene.run(second, { type: 'interrupt', interruption: 'withdraw' }, { party: 'applicant' });
    await tell();
    await scene.decide(batch, 'deliberate', 'unworthy', [first], { note: 'sudah dibantu' });
    await tell();
    await scene.decide(batch, 'deliberate', 'worthy', cases.slice(2), { note: 'layak' });
    await scene.complete(batch, 'deliberate', 'decided');
    await tell();
    const heard = cases.map((id) => typesOf(scene, id).join(' '));
    return { killed, heard, out: await outOf(scene, batch), steps: await stepsOf(scene, cases) };
  };

  it('reaches everybody once, wherever it was killed', { timeout: 60_000 }, async () => {
    const whole = await story(0, false);
    expect(whole.steps).toEqual(['refused', 'withdrawn', 'ratify', 'ratify', 'ratify', 'ratify']);
    let kills = 0;
    for (const done of [false, true])
      for (let at = 1; ; at += 1) {
        const { killed, ...stopped } = await story(at, done);
        if (!killed) break;
        kills += 1;
        expect({ at, ...stopped }).toEqual({ at, heard: whole.heard, out: whole.out, steps: whole.steps });
      }
    expect(kills).toBeGreaterThan(60);
  });

  it('is followed by what happens while it is being told', async () => {
    const scene = await gathered(3);
    const { cases, batch, ports } = scene;
    await scene.decide(batch, 'deliberate', 'worthy', cases);
    await scene.complete(batch, 'deliberate', 'decided');
    let moved = false;
    const saveProgress: typeof ports.batches.saveProgress = async (...input) => {
      if (!moved) {
        moved = true;
        await scene.decide(batch, 'verify', 'remove', cases.slice(0, 1), { by: officer, note: 'data ganda' });
      }
      return ports.batches.saveProgress(...input);
    };
    const settle = makeSettleBatch({ ...ports, batches: { ...ports.batches, saveProgress } });
    expect(await settle({ caseId: batch })).toMatchObject({ more: true });
    expect(await stepsOf(scene, cases)).toEqual(['ratify', 'ratify', 'ratify']);
    await scene.fanOut(batch);
    expect(await stepsOf(scene, cases)).toEqual(['gather', 'ratify', 'ratify']);
  });

  it('is told once by two at the same time', async () => {
    const scene = await gathered(20);
    const { cases, batch } = scene;
    await scene.decide(batch, 'deliberate', 'worthy', cases);
    await scene.complete(batch, 'deliberate', 'decided');
    await Promise.all([scene.settle({ caseId: batch }), scene.settle({ caseId: batch })]);
    await scene.fanOut(batch);
    for (const id of cases) expect(typesOf(scene, id)).toEqual(['caseFiled', 'batchJoined', 'stepCompleted']);
  });
});

describe('a batch', () => {
  it('is started in one’s own area, once for a period, with what waits there', async () => {
    const scene = await batchScene();
    await scene.proposeAll(1, 2);
    const there = await scene.propose(3, east);
    const refused = async (more: Parameters<Scene['tryStart']>[0]) => {
      const started = await scene.tryStart(more);
      return started.ok ? started.value : started.error.code;
    };
    expect(await refused({ area: east })).toBe('area-refused');
    expect(await refused({ cases: [there] })).toBe('cases-gone');
    expect(await refused({ member: officer })).toBe('batch-not-found');
    expect(await refused({ raw: {} })).toBe('facts-invalid');
    const batch = await scene.start();
    await scene.fanOut(batch);
    await scene.propose(4);
    const again = await scene.tryStart();
    expect(again).toEqual({
      ok: false,
      error: { code: 'batch-running', ticket: (await scene.found(batch)).snapshot.ticket },
    });
    expect(await refused({ member: eastOperator })).toMatchObject({ lines: 1 });
    await scene.run(
      batch,
      { type: 'interrupt', interruption: 'dissolve', note: { sealed: 'x' } },
      byWorker(officer),
    );
    expect((await scene.tryStart()).ok).toBe(true);
  });

  it('is started once by a request that is sent twice', async () => {
    const scene = await batchScene();
    await scene.proposeAll(1, 2);
    const once = await scene.tryStart({ idempotencyKey: 'kunci-uji-1' });
    const twice = await scene.tryStart({ idempotencyKey: 'kunci-uji-1' });
    expect(once.ok && twice.ok && twice.value.caseId === once.value.caseId).toBe(true);
  });
});
