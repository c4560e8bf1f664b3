import { describe, expect, it } from 'vitest';
import { createAuthorizer } from '../aws/authorize.ts';
import { allow, testRole } from '../aws/test-front.ts';
import { ACCOUNT, emptyCloud, type Mapping, REGION } from '../cloud.ts';
import { createRefusalOf } from './sources.ts';

const roleArn = `arn:aws:iam::${ACCOUNT}:role/relay`;
const functionArn = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:relay`;
const queue = `arn:aws:sqs:${REGION}:${ACCOUNT}:changes`;
const table = `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/layan.local.kota-a`;
const stream = `${table}/stream/2026-01-01T00:00:00.000`;
const keyArn = `arn:aws:kms:${REGION}:${ACCOUNT}:key/1`;
const receive = allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], [queue]);
const read = [
  allow(['dynamodb:ListStreams'], ['*']),
  allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], [stream]),
];

async function refusalOf(sourceArn: string, statements: readonly object[]) {
  const cloud = emptyCloud();
  cloud.roles.set(roleArn, testRole(roleArn, statements));
  cloud.functions.set(functionArn, {
    arn: functionArn,
    name: 'relay',
    roleArn,
    codePath: '',
    handler: '',
    environment: {},
    timeoutSeconds: 1,
  });
  cloud.tables.set(table, { arn: table, name: 'layan.local.kota-a', keyArn, streamArn: stream });
  const root = { AWS: `arn:aws:iam::${ACCOUNT}:root` };
  cloud.keys.set(keyArn, {
    arn: keyArn,
    id: '1',
    spec: 'SYMMETRIC_DEFAULT',
    policy: { Statement: [{ Effect: 'Allow', Principal: root, Action: 'kms:*', Resource: '*' }] },
    tags: {},
    aliases: [],
    enabled: true,
  });
  const mapping: Mapping = {
    id: 'm',
    sourceArn,
    functionArn,
    batchSize: 1,
    startingPosition: 'LATEST',
    filters: [],
    reportsFailures: true,
    retries: 0,
    bisects: false,
    enabled: true,
  };
  return createRefusalOf(cloud, createAuthorizer(cloud).decide)(mapping);
}

describe('a function that is fed from', () => {
  it('a queue needs the right to receive and to delete', async () => {
    expect(await refusalOf(queue, [receive])).toBeUndefined();
    expect(await refusalOf(queue, [allow(['sqs:ReceiveMessage'], [queue])])).toContain('sqs:DeleteMessage');
  });

  it('a stream needs the right to read it, and to open it when it is under a key', async () => {
    const open = allow(['kms:Decrypt'], [keyArn], {
      StringEquals: { 'kms:ViaService': `dynamodb.${REGION}.amazonaws.com` },
    });
    expect(await refusalOf(stream, [...read, open])).toBeUndefined();
    expect(await refusalOf(stream, read)).toContain('kms:Decrypt');
    expect(await refusalOf(stream, [open, ...read.slice(1)])).toContain('dynamodb:ListStreams');
  });
});
