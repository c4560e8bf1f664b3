// Days at random: operations one after the other, some about the same thing again, with several faults in each. What stands
// there in the evening and what was answered is what it is without faults. A seed that failed shows the same again.
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { knownIn, writtenSince } from '@layan/testing/faults/compare';
import { bringBack, contentOf } from '@layan/testing/faults/kept-table';
import { planOfChance } from '@layan/testing/faults/sweep';
import { seededRandom } from '@layan/testing/seeded-random';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { asks, type StaffOperation } from '../access/asks.ts';
import { castOf } from '../access/cast.ts';
import { type Expectation, expectations } from '../access/expectations.ts';
import { anOffice } from '../access/office.ts';
import { requestOf, sentOf } from '../access/questions.ts';
import { servicesOf } from '../access/services.ts';
import { make } from '../access/things.ts';
import { AGENCY, tokenOf } from '../access/world.ts';
import { aLane } from './lane.ts';
import { isDeep, seed } from './sizes.ts';
import { successOf } from './successes.ts';

const pool = [
  ...([
    'completeStep',
    'interruptCase',
    'suspendCase',
    'resumeCase',
    'extendPromise',
    'changeProduct',
  ] as const),
  ...(['claimTask', 'releaseTask', 'assignTask', 'unmaskFact', 'startBatch', 'decideLines'] as const),
  ...(['startIntake', 'saveIntake', 'prepareIntakeUpload', 'submitIntake', 'dropIntake'] as const),
  ...(['recordOpening', 'startImport', 'settleImportRow', 'changeImportedCard', 'chooseSignatory'] as const),
  ...(['inviteMember', 'changeMember', 'changeOfficial', 'changeAbsences', 'deactivateMember'] as const),
  ...(['reactivateMember', 'saveDraft', 'withdrawStandard'] as const),
  ...([
    'changePrivacyTerms',
    'recordSubjectRequest',
    'answerSubjectRequest',
    'holdForLaw',
    'liftHold',
  ] as const),
  ...(['recordBreach', 'markBreach', 'changeLetterSettings', 'saveSheetLayout'] as const),
] satisfies readonly StaffOperation[];

interface Turn {
  readonly name: StaffOperation;
  /** The same request once more, under a key of its own: what it was about has changed. */
  readonly again: boolean;
}

const MOST = 6;

const dynamo = await startLocalDynamo();
const lane = await aLane(dynamo, 'sequences');
const { stage } = lane;
const opened = await contentOf(stage.client, stage.table);
const elsewhere = stage.elsewhere();
const known = knownIn(opened);
afterAll(() => dynamo.stop());
beforeAll(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterAll(() => vi.restoreAllMocks());

/** Looks leave their own traces, and kept answers stand there or not (decision 0109). */
const passing = /"pk":\{"S":"(UNMASK#|AUDIT#unmasking|READS#|ANSWERS#)/;

/** Both leave a batch under way, and a village has one at a time. */
const gathering: readonly StaffOperation[] = ['startBatch', 'decideLines'];

const dayOf = (below: (limit: number) => number): readonly Turn[] => {
  const turns = Array.from({ length: 3 + below(MOST - 2) }, (_, at) => ({
    name: pool[below(pool.length)] ?? 'claimTask',
    again: at > 0 && below(4) === 0,
  }));
  const first = turns.findIndex(({ name }) => gathering.includes(name));
  return turns.filter(({ name }, at) => at <= first || !gathering.includes(name));
};

async function play(turns: readonly Turn[], chance?: (limit: number) => number) {
  const { http } = stage;
  const cast = castOf(AGENCY, 100);
  const office = anOffice(lane.office.ports, AGENCY, servicesOf(AGENCY, ''), cast, 0);
  const answers: string[] = [];
  let last: { readonly name: StaffOperation; readonly sent: ReturnType<typeof sentOf> } | undefined;
  for (const [at, turn] of turns.entries()) {
    http.begin();
    const { name } = turn.again && last ? last : turn;
    const { may }: Expectation = expectations[name];
    const by = office.cast(may[0] ?? 'manager');
    const sent =
      turn.again && last
        ? last.sent
        : ((await successOf(name, office)) ??
          sentOf(name, await make(asks[name].about, office, { owner: by }), office));
    last = { name, sent };
    const key = { 'idempotency-key': `hari-uji-${at}` };
    const ask = async (attempt: number) => {
      http.begin(chance && attempt < 3 ? planOfChance(chance, 24) : {});
      const request = requestOf(sent, tokenOf(office.ports.tenant, by.id), key);
      const response = await lane.fetch(request, `${at} ${attempt}`);
      return { status: response.status, text: await response.text() };
    };
    let answer = await ask(1).catch(() => undefined);
    for (let attempt = 2; attempt <= 3 && (!answer || answer.status >= 500); attempt += 1)
      answer = await ask(attempt).catch(() => undefined);
    // Done by a function that ended before it kept its answer.
    const done = answer?.text.includes('"code":"done-before"') ? 200 : answer?.status;
    answers.push(`${name} ${done}`);
    http.begin();
    await http.letArrive();
  }
  const content = await contentOf(stage.client, stage.table);
  const written = writtenSince(opened, content, { known })
    .filter((text) => !passing.test(text))
    .map((text) => text.replace(/"answer":\{"S":"[^"]*"\},/, ''))
    .sort();
  await bringBack(stage.client, stage.table, opened, content);
  elsewhere.bringBack();
  return { answers, written };
}

const MANY = isDeep ? 200 : 10;
const seeds =
  seed === undefined
    ? Array.from({ length: MANY }, (_, at) => `${isDeep ? Date.now() : 'hari'}-${at}`)
    : [seed];

it.each(seeds)('LAYAN_SEED=%s', { timeout: 120_000 }, async (named) => {
  const { bytes } = seededRandom(named);
  const below = (limit: number) => (bytes(2)[0] ?? 0) % limit;
  const turns = dayOf(below);
  const quiet = await play(turns);
  const disturbed = await play(turns, below);
  expect(disturbed.answers).toEqual(quiet.answers);
  expect(disturbed.written).toEqual(quiet.written);
});
