// A request about a case that is sent again much later, when things have moved on by others or by itself: it is answered as
// done, not refused as if it had failed (decision 0109). Every operation that says so is asked.
import { makeSettleBatch } from '@layan/application/batch/settle-batch';
import type { CaseId } from '@layan/domain/kernel/ids';
import { describe, expect, it } from 'vitest';
import { successOf } from '../faults/successes.ts';
import { asks, type StaffOperation } from './asks.ts';
import { type Expectation, expectations } from './expectations.ts';
import { type Answer, answerOf, operationNames, requestOf, sentOf, tables } from './questions.ts';
import { make } from './things.ts';
import { aWorld, tokenOf } from './world.ts';

const world = await aWorld();
const { own } = world;
const { ports } = own;
const { table } = world.platform.open(ports.tenant);
const known = operationNames.filter((name) => tables[name]?.repeats === 'with-the-case');

/** Whatever is asked of it from now on, it is over. */
const end = async (caseId: CaseId): Promise<void> => {
  const record = table.cases.get(caseId);
  if (!record) throw new Error(`no case ${caseId}`);
  const { standard } = await ports.standards.getPinned(record.snapshot.standard);
  const [ending] = standard.process.endings;
  if (!ending) throw new Error('a service that never ends');
  const ended = { ending: ending.id, at: ports.clock.now() };
  table.cases.set(caseId, { ...record, snapshot: { ...record.snapshot, ended } });
};

/** The news of a batch has come to its cases, and every case that was written to is over. */
const moveOn = async (before: ReadonlyMap<CaseId, number>): Promise<number> => {
  const changed = [...table.cases.values()].filter(({ snapshot: { id, seq } }) => before.get(id) !== seq);
  for (const { snapshot } of changed) {
    if (snapshot.lines) while ((await makeSettleBatch(ports)({ caseId: snapshot.id })).more);
    await end(snapshot.id);
  }
  return changed.length;
};

const asker = async (name: StaffOperation): Promise<(key: string) => Promise<Answer>> => {
  const { may }: Expectation = expectations[name];
  const by = own.cast(may[0] ?? 'manager');
  const sent =
    (await successOf(name, own)) ?? sentOf(name, await make(asks[name].about, own, { owner: by }), own);
  const authorization = tokenOf(ports.tenant, by.id);
  return async (key) =>
    answerOf(await world.fetch(requestOf(sent, authorization, { 'idempotency-key': key })));
};

describe('an operation whose key is in the transaction of its case', () => {
  it('is one of these', () => {
    expect(known).toContain('startBatch');
    expect(known.length).toBeGreaterThan(10);
  });

  it.each(known)('is answered as done when it is sent again after all is over: %s', async (name) => {
    const ask = await asker(name);
    const before = new Map([...table.cases.values()].map(({ snapshot: { id, seq } }) => [id, seq]));
    const first = await ask(`once-${name}`);
    expect(first.status, first.text).toBe(200);
    expect(await moveOn(before)).toBeGreaterThan(0);
    const again = await ask(`once-${name}`);
    expect(again.status, again.text).toBe(200);
    const other = await ask(`other-${name}`);
    expect(other.status, other.text).toBeGreaterThanOrEqual(400);
  });
});
