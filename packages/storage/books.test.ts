import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { BookRow } from '@layan/application/ports/books';
import { aFiledCase } from '@layan/testing/builders/a-case';
import { AGENCY, caseIdOf, minute, STANDARD, staffIdOf } from '@layan/testing/builders/ids';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryTenant } from '@layan/testing/memory/memory-tenant';
import { afterAll, describe, expect, it } from 'vitest';
import { caseStore } from './case-store.ts';
import { lateBooks } from './late-books.ts';
import { openTable } from './table/table.ts';

const dynamo = await startLocalDynamo();
afterAll(dynamo.stop);
const clock = fixedClock();

const inDynamo = async () => {
  const table = openTable(DynamoDBDocumentClient.from(dynamo.client), await dynamo.tenantTable());
  return { cases: caseStore(table, clock), ...lateBooks(table) };
};
const inMemory = async () => {
  const { cases, books, openings } = memoryTenant(clock);
  return { cases, books, openings };
};

const box = { agency: AGENCY, standard: STANDARD, channel: 'box' };

/** A case with its row in the book of a channel. */
const filed = (n: number, channel = 'letter') => {
  const change = aFiledCase(n, { channel, filedAt: minute(n) });
  const { displayName, key, snapshot } = change.after;
  const book: BookRow = {
    caseId: snapshot.id,
    ticket: snapshot.ticket,
    agency: AGENCY,
    standard: STANDARD,
    channel,
    filedAt: snapshot.filedAt,
    receivedAt: snapshot.receivedAt,
    displayName,
    key,
    state: 'Periksa berkas',
    workers: [],
  };
  return { ...change, book };
};

describe.each([
  ['in DynamoDB', inDynamo],
  ['in memory', inMemory],
])('%s', (_name, open) => {
  it('a book is read page by page, from one moment until just before another', async () => {
    const { cases, books } = await open();
    for (const n of [1, 2, 3, 4]) await cases.commit(filed(n));
    await cases.commit(filed(5, 'other'));
    const query = { ...box, channel: 'letter', from: minute(1), until: minute(4), limit: 2 };
    const first = await books.page(query);
    expect(first.rows.map(({ caseId }) => caseId)).toEqual([caseIdOf(1), caseIdOf(2)]);
    const second = await books.page({ ...query, after: first.next ?? '' });
    expect(second.rows.map(({ caseId }) => caseId)).toEqual([caseIdOf(3)]);
    expect(second.next).toBeUndefined();
  });

  it('an opening is recorded once, and knows the letters that were entered from it', async () => {
    const { cases, openings } = await open();
    const by = { id: staffIdOf(1), name: 'Petugas Uji 1' };
    const opening = (n: number) => ({
      ...box,
      id: `opening-${n}`,
      openedAt: minute(n),
      by,
      witness: { sealed: 'v1.x' },
      key: 'v2.1.x',
      letters: 2,
      recordedAt: minute(9),
    });
    expect((await openings.record(opening(1))).ok).toBe(true);
    expect((await openings.record(opening(1))).ok).toBe(false);
    expect((await openings.record(opening(2))).ok).toBe(true);
    const ref = { id: 'opening-1', openedAt: minute(1) };
    await cases.commit({ ...filed(6, 'box'), opening: ref });
    await cases.commit({ ...filed(7, 'box'), opening: ref });
    expect(await openings.find(box, ref)).toEqual(opening(1));
    expect(await openings.find(box, { ...ref, id: 'another' })).toBeUndefined();
    expect(await openings.latest(box, 10)).toEqual([
      { ...opening(2), entered: [] },
      { ...opening(1), entered: [caseIdOf(6), caseIdOf(7)] },
    ]);
    expect(await openings.latest(box, 1)).toHaveLength(1);
  });

  it('a task stands in the inbox of each role that may stand in, and leaves all of them at once', async () => {
    const { cases } = await open();
    const standIns = { 'check-file': [{ role: 'deputy', as: 'Plh. Kepala' }] };
    const change = { ...filed(8), standIns };
    await cases.commit(change);
    const inbox = async (role: string) => (await cases.inbox({ agency: AGENCY, role, limit: 5 })).rows;
    expect(await inbox('front-office')).toHaveLength(1);
    expect((await inbox('deputy')).map(({ standIn }) => standIn)).toEqual([
      { role: 'deputy', as: 'Plh. Kepala' },
    ]);
    const { snapshot } = change.after;
    const after = { ...change.after, snapshot: { ...snapshot, seq: snapshot.seq + 1, tasks: [] } };
    const { fromFiling: _filing, people: _people, ...rest } = change;
    await cases.commit({ ...rest, before: change.after, after, events: [] });
    expect([...(await inbox('front-office')), ...(await inbox('deputy'))]).toEqual([]);
  });
});
