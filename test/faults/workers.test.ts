// What the workers do with a message, under every fault at every call. A queue brings back what failed, and now and then
// what did not.

import { appendFileSync } from 'node:fs';
import { makeAddClosure } from '@layan/application/calendar/add-closure';
import { makePrepareIntakeUpload } from '@layan/application/counter/prepare-intake-upload';
import { makeStartIntake } from '@layan/application/counter/start-intake';
import { ContentHash } from '@layan/domain/standard/content-hash';
import { createLogger } from '@layan/observability/logger';
import { createMetrics } from '@layan/observability/metrics';
import { aPng } from '@layan/testing/builders/scans';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { knownIn, writtenSince } from '@layan/testing/faults/compare';
import { deliveriesOf } from '@layan/testing/faults/deliveries';
import { bringBack, contentOf } from '@layan/testing/faults/kept-table';
import { type Answered, plansFor, plansOfSeed, sweep } from '@layan/testing/faults/sweep';
import { memoryCaseFiles } from '@layan/testing/memory/memory-erasure';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createSweep } from '../../functions/deadlines/sweep.ts';
import { createCheck } from '../../functions/documents/check.ts';
import { createProject } from '../../functions/projections/project.ts';
import { aLane, type Lane } from './lane.ts';

const dynamo = await startLocalDynamo();
const lane = await aLane(dynamo, 'workers');
const { office, clock, stage } = lane;
const opened = await contentOf(stage.client, stage.table);
const openedAt = clock.now();
afterAll(() => dynamo.stop());
beforeAll(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterAll(() => vi.restoreAllMocks());
afterEach(async () => {
  clock.set(openedAt);
  stage.http.begin();
  await bringBack(stage.client, stage.table, opened, await contentOf(stage.client, stage.table));
});

const DAY = 86_400_000;
const quiet = (name: string) => createLogger(name, () => undefined);
const origin = 'https://kota-contoh.layan.example';
const { tenant } = office.ports;
const answered = ({
  batchItemFailures: failed,
}: {
  readonly batchItemFailures: readonly unknown[];
}): Answered => ({
  status: failed.length === 0 ? 200 : 500,
  text: '',
});

const project = async (at: Lane, cases: readonly string[], seed: string): Promise<Answered> => {
  const drawLetter = async () => new TextEncoder().encode('%PDF-uji');
  const work = createProject(() => ({ ...at.start(seed), drawLetter, origin }), quiet('projections'));
  const Records = cases.map((caseId) => ({ messageId: caseId, body: JSON.stringify({ tenant, caseId }) }));
  const told = answered(await work({ Records }));
  // What it changed itself comes back to it as a message of its own.
  return told.status === 200 ? answered(await work({ Records })) : told;
};
const sweepTenant = async (at: Lane, seed: string): Promise<Answered> => {
  const work = createSweep({
    register: { list: async () => ({ rows: [] }) },
    openTenant: () => ({
      ...at.start(seed),
      ...{ caseFiles: memoryCaseFiles(), origin },
    }),
    send: async () => undefined,
    logger: quiet('deadlines'),
    metrics: createMetrics('local', () => undefined),
  });
  return answered(
    await work({ Records: [{ messageId: 'm', eventSource: 'aws:sqs', body: JSON.stringify({ tenant }) }] }),
  );
};
const check = async (at: Lane, caseId: string, documentId: string, seed: string): Promise<Answered> => {
  const work = createCheck({
    open: () => at.start(seed),
    examine: async ({ bytes }) => ({ sha256: ContentHash.parse('0'.repeat(64)), bytes: bytes.length }),
    lookInside: async () => undefined,
    logger: quiet('documents'),
    metrics: { count: () => undefined },
  });
  const key = `incoming/${tenant}/${caseId}/${documentId}`;
  await work({ 'detail-type': 'Object Created', detail: { object: { key } } });
  return { status: 200, text: '' };
};

type Work = (seed: string) => Promise<Answered>;

/** One line per thing that a worker does. */
const scenes: Readonly<Record<string, () => Promise<Work>>> = {
  'a new case is counted, sealed and told': async () => {
    const { caseId } = await office.claim();
    return (seed) => project(lane, [caseId], seed);
  },
  'work is given to somebody': async () => {
    const { caseId } = await office.toSurvey();
    return (seed) => project(lane, [caseId], seed);
  },
  'a card is told to its status list': async () => {
    const { caseId } = await office.withCard();
    return (seed) => project(lane, [caseId], seed);
  },
  'a letter is drawn': async () => {
    const { caseId } = await office.letter('frozen');
    return (seed) => project(lane, [caseId], seed);
  },
  'a batch takes its lines': async () => {
    const { caseId, line } = await office.batch();
    return (seed) => project(lane, [caseId, line], seed);
  },
  'a promise is broken': async () => {
    await office.toSurvey();
    clock.advance(60 * DAY);
    return (seed) => sweepTenant(lane, seed);
  },
  'a promise moves by a closed day': async () => {
    await office.toSurvey();
    const closure = { date: '2026-02-05', name: 'Hari jadi kota' };
    await makeAddClosure(office.ports)({ member: office.cast('manager'), ...closure });
    // Later than any clock can be behind.
    clock.advance(3_600_000);
    return (seed) => sweepTenant(lane, seed);
  },
  'what changed is sealed': async () => {
    const { caseId } = await office.claim();
    await project(lane, [caseId], 'before');
    clock.advance(2 * 3_600_000);
    return (seed) => sweepTenant(lane, seed);
  },
  'a scan is checked': async () => {
    const member = office.cast('frontOffice');
    const { ports, services } = office;
    const { caseId } = valueIn(await makeStartIntake(ports)({ member, standard: services.claims.id }));
    const asked = { member, caseId, requirement: 'head-id-card' };
    const { documentId } = valueIn(await makePrepareIntakeUpload(ports)(asked));
    return async (seed) => {
      // The object lies there until it was checked; a message that comes again finds it gone.
      if (seed.endsWith(' 1')) ports.scans.arrive(caseId, documentId, aPng());
      return check(lane, caseId, documentId, seed);
    };
  },
};

/** Whose turn was last may be written down again; figures of two cases, counted in one portion or in two. */
const writtenAgain: Readonly<Record<string, RegExp>> = {
  'a batch takes its lines': /"pk":\{"S":"(ROTA|FIGURES)#/,
  // How far it came is noted portion by portion; that it is over stands in what is left to move, which is nothing.
  'a promise moves by a closed day': /"causes\\":\[\].*CALENDAR-CHANGE/,
};

const seed = process.env.LAYAN_FAULTS_SEED ?? (process.env.LAYAN_DEEP ? String(Date.now()) : undefined);

// Minutes of processor time.
describe
  .runIf(process.env.LAYAN_DEEP || process.env.LAYAN_FAULTS_SEED || process.env.LAYAN_FAULTS_SHOW)
  .each(Object.entries(scenes))('%s', (name, scene) => {
  it('comes to the same under every fault at every call', { timeout: 300_000 }, async () => {
    const work = await scene();
    const outcome = await sweep(
      stage,
      (attempt) => work(`attempt ${attempt}`),
      { otherwise: writtenAgain[name] ?? /"pk":\{"S":"ROTA#/ },
      seed === undefined ? plansFor : plansOfSeed(seed, 40),
    );
    const { LAYAN_FAULTS_SHOW: shown } = process.env;
    if (shown !== undefined) appendFileSync(shown, `${JSON.stringify({ name, ...outcome })}\n`);
    expect(outcome.findings.join('\n\n')).toBe('');
  });
});

describe('messages', () => {
  it('that come twice, out of order, or late leave what they leave in order', {
    timeout: 300_000,
  }, async () => {
    const receipts = [await office.claim(), await office.withCard(), await office.toSurvey()];
    const cases = receipts.map(({ caseId }) => caseId);
    const before = await contentOf(stage.client, stage.table);
    const way = { known: knownIn(before) };
    // Who had work last is remembered in the order in which it came.
    const writtenIn = (content: typeof before) =>
      writtenSince(before, content, way).filter((text) => !text.includes('"pk":{"S":"ROTA#'));
    for (const caseId of cases) await project(lane, [caseId], 'in order');
    const inOrder = await contentOf(stage.client, stage.table);
    for (const { name, batches } of deliveriesOf(cases)) {
      await bringBack(stage.client, stage.table, before, await contentOf(stage.client, stage.table));
      for (const batch of batches) await project(lane, batch, name);
      const now = await contentOf(stage.client, stage.table);
      expect([name, writtenIn(now)]).toEqual([name, writtenIn(inOrder)]);
    }
  });
});
