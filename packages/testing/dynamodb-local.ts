// DynamoDB Local for tests: in memory, with a fresh table whenever one is asked for. The files that a test process runs one
// after the other share one, because its start costs seconds; each takes its tables away again.
import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
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

interface Running {
  readonly endpoint: string;
  stop(): Promise<void>;
}

async function start(): Promise<Running> {
  const port = await freeBasePort();
  const { stop } = await startDynamo(await findJava(), port);
  return { endpoint: `http://127.0.0.1:${port}`, stop };
}

/** A test process is ended by who started it, and DynamoDB Local with it; a program would wait for it to end. */
const isTestProcess = process.env.VITEST !== undefined;
let shared: Promise<Running> | undefined;

export async function startLocalDynamo(): Promise<LocalDynamo> {
  if (isTestProcess) shared ??= start();
  const { endpoint, stop } = await (shared ?? start());
  const client = new DynamoDBClient({
    endpoint,
    region: 'ap-southeast-3',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const tables: string[] = [];
  const create = async (indexes: readonly ('inbox' | 'due')[], name?: string) => {
    const TableName = name ?? `table-${tables.length + 1}`;
    tables.push(TableName);
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
      if (isTestProcess)
        // Some are gone already: leaving is tested as well.
        for (const TableName of tables)
          await client.send(new DeleteTableCommand({ TableName })).catch(() => undefined);
      client.destroy();
      if (!isTestProcess) await stop();
    },
  };
}
