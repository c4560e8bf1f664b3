import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { makeSettleBatch } from '@layan/application/batch/settle-batch';
import { byWorker } from '@layan/domain/access/worker';
import type { CaseId } from '@layan/domain/kernel/ids';
import { batchId } from '@layan/domain/testing/a-batch';
import { AGENCY, caseIdOf, minute } from '@layan/testing/builders/ids';
import { countCalls } from '@layan/testing/count-calls';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryTenant } from '@layan/testing/memory/memory-tenant';
import { batchOffice, east, west, westOperator } from '@layan/testing/scenes/batch-scene';
import { seededRandom } from '@layan/testing/seeded-random';
import { afterAll, describe, expect, it } from 'vitest';
import { batchStore } from './batch-store.ts';
import { caseStore } from './case-store.ts';
import { eventKey, snapshotKey } from './keys.ts';
import { openTable } from './table/table.ts';

const dynamo = await startLocalDynamo();
afterAll(dynamo.stop);
const calls = countCalls(dynamo.client);
const documents = DynamoDBDocumentClient.from(dynamo.client);
const members = process.env.LAYAN_DEEP === undefined ? 25 : 500;

/** An agency whose cases are in a table of its own. */
async function stored() {
  const clock = fixedClock();
  const name = await dynamo.tenantTable();
  const table = openTable(documents, name);
  const stores = { cases: caseStore(table, clock), batches: batchStore(table, clock) };
  const office = await batchOffice({
    ...memoryTenant(clock),
    ...stores,
    clock,
    random: seededRandom('stored'),
  });
  const sizeOf = async (key: { pk: string; sk: string }): Promise<number> =>
    JSON.stringify((await documents.send(new GetCommand({ TableName: name, Key: key }))).Item).length;
  return { ...office, clock, name, sizeOf };
}

/** A batch of so many lines that need not be cases. */
async function large(count: number) {
  const office = await stored();
  await office.propose(1);
  const waiting = await office.ports.batches.waiting({ agency: AGENCY, standard: batchId, limit: 1 });
  const [row] = waiting.rows;
  if (!row) throw new Error('nothing waits');
  const rows = Array.from({ length: count }, (_, n) => ({ ...row, caseId: caseIdOf(n + 1) }));
  const many = { ...office.ports.batches, waiting: async () => ({ rows }) };
  const { makeStartBatch } = await import('@layan/application/batch/start-batch');
  const start = () =>
    makeStartBatch({ ...office.ports, batches: many })({
      member: westOperator,
      standard: batchId,
      cases: 'all',
      raw: { period: '2026-02' },
    });
  return { ...office, start };
}

