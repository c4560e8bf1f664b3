// A register has no gaps: letters frozen at once by many clerks, with crashes before and after writes, at the database.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { makeCompleteStep } from '@layan/application/case/complete-step';
import type { CaseId } from '@layan/domain/kernel/ids';
import { AGENCY } from '@layan/testing/builders/ids';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { people, signingScene } from '@layan/testing/scenes/signing-scene';
import { afterAll, describe, expect, it } from 'vitest';
import { caseStore } from './case-store.ts';
import { productStore } from './product-store.ts';
import { openTable } from './table/table.ts';

const deep = process.env.LAYAN_DEEP !== undefined;
const LETTERS = deep ? 1_000 : 60;
const patience = { timeout: deep ? 1_800_000 : 120_000 };

const dynamo = await startLocalDynamo();
// Every function has a connection of its own; fifty shared ones would make all but fifty decide on old numbers.
const client = new DynamoDBClient({
  endpoint: dynamo.endpoint,
  region: 'ap-southeast-3',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  requestHandler: { httpAgent: { maxSockets: 400 } },
});
afterAll(async () => {
  client.destroy();
  await dynamo.stop();
});

class Crash extends Error {}

/** A crash of ours, or of the database: Amazon's local engine gives up on a lock, or a connection, that many wait for. */
const isFault = (error: unknown) =>
  error instanceof Crash ||
  (error instanceof Error && ['InternalServerError', 'TimeoutError'].includes(error.name));

/** A generator of chances that is the same in every run. */
const chances = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};

/** Every so often a call is not made, or is made and nobody learns of it. */
const crashing = <T extends object>(store: T, chance: () => number): T =>
  new Proxy(store, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return async (...given: unknown[]) => {
        if (chance() < 0.06) throw new Crash('before');
        const answer: unknown = await Reflect.apply(value, target, given);
        if (chance() < 0.06) throw new Crash('after');
        return answer;
      };
    },
  });

async function open() {
  const table = openTable(DynamoDBDocumentClient.from(client), await dynamo.tenantTable());
  const scene = await signingScene({
    openStores: async (clock) => ({ cases: caseStore(table, clock), products: productStore(table) }),
  });
  const chance = chances(7);
  const ports = {
    ...scene.ports,
    cases: crashing(scene.ports.cases, chance),
    products: crashing(scene.ports.products, chance),
  };
  const complete = makeCompleteStep(ports);
  const stepOf = async (id: CaseId) => (await scene.found(id)).snapshot;
  /** A clerk who tries until the step is done, whatever happened to the attempts before. */
  const insist = async (
    id: CaseId,
    member: typeof people.secretary | typeof people.chief,
    [step, outcome]: readonly [string, string],
  ): Promise<void> => {
    for (let attempt = 0; attempt < 1_000; attempt += 1) {
      const { seq, tasks } = await stepOf(id);
      if (!tasks.some((task) => task.step === step)) return;
      const input = { member, caseId: id, step, outcome, raw: {}, expectedSeq: seq, note: 'Diulang' };
      await complete(input).catch((error: unknown) => {
        if (!isFault(error)) throw error;
      });
    }
    throw new Error(`${step} of ${id} was never done`);
  };
  const register = async () => {
    const rows = [];
    let after: string | undefined;
    do {
      const page = await scene.ports.products.register({
        ...{ agency: AGENCY, product: 'surat-keluar', year: 2026, limit: 500 },
        ...(after !== undefined && { after }),
      });
      rows.push(...page.rows);
      after = page.next;
    } while (after !== undefined);
    return rows.toReversed();
  };
  return { ...scene, insist, register, stepOf };
}

/** As many as the deployment answers staff at the same moment: `reservedConcurrency` of the staff API. */
const AT_ONCE = 200;

/** All of them, so many at a time. */
async function together<T>(of: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...of];
  const desk = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, desk));
}

const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

describe('a register of letters', () => {
  it(
    'has no gap after many are frozen at once with crashes, and every number is a letter or was cancelled with a reason',
    patience,
    async () => {
      const { drafted, insist, register, stepOf, ports } = await open();
      const ids: CaseId[] = [];
      for (const n of upTo(LETTERS)) ids.push(await drafted(n));
      await together(ids, (id) => insist(id, people.secretary, ['initial', 'initial']));
      // Every fifth goes back meanwhile and leaves its number.
      const returned = ids.filter((_, at) => at % 5 === 0);
      await together(returned, (id) => insist(id, people.chief, ['sign', 'redo']));
      const rows = await register();
      expect(rows.map(({ sequence }) => sequence)).toEqual(upTo(LETTERS));
      expect(new Set(rows.map(({ number }) => number)).size).toBe(LETTERS);
      const snapshots = await Promise.all(ids.map(stepOf));
      const letters = new Map(snapshots.flatMap(({ products }) => products.map((one) => [one.id, one])));
      expect(letters.size).toBe(LETTERS);
      for (const { id, number, sequence } of rows) {
        expect(letters.get(id)).toMatchObject({ number, place: { sequence } });
        const kept = await ports.products.find(id);
        expect(kept?.state).toBe(letters.get(id)?.state);
        if (kept?.state === 'cancelled') expect(kept.letter?.cancelled?.note).toBeDefined();
      }
      expect([...letters.values()].filter(({ state }) => state === 'cancelled')).toHaveLength(
        returned.length,
      );
    },
  );

  it('gives one number when two clerks freeze the same letter at once', patience, async () => {
    const { drafted, ports, register, found } = await open();
    const id = await drafted(1);
    const { seq } = (await found(id)).snapshot;
    const freeze = () =>
      makeCompleteStep(ports)({
        ...{ member: people.secretary, caseId: id, step: 'initial', outcome: 'initial' },
        ...{ raw: {}, expectedSeq: seq },
      });
    const answers = await Promise.all([freeze(), freeze(), freeze()]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await register()).toHaveLength(1);
    expect((await found(id)).snapshot.products).toHaveLength(1);
  });
});
