// Makes and removes tables in DynamoDB Local from the properties of a template. What DynamoDB Local does not know
// (encryption, point-in-time recovery, deletion protection, tags) is not sent to it.
import * as z from 'zod';
import { ACCOUNT, REGION } from '../cloud.ts';
import type { Store } from '../store.ts';
import type { TableManagement } from './contract.ts';
import type { HashKeyOf } from './dynamodb-access.ts';
import type { DynamoLocal } from './dynamodb-local.ts';
import { readInput } from './service-call.ts';

// How DynamoDB Local writes region and account in its ARNs.
const LOCAL_OWNER = 'ddblocal:000000000000';

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const Projection = z.object({
  ProjectionType: z.string().optional(),
  NonKeyAttributes: z.array(z.string()).optional(),
});
const Throughput = z.object({ ReadCapacityUnits: z.coerce.number(), WriteCapacityUnits: z.coerce.number() });
const Index = z.object({ IndexName: z.string(), KeySchema, Projection });
const Properties = z.object({
  KeySchema,
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  BillingMode: z.string().default('PROVISIONED'),
  ProvisionedThroughput: Throughput.optional(),
  GlobalSecondaryIndexes: z.array(Index.extend({ ProvisionedThroughput: Throughput.optional() })).optional(),
  LocalSecondaryIndexes: z.array(Index).optional(),
  StreamSpecification: z.object({ StreamViewType: z.string() }).optional(),
  TimeToLiveSpecification: z
    .object({ AttributeName: z.string(), Enabled: z.union([z.boolean(), z.stringbool()]) })
    .optional(),
});
const Description = z.object({ LatestStreamArn: z.string().optional() });

// What an access decision needs to know of a table: partition keys, of the table ('') and of each index.
const HashKeys = z.record(z.string(), z.string());

export const cloudArns = (text: string) => text.replaceAll(LOCAL_OWNER, `${REGION}:${ACCOUNT}`);

export function createTables(local: DynamoLocal, store: Store): TableManagement & { hashKeyOf: HashKeyOf } {
  const hashKeys = store.collection('tables', HashKeys);
  const updateTimeToLive = async (name: string, AttributeName: string, Enabled: boolean) => {
    const TimeToLiveSpecification = { AttributeName, Enabled };
    await local.call('UpdateTimeToLive', { TableName: name, TimeToLiveSpecification });
  };
  return {
    hashKeyOf: (table, index = '') => hashKeys.get(table)?.[index],
    updateTimeToLive,
    createTable: async (name, properties) => {
      const {
        TimeToLiveSpecification: ttl,
        StreamSpecification: stream,
        ...table
      } = readInput(Properties, properties);
      hashKeys.set(name, hashKeysOf(table));
      // A host that was killed after this call and before it was noted finds its table made.
      const existing = await local.find('DescribeTable', { TableName: name }, 'ResourceNotFoundException');
      const answer =
        existing ??
        (await local.call('CreateTable', {
          ...table,
          TableName: name,
          ...(stream ? { StreamSpecification: { StreamEnabled: true, ...stream } } : {}),
        }));
      if (ttl?.Enabled && !existing) await updateTimeToLive(name, ttl.AttributeName, true);
      const { LatestStreamArn } = readInput(
        z
          .object({ Table: Description.optional(), TableDescription: Description.optional() })
          .transform((described) => described.Table ?? described.TableDescription ?? {}),
        answer,
      );
      return {
        arn: `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${name}`,
        ...(LatestStreamArn ? { streamArn: cloudArns(LatestStreamArn) } : {}),
      };
    },
    deleteTable: async (name) => {
      await local.find('DeleteTable', { TableName: name }, 'ResourceNotFoundException');
      hashKeys.delete(name);
    },
    local: {
      endpoint: local.endpoint,
      credentials: local.credentials,
      streamArn: (arn) => arn.replace(`${REGION}:${ACCOUNT}`, LOCAL_OWNER),
    },
  };
}

function hashKeysOf(
  table: Pick<z.infer<typeof Properties>, 'KeySchema' | 'GlobalSecondaryIndexes' | 'LocalSecondaryIndexes'>,
) {
  const hash = (schema: z.infer<typeof KeySchema>) =>
    schema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';
  const indexes = [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])];
  return Object.fromEntries([
    ['', hash(table.KeySchema)],
    ...indexes.map((index) => [index.IndexName, hash(index.KeySchema)] as const),
  ]);
}