describe('a batch in the table', () => {
  it('is filed in one transaction, and its lines are decided on with one read and one transaction', async () => {
    const { start, ports, decide, sizeOf } = await large(1000);
    let batch: CaseId | undefined;
    const filing = await calls.during(async () => {
      const started = await start();
      if (started.ok) batch = started.value.caseId;
    });
    expect(filing).toEqual(['TransactWriteItems']);
    if (!batch) throw new Error('not started');
    const id = batch;
    const note = 'catatan '.repeat(38).slice(0, 300);
    const record = await ports.cases.find(id);
    const cases = record?.snapshot.lines?.map(({ caseId }) => caseId) ?? [];
    await decide(id, 'deliberate', 'maybe', cases.slice(100), { note, former: true });
    const deciding = await calls.during(async () => {
      const { standard } = await ports.standards.getPinned(
        (await ports.cases.find(id))?.snapshot.standard ?? fail(),
      );
      const { runCommand } = await import('@layan/application/case/run-command');
      const before = await ports.cases.find(id);
      if (!before) return;
      const decisions = cases.slice(0, 100).map((caseId) => ({ caseId, decision: 'worthy' }));
      await runCommand(
        ports,
        standard,
        before,
        { type: 'decideLines', step: 'deliberate', decisions },
        byWorker(westOperator),
      );
    });
    expect(deciding.slice(1)).toEqual(['GetItem', 'TransactWriteItems']);
    expect(await sizeOf(snapshotKey(id))).toBeLessThan(250_000);
    for (let seq = 1; seq <= 11; seq += 1) expect(await sizeOf(eventKey(id, seq))).toBeLessThan(110_000);
  });

  it('finds who waits in a village, in a kecamatan or anywhere, page by page', async () => {
    const { proposeAll, ports } = await stored();
    const there = await proposeAll(1, 3, east);
    const here = await proposeAll(4, 5, west);
    const pages = async (area: string | undefined) => {
      const found: CaseId[] = [];
      let after: string | undefined;
      do {
        const page = await ports.batches.waiting({
          agency: AGENCY,
          standard: batchId,
          area,
          limit: 2,
          after,
        });
        found.push(...page.rows.map(({ caseId }) => caseId));
        after = page.next;
      } while (after !== undefined);
      return found;
    };
    expect(await pages(west)).toEqual(here);
    expect(await pages(east)).toEqual(there);
    expect(await pages('35.74.01')).toEqual([...here, ...there]);
    expect(await pages(undefined)).toEqual([...here, ...there]);
    expect(await pages('35.74.01.100')).toEqual([]);
    const one = { agency: AGENCY, standard: batchId, area: west, limit: 9 };
    expect(await calls.during(() => ports.batches.waiting(one))).toEqual(['Query']);
  });

  it('keeps how far its news has come, against others at the same work, and asks for more of the queue', async () => {
    const { propose, start, ports, name } = await stored();
    await propose(1);
    const batch = await start();
    const { batches } = ports;
    const row = await batches.findFanOut(batch);
    expect(row).toMatchObject({ batch, wanted: 1, told: 0, at: 0, revision: 0 });
    if (!row) return;
    const moved = { ...row, pass: 1, at: 50, movedAt: minute(9) };
    expect(await batches.saveProgress(moved, { again: true })).toMatchObject({ ok: true });
    expect(await batches.saveProgress(moved, { again: true })).toMatchObject({ ok: false });
    expect(await batches.findFanOut(batch)).toMatchObject({ wanted: 1, pass: 1, at: 50, revision: 1 });
    expect((await dynamo.outbox(name)).filter(({ pk }) => pk === `OUTBOX#${batch}`)).toHaveLength(2);
    const line = { batch, caseId: caseIdOf(1) };
    await batches.hold(line);
    expect(await batches.listUnfinished(9)).toMatchObject({ fanOuts: [{ batch }], held: [line] });
    expect(await batches.heldOf(batch)).toEqual([line]);
    await batches.letGo(line);
    expect(await batches.finish({ ...row, revision: 1, wanted: 9 })).toMatchObject({ ok: false });
    expect(await batches.finish({ ...row, revision: 1 })).toMatchObject({ ok: true });
    expect(await batches.listUnfinished(9)).toEqual({ fanOuts: [], held: [] });
  });

  it(`tells all ${members} of its cases once, from joining to the end`, { timeout: 120_000 }, async () => {
    const { proposeAll, start, fanOut, decide, complete, ports } = await stored();
    const cases = await proposeAll(1, members);
    const batch = await start();
    await fanOut(batch);
    await decide(batch, 'deliberate', 'worthy', cases);
    expect(await complete(batch, 'deliberate', 'decided')).toBe('ok');
    const settle = makeSettleBatch(ports);
    await Promise.all([settle({ caseId: batch }), settle({ caseId: batch })]);
    await fanOut(batch);
    for (const id of cases) {
      const file = await ports.cases.findFile(id);
      const types = file?.events.map(({ body }) => body.type);
      expect(types).toEqual(['caseFiled', 'batchJoined', 'stepCompleted']);
    }
    expect(await ports.batches.listUnfinished(9)).toEqual({ fanOuts: [], held: [] });
    const left = await ports.batches.waiting({ agency: AGENCY, standard: batchId, area: west, limit: 9 });
    expect(left.rows).toEqual([]);
  });
});

const fail = (): never => {
  throw new Error('the batch is gone');
};
