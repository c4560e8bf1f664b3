import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { fixedClock } from '@layan/testing/fixed-clock';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { profileKey, standardsPartition } from '../keys.ts';
import { practiceTable } from './practice-table.ts';
import { openTable, type Table } from './table.ts';
import { absent } from './transact.ts';

const dynamo = await startLocalDynamo();
afterAll(dynamo.stop);
const clock = fixedClock();
const key = { pk: 'CASE#1', sk: 'SNAPSHOT' };
let real: Table;
let practice: Table;

beforeEach(async () => {
  real = openTable(DynamoDBDocumentClient.from(dynamo.client), await dynamo.tenantTable());
  practice = practiceTable(real, 3, clock);
});

describe('the practice space of a table', () => {
  it('keeps its own items under the same keys', async () => {
    await real.transact([{ write: { put: { ...key, body: 'real' } } }]);
    expect(await practice.get(key)).toBeUndefined();
    await practice.transact([{ write: { put: { ...key, body: 'practice' }, when: absent } }]);
    expect((await practice.get(key))?.['body']).toBe('practice');
    expect((await real.get(key))?.['body']).toBe('real');
  });

  it('takes away and changes only its own', async () => {
    await real.transact([{ write: { put: { ...key, seq: 1 } } }]);
    await practice.transact([{ write: { put: { ...key, seq: 1 } } }]);
    const when = { expression: 'seq = :one', values: { ':one': 1 } };
    await practice.transact([{ write: { set: { seq: 2 }, of: key, when } }]);
    expect((await practice.get(key))?.['seq']).toBe(2);
    await practice.transact([{ write: { remove: key } }]);
    expect(await practice.get(key)).toBeUndefined();
    expect((await real.get(key))?.['seq']).toBe(1);
  });

  it('has inbox and due lists of its own, page by page', async () => {
    const row = (n: number) => ({
      pk: `CASE#${n}`,
      sk: 'TASK',
      inboxPk: 'INBOX#a',
      inboxSk: `${n}`,
      duePk: 'DUE',
      dueSk: `${n}`,
    });
    await real.transact([{ write: { put: row(1) } }]);
    await practice.transact([{ write: { put: row(2) } }, { write: { put: row(3) } }]);
    const inbox = { index: 'inbox', partition: 'INBOX#a' } as const;
    expect((await real.query(inbox)).map(({ pk }) => pk)).toEqual(['CASE#1']);
    const [first, ...rest] = await practice.query({ ...inbox, limit: 1 });
    expect([first?.pk, first?.['inboxPk'], rest]).toEqual(['CASE#2', 'INBOX#a', []]);
    const after = { pk: 'CASE#2', sk: 'TASK', inboxPk: 'INBOX#a', inboxSk: '2' };
    expect((await practice.query({ ...inbox, after })).map(({ pk }) => pk)).toEqual(['CASE#3']);
    expect((await practice.query({ index: 'due', partition: 'DUE' })).map(({ pk }) => pk)).toEqual([
      'CASE#2',
      'CASE#3',
    ]);
  });

  it('is empty again in its next generation, and what it held expires', async () => {
    await practice.transact([{ write: { put: { ...key, body: 'practice' } } }]);
    expect(await practiceTable(real, 4, clock).get(key)).toBeUndefined();
    const left = await real.get({ ...key, pk: 'PRACTICE#3#CASE#1' });
    expect(left?.['expiresAt']).toBeGreaterThan(Date.parse(clock.now()) / 1000);
  });

  it('keeps the shorter life of an item that has one', async () => {
    await practice.transact([{ write: { put: { ...key, expiresAt: 5 } } }]);
    expect((await practice.get(key))?.['expiresAt']).toBe(5);
  });

  it('reads who the agency is and what it published, and refuses to change any of it', async () => {
    const row = { pk: standardsPartition, sk: 'ultpk#published' };
    await real.transact([{ write: { put: { ...profileKey, body: 'profile' } } }, { write: { put: row } }]);
    expect((await practice.get(profileKey))?.['body']).toBe('profile');
    expect(await practice.query({ partition: standardsPartition })).toHaveLength(1);
    expect(() => practice.transact([{ write: { put: { ...profileKey, body: 'other' } } }])).toThrow('real');
    expect(() => practice.transact([{ write: { remove: row } }])).toThrow('real');
  });
});
