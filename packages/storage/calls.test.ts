import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { aFiledCase, aNextChange, aPromise } from '@layan/testing/builders/a-case';
import { aFiling } from '@layan/testing/builders/a-filing';
import { aVersion } from '@layan/testing/builders/a-standard';
import { aTenant } from '@layan/testing/builders/a-tenant';
import { AGENCY, caseIdOf, minute, STANDARD, ticketOf } from '@layan/testing/builders/ids';
import { countCalls } from '@layan/testing/count-calls';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { fixedClock } from '@layan/testing/fixed-clock';
import { afterAll, describe, expect, it } from 'vitest';
import { caseStore } from './case-store.ts';
import { filingStore } from './filing-store.ts';
import { standardStore } from './standard-store.ts';
import { openTable } from './table/table.ts';
import { tenantDirectory } from './tenant-directory.ts';

const dynamo = await startLocalDynamo();
afterAll(dynamo.stop);
const calls = countCalls(dynamo.client);
const clock = fixedClock();
const table = openTable(DynamoDBDocumentClient.from(dynamo.client), await dynamo.tenantTable());
const cases = caseStore(table, clock);
const filings = filingStore(table, clock);

describe('calls to the database', () => {
  const lock = { group: 'assistance-card', index: 'holder', productId: 'card-1' };
  const idempotency = { key: 'key', fingerprint: 'print', result: '{}' };

  it('create a case in one transaction, with everything that belongs to it', async () => {
    await filings.save(aFiling(1), undefined);
    const fromFiling = { caseId: caseIdOf(1), revision: 1 };
    const change = aFiledCase(1, {}, { idempotency, fromFiling, acquire: [lock], people: ['a', 'b'] });
    expect(await calls.during(() => cases.commit(change))).toEqual(['TransactWriteItems']);
  });

  it('change a case with one read and one transaction', async () => {
    const made = await calls.during(async () => {
      const record = await cases.find(caseIdOf(1));
      if (record) await cases.commit(aNextChange(record, { tasks: [], promises: [aPromise()] }));
    });
    expect(made).toEqual(['GetItem', 'TransactWriteItems']);
  });

  it('show a page of the inbox with one query, also the pages after the first', async () => {
    for (let n = 10; n < 16; n += 1) await cases.commit(aFiledCase(n));
    const query = { agency: AGENCY, role: 'front-office', limit: 3 };
    let next: string | undefined;
    const first = await calls.during(async () => {
      ({ next } = await cases.inbox(query));
    });
    expect(first).toEqual(['Query']);
    expect(next).toBeDefined();
    expect(await calls.during(() => cases.inbox({ ...query, after: next ?? '' }))).toEqual(['Query']);
  });

  it('show a status with one get, a file with one query, what is due with one query', async () => {
    expect(await calls.during(() => cases.findStatus(ticketOf(1)))).toEqual(['GetItem']);
    const guess = () => cases.keepGuesses(ticketOf(1), undefined, { count: 1, at: 1, places: [] });
    expect(await calls.during(guess)).toEqual(['TransactWriteItems']);
    expect(await calls.during(() => cases.findFile(caseIdOf(1)))).toEqual(['Query']);
    expect(await calls.during(() => cases.due({ until: minute(9), limit: 9 }))).toEqual(['Query']);
    expect(await calls.during(() => filings.find(caseIdOf(1)))).toEqual(['Query']);
  });

  it('read a pinned standard once, and the profile once a minute', async () => {
    const standards = standardStore(table);
    await standards.saveDraft(aVersion());
    await standards.publish(
      { ...aVersion(), state: 'published', publishedAt: minute(1) },
      { before: aVersion() },
    );
    const ref = { id: STANDARD, version: 1, hash: aVersion().hash };
    const twice = async () => {
      await standards.getPinned(ref);
      await standards.getPinned(ref);
    };
    expect(await calls.during(twice)).toEqual(['GetItem']);
    const directory = tenantDirectory(table, clock);
    await directory.save(aTenant());
    const profile = () => Promise.all([directory.find(), directory.find()]);
    expect(await calls.during(profile)).toEqual(['GetItem']);
    expect(await calls.during(profile)).toEqual([]);
    clock.advance(61_000);
    expect(await calls.during(profile)).toEqual(['GetItem']);
  });
});
