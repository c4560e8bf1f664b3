// Every operation of the APIs for staff that changes something, under every fault at every call: nothing is lost, nothing
// is done twice, and nobody is told that somebody else changed what they changed themselves.
import type { Operation } from '@layan/contract/operation';
import { printApi } from '@layan/contract/print-api';
import { staffApi } from '@layan/contract/staff-api';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { bringBack, contentOf } from '@layan/testing/faults/kept-table';
import { type Expected, type Outcome, sweep } from '@layan/testing/faults/sweep';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { asks, type StaffOperation } from '../access/asks.ts';
import { type Expectation, expectations } from '../access/expectations.ts';
import { operationNames, requestOf, sentOf } from '../access/questions.ts';
import { make } from '../access/things.ts';
import { tokenOf } from '../access/world.ts';
import { aLane, type Lane } from './lane.ts';
import { only, plansOf, show } from './sizes.ts';
import { refusedAnyway, successOf } from './successes.ts';

const operations: Readonly<Record<string, Operation>> = { ...staffApi, ...printApi };
/** They write and remove a whole space: many minutes, so they are swept only by name (`LAYAN_FAULTS_ONLY`). */
const long: readonly StaffOperation[] = ['openPractice', 'closePractice'];
const changing = operationNames.filter(
  (name) => operations[name]?.method !== 'GET' && (only !== undefined || !long.includes(name)),
);

/** A trace of a look is no part of what a request changes: every attempt that looked leaves its own (decision 0109). */
const traces = /"pk":\{"S":"(UNMASK#|AUDIT#unmasking|READS#)/;

/** What was done by a function that ended before it kept its answer is known to be done. */
const doneBefore: Expected = { traces, repeats: ['done-before'] };

// That promises are to be moved is noted before the calendar is changed, and noted once more by a repeat.
const movesPromises: Expected = { traces, repeats: ['done-before'], otherwise: /CALENDAR-CHANGE/ };

const prints: Expected = {
  traces,
  repeats: ['done-before'],
  otherwise: /^object \/documents\/printed\//,
  stray: /^object \/documents\/printed\//,
};

/** What is otherwise after a repeat, and why. */
const exceptions: Partial<Record<StaffOperation, Expected>> = {
  // A row that was taken by an attempt that ended before it counted it is found unchanged, and counted so.
  importRows: { traces, anyAnswer: true, otherwise: /counts/ },
  addClosure: movesPromises,
  removeClosure: movesPromises,
  addSpecialHours: movesPromises,
  removeSpecialHours: movesPromises,
  // How far it came is noted once more by who goes on with it.
  moveRunningCases: { ...doneBefore, rewritten: true },
  // A print that fails leaves a gap in the count, never a second original: it is printed once more, as a copy.
  printCard: prints,
  printLetter: prints,
  // Each time that a copy is handed over is noted: in the row of the hour, which counts them, and the next copy says so.
  handOverCopy: { traces: /hand-over-copy/, anyAnswer: true, otherwise: /"pk":\{"S":"READS#/ },
};

const expectedOf = (name: StaffOperation): Expected => {
  const { repeats } = operations[name] ?? {};
  return exceptions[name] ?? (repeats === 'recorded' || repeats === 'resumed' ? doneBefore : { traces });
};

const dynamo = await startLocalDynamo();
afterAll(() => dynamo.stop());
// Waits between attempts are as long as chance says: here there are none.
beforeAll(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterAll(() => vi.restoreAllMocks());

const sweepOf = async (lane: Lane, name: StaffOperation): Promise<Outcome> => {
  const { office } = lane;
  const { may }: Expectation = expectations[name];
  const by = office.cast(may[0] ?? 'manager');
  const sent =
    (await successOf(name, office)) ??
    sentOf(name, await make(asks[name].about, office, { owner: by }), office);
  const key = { 'idempotency-key': `uji-${name}` };
  const token = tokenOf(office.ports.tenant, by.id);
  return sweep(
    lane.stage,
    async (attempt) => {
      const response = await lane.fetch(requestOf(sent, token, key), `attempt ${attempt}`);
      return { status: response.status, text: await response.text() };
    },
    expectedOf(name),
    plansOf(changing.indexOf(name)),
  );
};

const LANES = 6;

describe('operations for staff', async () => {
  const outcomes = new Map<StaffOperation, Promise<Outcome>>();
  const waiting = changing.filter((name) => only === undefined || only.includes(name));
  const work = async (number: number) => {
    const lane = await aLane(dynamo, `lane-${number}`);
    const { client, table } = lane.stage;
    const opened = await contentOf(client, table);
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const outcome = sweepOf(lane, name);
      outcomes.set(name, outcome);
      await outcome.then(
        (found) => show('staff', name, found),
        () => undefined,
      );
      await bringBack(client, table, opened, await contentOf(client, table));
    }
  };
  const all = [...waiting];
  let done: Promise<unknown>;
  beforeAll(() => {
    done = Promise.all(Array.from({ length: LANES }, (_, number) => work(number)));
    done.catch(() => undefined);
  });
  it.each(all)('%s', { timeout: 600_000 }, async (name) => {
    while (!outcomes.has(name)) await new Promise((resolve) => setTimeout(resolve, 50));
    const outcome = await outcomes.get(name);
    expect(outcome?.findings.join('\n\n')).toBe('');
    expect([name, outcome?.answered.status]).toEqual([name, refusedAnyway[name] ?? 200]);
  });
});
