// What the workers do with a message, under every fault at every call. A queue brings back what failed, and now and then
// what did not.

import { makeAddClosure } from '@layan/application/calendar/add-closure';
import { makePrepareIntakeUpload } from '@layan/application/counter/prepare-intake-upload';
import { makeStartIntake } from '@layan/application/counter/start-intake';
import { makeEraseCase } from '@layan/application/erasure/erase-case';
import { makeAskAboutData } from '@layan/application/privacy/own-requests';
import { makePlanRetention } from '@layan/application/privacy/plan-retention';
import { makeProvision } from '@layan/application/tenant/provision';
import { makeTrackCase } from '@layan/application/tracking/track-case';
import { ContentHash } from '@layan/domain/standard/content-hash';
import { createLogger } from '@layan/observability/logger';
import { createMetrics } from '@layan/observability/metrics';
import { openControlPlane } from '@layan/storage/control-table';
import { createMailer } from '@layan/storage/mailer';
import { aRegistration, aTenant } from '@layan/testing/builders/a-tenant';
import { aPng } from '@layan/testing/builders/scans';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { knownIn, writtenSince } from '@layan/testing/faults/compare';
import { deliveriesOf } from '@layan/testing/faults/deliveries';
import { bringBack, contentOf } from '@layan/testing/faults/kept-table';
import { type Answered, type Expected, sweep } from '@layan/testing/faults/sweep';
import { memoryPlatform } from '@layan/testing/memory/memory-tenant';
import { answersOf, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createSweep } from '../../functions/deadlines/sweep.ts';
import { createCheck } from '../../functions/documents/check.ts';
import { createNotify } from '../../functions/notifier/notify.ts';
import { sesClient } from '../../functions/notifier/ses-client.ts';
import { createProject } from '../../functions/projections/project.ts';
import { REGION } from '../access/world.ts';
import { aLane, type Lane, origin } from './lane.ts';
import { isDeep, plansOf, seed, show } from './sizes.ts';

const dynamo = await startLocalDynamo();
const lane = await aLane(dynamo, 'workers');
const { office, clock, stage, aws } = lane;
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
/** And longer than any clock can be ahead. */
const HALF_AN_HOUR = 2_700_000;
const quiet = (name: string) => createLogger(name, () => undefined);
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
      origin,
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

