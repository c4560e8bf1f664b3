// DynamoDB Local for tests: one process a test file, in memory, with a fresh table whenever one is asked for.
import { CreateTableCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { startDynamo } from '@layan/infra/local/boot/dynamodb-local';
import { findJava } from '@layan/infra/local/boot/java';
import { freeBasePort } from '@layan/infra/local/boot/ports';

export interface LocalDynamo {
  readonly client: DynamoDBClient;
  readonly endpoint: string;
  /** A tenant's table as its stack makes it; resolves to its name. */
  tenantTable(name?: string): Promise<string>;
  controlTable(): Promise<string>;
  /** What the stream of a tenant's table would tell the relay: keys under `OUTBOX#`, each once. */
  outbox(table: string): Promise<readonly { readonly pk: string; readonly sk: string }[]>;
  stop(): Promise<void>;
}

const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
const keys = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];
const index = (name: string, ProjectionType: 'ALL' | 'KEYS_ONLY') => ({
  IndexName: name,
  KeySchema: keys(`${name}Pk`, `${name}Sk`),
  Projection: { ProjectionType },
});

export async function startLocalDynamo(): Promise<LocalDynamo> {
  const port = await freeBasePort();
  const dynamo = await startDynamo(await findJava(), port);
  const endpoint = `http://127.0.0.1:${port}`;
  const client = new DynamoDBClient({
    endpoint,
    region: 'ap-southeast-3',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  let tables = 0;
  const create = async (indexes: readonly ('inbox' | 'due')[], name?: string) => {
    tables += 1;
    const TableName = name ?? `table-${tables}`;
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: keys('pk', 'sk'),
        AttributeDefinitions: ['pk', 'sk', ...indexes.flatMap((name) => [`${name}Pk`, `${name}Sk`])].map(
          text,
        ),
        ...(indexes.length > 0
          ? {
              GlobalSecondaryIndexes: indexes.map((name) =>
                index(name, name === 'inbox' ? 'ALL' : 'KEYS_ONLY'),
              ),
            }
          : {}),
      }),
    );
    return TableName;
  };
  return {
    client,
    endpoint,
    tenantTable: (name) => create(['inbox', 'due'], name),
    controlTable: () => create([]),
    outbox: async (TableName) => {
      const { Items = [] } = await client.send(new ScanCommand({ TableName, ConsistentRead: true }));
      return Items.map(({ pk, sk }) => ({ pk: pk?.S ?? '', sk: sk?.S ?? '' }))
        .filter(({ pk }) => pk.startsWith('OUTBOX#'))
        .sort((a, b) => (`${a.sk}${a.pk}` < `${b.sk}${b.pk}` ? -1 : 1));
    },
    stop: async () => {
      client.destroy();
      await dynamo.stop();
    },
  };
}
