// Every operation of the APIs for staff that changes something, under every fault at every call: nothing is lost, nothing
// is done twice, and nobody is told that somebody else changed what they changed themselves.
import { appendFileSync } from 'node:fs';
import type { Operation } from '@layan/contract/operation';
import { printApi } from '@layan/contract/print-api';
import { staffApi } from '@layan/contract/staff-api';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { bringBack, contentOf } from '@layan/testing/faults/kept-table';
import {
  type Expected,
  type Outcome,
  plansFor,
  plansOfSeed,
  sampledPlans,
  sweep,
} from '@layan/testing/faults/sweep';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { asks, type StaffOperation } from '../access/asks.ts';
import { type Expectation, expectations } from '../access/expectations.ts';
import { operationNames, requestOf, sentOf } from '../access/questions.ts';
import { make } from '../access/things.ts';
import { tokenOf } from '../access/world.ts';
import { aLane, type Lane } from './lane.ts';

const operations: Readonly<Record<string, Operation>> = { ...staffApi, ...printApi };
/** They write and remove a whole space: many minutes, so they are swept only by name (`LAYAN_FAULTS_ONLY`). */
const long: readonly StaffOperation[] = ['openPractice', 'closePractice'];
const only = process.env.LAYAN_FAULTS_ONLY;
const changing = operationNames.filter(
  (name) => operations[name]?.method !== 'GET' && (only !== undefined || !long.includes(name)),
);

/** A trace of a look is no part of what a request changes: every attempt that looked leaves its own (decision 0109). */
const traces = /"pk":\{"S":"(UNMASK#|AUDIT#unmasking|READS#)/;

/** What was done by a function that ended before it kept its answer is known to be done. */
const doneBefore: Expected = { traces, repeats: ['done-before'] };

// That promises are to be moved is noted before the calendar is changed, and noted once more by a repeat.
const movesPromises: Expected = { traces, repeats: ['done-before'], otherwise: /CALENDAR-CHANGE/ };

/** What is otherwise after a repeat, and why. */
const exceptions: Partial<Record<StaffOperation, Expected>> = {
  // A row that was taken by an attempt that ended before it counted it is found unchanged, and counted so.
  importRows: { traces, anyAnswer: true, otherwise: /counts/ },
  addClosure: movesPromises,
  removeClosure: movesPromises,
  addSpecialHours: movesPromises,
  removeSpecialHours: movesPromises,
  // Each time that a copy is handed over is noted.
  handOverCopy: { traces: /"pk":\{"S":"(UNMASK#|AUDIT#unmasking|READS#)|hand-over-copy/ },
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
  const thing = await make(asks[name].about, office, { owner: by });
  const sent = sentOf(name, thing, office);
  const key = { 'idempotency-key': `uji-${name}` };
  const token = tokenOf(office.ports.tenant, by.id);
  return sweep(
    lane.stage,
    async (attempt) => {
      const response = await lane.fetch(requestOf(sent, token, key), `attempt ${attempt}`);
      return { status: response.status, text: await response.text() };
    },
    expectedOf(name),
    plansOf(name),
  );
};

/** For whoever looks into a finding: every outcome as soon as it is there, one a line. */
const shown = process.env.LAYAN_FAULTS_SHOW;
const show = (name: string, { runs, calls, findings }: Outcome) => {
  if (shown !== undefined) appendFileSync(shown, `${JSON.stringify({ name, runs, calls, findings })}\n`);
};

/** Several faults at once, at random; a seed that was reported shows the same again. */
const seed = process.env.LAYAN_FAULTS_SEED ?? (process.env.LAYAN_DEEP ? String(Date.now()) : undefined);
const MANY = 40;

/** All faults where somebody looks into a few operations, or has the time; in turn where all are swept by the way. */
const plansOf = (name: StaffOperation) => {
  if (seed !== undefined) return plansOfSeed(seed, MANY);
  return only === undefined ? sampledPlans(changing.indexOf(name)) : plansFor;
};

const LANES = 6;

describe('operations for staff', async () => {
  const outcomes = new Map<StaffOperation, Promise<Outcome>>();
  const waiting = changing.filter((name) => only === undefined || only.split(',').includes(name));
  const work = async (number: number) => {
    const lane = await aLane(dynamo, `lane-${number}`);
    const { client, table } = lane.stage;
    const opened = await contentOf(client, table);
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const outcome = sweepOf(lane, name);
      outcomes.set(name, outcome);
      await outcome.then(
        (found) => show(name, found),
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
  });
});