const notify = async (caseId: string, seed: string): Promise<Answered> => {
  const work = createNotify({
    openTenant: () => ({
      ...lane.start(seed),
      mailer: createMailer(sesClient(aws, aws.http), 'layanan@contoh.example'),
      trackingUrl: `${origin}/lacak`,
    }),
    logger: quiet('notifier'),
    metrics: createMetrics('local', () => undefined),
  });
  return answered(await work({ Records: [{ messageId: 'm', body: JSON.stringify({ tenant, caseId }) }] }));
};
/** Woken by each state that it saves, until nothing is left to do. */
const provision = async (seed: string): Promise<Answered> => {
  const { stacks } = memoryPlatform();
  await stacks.create(tenant);
  stacks.settle(tenant, 'ready');
  const ports = {
    ...{ ...openControlPlane(aws, stage.table), clock, stacks, findRegions: () => undefined },
    openTenant: () => lane.start(seed),
  };
  for (let wake = 1; wake < 10; wake += 1)
    if (valueIn(await makeProvision(ports)({ tenant })).did !== 'moved') break;
  const state = (await ports.register.find(tenant))?.provisioning;
  return { status: state?.state === 'done' ? 200 : 500, text: JSON.stringify(state) };
};
/** A claim that came to nothing. */
const ended = async () => {
  const receipt = await office.claim();
  const step = ['initial-verification', 'refer'] as const;
  await office.complete(receipt, office.cast('frontOffice'), step, {}, 'Silakan ke dinas lain.');
  return receipt;
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
  'a citizen is told': async () => {
    const { contact = {}, ...answers } = answersOf(office.nextPerson());
    const told = { ...contact, email: 'warga.uji@contoh.example' };
    const scans = ['head-id-card', 'family-card'];
    const { caseId } = await office.apply(office.services.claims, {
      answers: { ...answers, contact: told },
      scans,
    });
    // Whoever began to send is believed to be at it for a minute; later than any clock can be behind.
    return againLater(720_000, (seed) => notify(caseId, seed));
  },
  'an erased case is finished': async () => {
    const { caseId } = await ended();
    const by = { party: 'system' } as const;
    valueIn(await makeEraseCase(office.ports)({ caseId, by, mayErase: async () => undefined }));
    // Its files go, and are looked for once more.
    return async (seed) => {
      const since = clock.now();
      const first = await sweepTenant(lane, seed);
      if (first.status !== 200) return first;
      clock.advance(HALF_AN_HOUR);
      try {
        return await sweepTenant(lane, `${seed} again`);
      } finally {
        clock.set(since);
      }
    };
  },
  'scans and then cases are destroyed when they are due': async () => {
    await makePlanRetention(office.ports)(await ended());
    clock.advance(6 * 366 * DAY);
    // Scans, then the case, then what lay beside it, then nothing.
    return async (seed) => {
      let swept = await sweepTenant(lane, seed);
      for (let more = 1; more < 4 && swept.status === 200; more += 1)
        swept = await sweepTenant(lane, `${seed} ${more}`);
      return swept;
    };
  },
  'what is asked about data runs out': async () => {
    const { session } = valueIn(await makeTrackCase(office.ports)(await office.claim()));
    valueIn(await makeAskAboutData(office.ports)({ session, kind: 'access' }));
    clock.advance(4 * DAY);
    return (seed) => sweepTenant(lane, seed);
  },
  'a government is provisioned': async () => {
    const { register } = openControlPlane(aws, stage.table);
    await register.save(aRegistration(aTenant({ id: tenant, region: REGION })), undefined);
    return (seed) => provision(seed);
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

/** The same, later by so much with each time that it comes again. */
const againLater =
  (milliseconds: number, work: Work): Work =>
  async (seed) => {
    const since = clock.now();
    clock.advance(milliseconds * (Number(seed.split(' ').at(-1)) - 1));
    try {
      return await work(seed);
    } finally {
      clock.set(since);
    }
  };

/** Sealed between two attempts, a chain is shorter than it is after both. */
const aSeal = /"pk":\{"S":"SEALS"\}/;

/** Whose turn was last may be written down again; what else may, and why. */
const exceptions: Readonly<Record<string, Expected>> = {
  // Figures of two cases, counted in one portion or in two.
  'a batch takes its lines': { otherwise: /"pk":\{"S":"(ROTA|FIGURES)#/ },
  // How far it came is noted portion by portion; that it is over stands in what is left to move, which is nothing.
  'a promise moves by a closed day': { otherwise: /"causes\\":\[\].*CALENDAR-CHANGE/ },
  'a citizen is told': { rewritten: true },
  'an erased case is finished': { otherwise: aSeal },
  'scans and then cases are destroyed when they are due': { otherwise: aSeal },
  'what is asked about data runs out': { otherwise: aSeal },
  // Its profile is written once more when it is done already.
  'a government is provisioned': { rewritten: true },
};

/** Where many calls follow one another; seconds each, so they are swept where somebody has the time. */
const costly = [
  ...['work is given to somebody', 'a card is told to its status list', 'a batch takes its lines'],
  ...['a promise is broken', 'a promise moves by a closed day', 'what is asked about data runs out'],
  'scans and then cases are destroyed when they are due',
];
const swept = Object.entries(scenes).filter(
  ([name]) => isDeep || seed !== undefined || !costly.includes(name),
);

describe.each(swept)('%s', (name, scene) => {
  it('comes to the same under faults at every call', { timeout: 900_000 }, async () => {
    const work = await scene();
    const outcome = await sweep(
      stage,
      (attempt) => work(`attempt ${attempt}`),
      exceptions[name] ?? { otherwise: /"pk":\{"S":"ROTA#/ },
      plansOf(Object.keys(scenes).indexOf(name)),
    );
    show('worker', name, outcome);
    expect(outcome.answered.status).toBe(200);
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
