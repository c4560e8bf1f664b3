// Against DynamoDB Local itself.

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeTableCommand,
  DynamoDBClient,
  ExecuteStatementCommand,
  GetItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { DescribeStreamCommand, DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DynamoProcess, startDynamo } from '../boot/dynamodb-local.ts';
import { findJava } from '../boot/java.ts';
import { ACCOUNT, REGION } from '../cloud.ts';
import { ADMIN, addTenantKey, failure, startTestFront, type TestFront } from './test-front.ts';

const TableName = 'layan.test.kota-a';
let java: DynamoProcess;
let host: TestFront;
let data: string;
let tenant: DynamoDBClient;

beforeAll(async () => {
  const port = await freePort();
  data = mkdtempSync(join(tmpdir(), 'layan-dynamo-'));
  java = await startDynamo(await findJava(), port, data);
  host = await startTestFront({ dynamodbPort: port });
  const { arn: keyArn } = addTenantKey(host, 'kota-a');
  const made = await host.front.services.dynamodb.createTable(TableName, properties);
  host.cloud.tables.set(made.arn, { ...made, name: TableName, keyArn });
  tenant = new DynamoDBClient(await host.tenant('kota-a'));
}, 60_000);
beforeEach(() => {
  host.written.length = 0;
});
afterAll(async () => {
  await host?.close();
  await java?.stop();
  rmSync(data, { recursive: true, force: true });
});

const properties = {
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  AttributeDefinitions: ['pk', 'sk', 'inboxPk', 'inboxSk'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S',
  })),
  BillingMode: 'PAY_PER_REQUEST',
  GlobalSecondaryIndexes: [
    {
      IndexName: 'inbox',
      KeySchema: [
        { AttributeName: 'inboxPk', KeyType: 'HASH' },
        { AttributeName: 'inboxSk', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
  StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
  TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
  SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
  PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  DeletionProtectionEnabled: true,
};

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const item = (pk: string) => ({
  pk: { S: pk },
  sk: { S: 'SNAPSHOT' },
  inboxPk: { S: 'FRONT' },
  inboxSk: { S: pk },
});
const write = (pk: string, more = {}) =>
  tenant.send(
    new TransactWriteItemsCommand({
      TransactItems: [
        { Put: { TableName, Item: item(pk), ConditionExpression: 'attribute_not_exists(pk)' } },
      ],
      ...more,
    }),
  );

describe('a tenant session', () => {
  it('writes in a transaction, reads and queries its own table', async () => {
    await write('CASE#1');
    const { Item } = await tenant.send(
      new GetItemCommand({ TableName, Key: { pk: { S: 'CASE#1' }, sk: { S: 'SNAPSHOT' } } }),
    );
    expect(Item).toEqual(item('CASE#1'));
    const { Items } = await tenant.send(
      new QueryCommand({
        TableName,
        IndexName: 'inbox',
        KeyConditionExpression: 'inboxPk = :p',
        ExpressionAttributeValues: { ':p': { S: 'FRONT' } },
      }),
    );
    expect(Items).toHaveLength(1);
  });

  it('tells the host of its writes, and only of those that came about', async () => {
    await write('CASE#2');
    expect(host.written).toEqual([TableName]);
    const { name } = await failure(write('CASE#2'));
    expect(name).toBe('TransactionCanceledException');
    expect(host.written).toEqual([TableName]);
  });

  it('may repeat a transaction under its token', async () => {
    const ClientRequestToken = 'a-token-of-this-test';
    await write('CASE#3', { ClientRequestToken });
    await write('CASE#3', { ClientRequestToken });
  });

  it('is decided item by item, and on the key of the table', async () => {
    const before = host.front.decisions.length;
    await write('CASE#4');
    const table = `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${TableName}`;
    expect(host.front.decisions.slice(before).map(({ action, resource }) => [action, resource])).toEqual([
      ['dynamodb:PutItem', table],
      ['kms:Decrypt', host.cloud.tables.get(table)?.keyArn],
    ]);
  });

  it('is denied when it may not use the key of the table', async () => {
    const key = [...host.cloud.keys.values()].find(({ tags }) => tags.tenant === 'kota-a');
    if (!key) throw new Error('no key');
    host.cloud.keys.set(key.arn, { ...key, tags: {} });
    const { name, message } = await failure(write('CASE#5'));
    host.cloud.keys.set(key.arn, key);
    expect(name).toBe('AccessDeniedException');
    expect(message).toContain('"kms:ViaService":"dynamodb.ap-southeast-3.amazonaws.com"');
  });

  it('neither scans nor speaks PartiQL', async () => {
    expect((await failure(tenant.send(new ScanCommand({ TableName })))).name).toBe('AccessDeniedException');
    const statement = new ExecuteStatementCommand({ Statement: `SELECT * FROM "${TableName}"` });
    expect((await failure(tenant.send(statement))).name).toBe('UnsupportedOperation');
  });
});

describe('a table', () => {
  it('has the ARNs of the cloud, and a stream the host can find', async () => {
    const { Table } = await new DynamoDBClient(host.as(ADMIN)).send(new DescribeTableCommand({ TableName }));
    expect(Table?.TableArn).toBe(`arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${TableName}`);
    expect(Table?.LatestStreamArn).toBe([...host.cloud.tables.values()][0]?.streamArn);
    const { local } = host.front.services.dynamodb;
    const streams = new DynamoDBStreamsClient({
      region: REGION,
      endpoint: local.endpoint,
      credentials: local.credentials,
    });
    const StreamArn = local.streamArn(Table?.LatestStreamArn ?? '');
    const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
    expect(StreamDescription?.StreamViewType).toBe('KEYS_ONLY');
    streams.destroy();
  });

  it('is made once, however often it is asked for, and can be removed', async () => {
    const { dynamodb } = host.front.services;
    const first = await dynamodb.createTable('layan.test.kota-x', properties);
    expect(await dynamodb.createTable('layan.test.kota-x', properties)).toEqual(first);
    await dynamodb.deleteTable('layan.test.kota-x');
    await dynamodb.deleteTable('layan.test.kota-x');
    const describing = new DescribeTableCommand({ TableName: 'layan.test.kota-x' });
    const { name } = await failure(new DynamoDBClient(host.as(ADMIN)).send(describing));
    expect(name).toBe('ResourceNotFoundException');
  });
});

describe('without DynamoDB Local', () => {
  it('answers as an internal error that says so', async () => {
    const alone = await startTestFront({ dynamodbPort: await freePort() });
    const reading = new DescribeTableCommand({ TableName });
    const { message, status } = await failure(new DynamoDBClient(alone.as(ADMIN)).send(reading));
    await alone.close();
    expect(status).toBe(500);
    expect(message).toContain('DynamoDB Local does not answer');
  });
});
