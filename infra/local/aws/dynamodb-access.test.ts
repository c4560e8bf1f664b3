import { describe, expect, it } from 'vitest';
import { accessOf } from './dynamodb-access.ts';

const hashKeyOf = (table: string, index?: string) =>
  table === 'unknown' ? undefined : index === undefined ? 'pk' : 'inboxPk';
const of = (operation: string, body: object) => accessOf(operation, body, hashKeyOf);
const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'x' } });
const TableName = 'layan.test.kota-a';

describe('the access a request needs', () => {
  it('is one action for one item, with its partition key', () => {
    expect(of('GetItem', { TableName, Key: key('A') })).toEqual([
      { action: 'GetItem', table: TableName, context: { 'dynamodb:LeadingKeys': ['A'] } },
    ]);
    expect(of('PutItem', { TableName, Item: key('A') })?.[0]?.context).toEqual({
      'dynamodb:LeadingKeys': ['A'],
      'dynamodb:Attributes': ['pk', 'sk'],
    });
  });

  it('is an action for each item of a transaction, which is named as the enclosing operation', () => {
    const TransactItems = [
      { Put: { TableName, Item: key('A') } },
      { Update: { TableName, Key: key('B') } },
      { Delete: { TableName, Key: key('C') } },
      { ConditionCheck: { TableName: 'layan.test.kota-b', Key: key('D') } },
    ];
    const accesses = of('TransactWriteItems', { TransactItems });
    expect(accesses?.map(({ action, table }) => `${action} ${table}`)).toEqual([
      'PutItem layan.test.kota-a',
      'UpdateItem layan.test.kota-a',
      'DeleteItem layan.test.kota-a',
      'ConditionCheckItem layan.test.kota-b',
    ]);
    expect(accesses?.[3]?.context).toEqual({
      'dynamodb:LeadingKeys': ['D'],
      'dynamodb:EnclosingOperation': 'TransactWriteItems',
    });
    expect(
      of('TransactGetItems', { TransactItems: [{ Get: { TableName, Key: key('A') } }] })?.[0]?.action,
    ).toBe('GetItem');
  });

  it('names the index of a query, and the key it asks for', () => {
    const query = {
      TableName,
      IndexName: 'inbox',
      KeyConditionExpression: '#p = :p AND begins_with(inboxSk, :s)',
      ExpressionAttributeNames: { '#p': 'inboxPk' },
      ExpressionAttributeValues: { ':p': { S: 'FRONT' }, ':s': { S: '2026' } },
      Select: 'COUNT',
    };
    expect(of('Query', query)).toEqual([
      {
        action: 'Query',
        table: TableName,
        index: 'inbox',
        context: { 'dynamodb:LeadingKeys': ['FRONT'], 'dynamodb:Select': 'COUNT' },
      },
    ]);
  });

  it('states no partition keys when it does not know them all', () => {
    const query = {
      TableName,
      KeyConditionExpression: 'sk = :s',
      ExpressionAttributeValues: { ':s': { S: 'x' } },
    };
    expect(of('Query', query)?.[0]?.context).toEqual({});
    expect(of('GetItem', { TableName: 'unknown', Key: key('A') })?.[0]?.context).toEqual({});
    const half = { RequestItems: { [TableName]: { Keys: [key('A'), { sk: { S: 'x' } }] } } };
    expect(of('BatchGetItem', half)?.[0]?.context).toEqual({});
  });

  it('is one action for each table of a batch', () => {
    const RequestItems = {
      [TableName]: { Keys: [key('A'), key('B')] },
      'layan.test.kota-b': { Keys: [key('C')] },
    };
    expect(of('BatchGetItem', { RequestItems })?.map(({ table, context }) => [table, context])).toEqual([
      [TableName, { 'dynamodb:LeadingKeys': ['A', 'B'] }],
      ['layan.test.kota-b', { 'dynamodb:LeadingKeys': ['C'] }],
    ]);
    const writes = {
      [TableName]: [{ PutRequest: { Item: key('A') } }, { DeleteRequest: { Key: key('B') } }],
    };
    expect(of('BatchWriteItem', { RequestItems: writes })?.[0]?.context).toEqual({
      'dynamodb:LeadingKeys': ['A', 'B'],
    });
  });

  it('marks a scan as reading the whole table', () => {
    expect(of('Scan', { TableName })?.[0]?.context).toEqual({ 'dynamodb:FullTableScan': 'true' });
  });

  it.each(['ExecuteStatement', 'BatchExecuteStatement', 'CreateTable', 'ListTables'])(
    'is not known for %s',
    (name) => {
      expect(of(name, { TableName })).toBeUndefined();
    },
  );

  it('takes no ARN for a name, or the table decided on would be another', () => {
    const arn = 'arn:aws:dynamodb:ap-southeast-3:000000000000:table/layan.test.kota-b';
    expect(() => of('GetItem', { TableName: arn, Key: key('A') })).toThrow('table names, not ARNs');
  });
});
