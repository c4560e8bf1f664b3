// The sweep of a tenant comes by the minute, and a queue may bring it again or two at once.
import { makeAddClosure } from '@layan/application/calendar/add-closure';
import { createLogger } from '@layan/observability/logger';
import { createMetrics } from '@layan/observability/metrics';
import { memoryCaseFiles } from '@layan/testing/memory/memory-erasure';
import { restingRotation } from '@layan/testing/memory/memory-secrets';
import { tableText } from '@layan/testing/memory/table-text';
import { PROBOLINGGO, ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { createSweep } from './sweep.ts';

const DAY = 24 * 3_600_000;
type Scene = Awaited<ReturnType<typeof ultpkScene>>;

const sweeper = async () => {
  const scene = await ultpkScene();
  const sweep = createSweep({
    register: { list: async () => ({ rows: [] }) },
    openTenant: () => ({
      ...scene.ports,
      signer: scene.memory.signer,
      caseFiles: memoryCaseFiles(),
      rotation: restingRotation(scene.clock),
      origin: 'https://kota-probolinggo.layan.example',
    }),
    send: async () => undefined,
    logger: createLogger('deadlines', () => undefined),
    metrics: createMetrics('local', () => undefined),
  });
  const body = JSON.stringify({ tenant: PROBOLINGGO });
  const tell = (...ids: readonly string[]) =>
    sweep({ Records: ids.map((messageId) => ({ messageId, eventSource: 'aws:sqs', body })) });
  return { scene, tell };
};

const due: readonly { readonly what: string; readonly before: (scene: Scene) => Promise<void> }[] = [
  {
    what: 'a returned file that lapses',
    before: async (scene) => {
      const { caseId } = await scene.file(1);
      const missing = { requirements: ['family-card'], facts: [] };
      const input = { note: 'Kartu keluarga belum terbaca.', missing };
      valueIn(await scene.complete(scene.staff.frontOffice, caseId, 'initial-verification', 'return', input));
      scene.clock.advance(31 * DAY);
    },
  },
  {
    what: 'a promise that moves by a closed day',
    before: async (scene) => {
      const { caseId } = await scene.file(1);
      await scene.toSurvey(caseId);
      const closure = { date: '2026-02-05', name: 'Hari jadi kota' };
      valueIn(await makeAddClosure(scene.ports)({ member: scene.staff.manager, ...closure }));
      scene.clock.advance(60_000);
    },
  },
  {
    what: 'a promise that is broken',
    before: async (scene) => {
      const { caseId } = await scene.file(1);
      await scene.toSurvey(caseId);
      scene.clock.advance(60 * DAY);
    },
  },
];

describe.each(due)('$what', ({ before }) => {
  it('is done by the first sweep and changed by none after it', async () => {
    const { scene, tell } = await sweeper();
    await before(scene);
    const waiting = tableText(scene.memory.table);
    expect(await tell('m1')).toEqual({ batchItemFailures: [] });
    const done = tableText(scene.memory.table);
    expect(done).not.toBe(waiting);
    await tell('m1');
    await tell('m2', 'm3');
    await Promise.all([tell('m4'), tell('m5')]);
    expect(tableText(scene.memory.table)).toBe(done);
  });

  it('is done once by two sweeps at once', async () => {
    const { scene, tell } = await sweeper();
    await before(scene);
    await Promise.all([tell('m1'), tell('m2')]);
    const turns = [...scene.memory.table.events.values()].flat().map(({ caseId, seq }) => `${caseId} ${seq}`);
    expect(new Set(turns).size).toBe(turns.length);
    const done = tableText(scene.memory.table);
    await tell('m3');
    expect(tableText(scene.memory.table)).toBe(done);
  });
});
