import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { aFiledCase } from '@layan/testing/builders/a-case';
import { caseIdOf, hashOf, minute } from '@layan/testing/builders/ids';
import { auditChainsContract, sealStoreContract } from '@layan/testing/contract/audit-stores';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryTenant } from '@layan/testing/memory/memory-tenant';
import { afterAll, describe, expect, it } from 'vitest';
import { auditChains } from './audit-chains.ts';
import { caseStore } from './case-store.ts';
import { chainKey } from './keys.ts';
import { sealStore } from './seal-store.ts';
import { openTable } from './table/table.ts';
import { trail } from './trail.ts';

const dynamo = await startLocalDynamo();
afterAll(dynamo.stop);
const documents = DynamoDBDocumentClient.from(dynamo.client);
const freshTable = async () => openTable(documents, await dynamo.tenantTable());

auditChainsContract('DynamoDB', async () => auditChains(await freshTable()));
auditChainsContract('memory', async () => memoryTenant().audit);
sealStoreContract('DynamoDB', async () => sealStore(await freshTable()));
sealStoreContract('memory', async () => memoryTenant().seals);

const act = {
  at: minute(1),
  by: { party: 'system' as const },
  act: 'change-member',
  about: 'member-1',
};

describe('rows as they lie there', () => {
  const open = async () => {
    const name = await dynamo.tenantTable();
    const table = openTable(documents, name);
    const put = (Item: Record<string, unknown>) => documents.send(new PutCommand({ TableName: name, Item }));
    return { table, put, rows: trail(table) };
  };

  it('come in portions, with the number that their key says', async () => {
    const { table, rows } = await open();
    const audit = auditChains(table);
    for (let n = 0; n < 5; n += 1) await audit.append('administration', act);
    const first = await rows.entries('administration', { after: 0, limit: 2 });
    expect(first).toEqual(
      (await audit.entries('administration', { limit: 2 })).map((content, at) => ({
        place: at + 1,
        content,
        more: false,
      })),
    );
    const rest = await rows.entries('administration', { after: 2, limit: 9 });
    expect(rest.map(({ place }) => place)).toEqual([3, 4, 5]);
  });

  it('show what does not belong there: strange keys, more than content, no content', async () => {
    const { table, put, rows } = await open();
    await auditChains(table).append('unmasking', act);
    const { pk, sk } = chainKey('unmasking', 1);
    await put({ pk, sk: `${sk}x`, body: '{}' });
    await put({ pk, sk: '000000002', body: 'no JSON', expiresAt: 1 });
    await put({ pk, sk: '0000000000000003', body: '{}' });
    expect(
      (await rows.entries('unmasking', { after: 0, limit: 9 })).map(({ place, more }) => [place, more]),
    ).toEqual([
      [undefined, false],
      [1, false],
      [undefined, false],
      [2, true],
    ]);
    const behind = await rows.entries('unmasking', { after: 1, limit: 1 });
    expect(behind).toEqual([{ place: undefined, content: {}, more: false }]);
  });

  it('of a case are its events and where it says that it stands', async () => {
    const { table, rows } = await open();
    const { after, events } = aFiledCase(1);
    await caseStore(table, fixedClock()).commit(aFiledCase(1));
    const found = await rows.events(caseIdOf(1), { after: 0, limit: 99 });
    expect(found.map(({ content }) => content)).toEqual(JSON.parse(JSON.stringify(events)));
    expect(found.map(({ more }) => more)).toEqual(events.map(() => false));
    const { seq, lastHash } = after.snapshot;
    expect(await rows.standing(caseIdOf(1))).toEqual({ seq, hash: lastHash });
    expect(await rows.standing(caseIdOf(2))).toBeUndefined();
  });

  it('of seals are read like those of a chain', async () => {
    const { table, rows } = await open();
    const row = {
      number: 1,
      at: minute(1),
      hash: hashOf('x'),
      cases: 0,
      administration: null,
      unmasking: null,
    };
    await sealStore(table).note(row, []);
    expect(await rows.seals({ after: 0, limit: 2 })).toEqual([{ place: 1, content: row, more: false }]);
    expect(await rows.seals({ after: 1, limit: 2 })).toEqual([]);
  });
});
