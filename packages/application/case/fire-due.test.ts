import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeFireDue } from './fire-due.ts';

const days = (n: number) => n * 24 * 3_600_000;

const returned = async () => {
  const scene = await ultpkScene();
  const { caseId } = await scene.file(1);
  const missing = { requirements: ['family-card'], facts: [] };
  const note = 'Kartu keluarga belum terbaca.';
  const input = { note, missing };
  valueIn(await scene.complete(scene.staff.frontOffice, caseId, 'initial-verification', 'return', input));
  return { scene, caseId };
};

describe('time', () => {
  it('lets a returned file lapse after thirty days of silence, not before', async () => {
    const { scene, caseId } = await returned();
    const fire = makeFireDue(scene.ports);
    scene.clock.advance(days(29));
    expect(await fire({})).toEqual({ examined: 0, changed: 0, skipped: 0, more: false });
    scene.clock.advance(days(2));
    expect(await fire({})).toMatchObject({ examined: 1, changed: 1 });
    expect((await scene.memory.cases.find(caseId))?.snapshot.ended?.ending).toBe('lapsed');
    expect(await fire({})).toMatchObject({ examined: 0 });
  });

  it('breaks a promise when it has passed, once, however often it is asked', async () => {
    const scene = await ultpkScene();
    const { caseId } = await scene.toIssue(1);
    scene.clock.advance(2 * 3_600_000);
    const fire = makeFireDue(scene.ports);
    await Promise.all([fire({}), fire({}), fire({})]);
    await fire({});
    const events = scene.memory.table.events.get(caseId) ?? [];
    expect(events.filter(({ body }) => body.type === 'promiseBroken')).toHaveLength(1);
  });

  it('works off many cases in portions and says when more are due', async () => {
    const scene = await ultpkScene();
    for (const n of [1, 2, 3]) await scene.toIssue(n);
    scene.clock.advance(2 * 3_600_000);
    const fire = makeFireDue(scene.ports);
    expect(await fire({ limit: 2 })).toMatchObject({ changed: 2, more: true });
    expect(await fire({ limit: 2 })).toMatchObject({ changed: 1, more: false });
  });
});
