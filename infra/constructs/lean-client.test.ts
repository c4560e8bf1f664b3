import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type * as client from '@aws-sdk/client-dynamodb';
import { buildSync } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { copyLeanClient, withFewErrors, withoutRules, withShortName } from './lean-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'layan-lean-client-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { alias, beside } = copyLeanClient(join(folder, 'client'));
const standIn = (name: string) => join(import.meta.dirname, '../../packages/storage/bundled', `${name}.ts`);
const outfile = join(folder, 'bundled.mjs');
const { metafile } = buildSync({
  stdin: { contents: `export * from '@aws-sdk/client-dynamodb';`, resolveDir: folder },
  bundle: true,
  format: 'esm',
  platform: 'node',
  mainFields: ['module', 'main'],
  banner: { js: `import { createRequire } from 'node:module'; const require = createRequire('/');` },
  alias: {
    ...alias,
    '@aws-sdk/credential-provider-node': standIn('environment-credentials'),
    '@smithy/core/endpoints': standIn('one-endpoint'),
  },
  nodePaths: [beside],
  outfile,
  metafile: true,
  logLevel: 'error',
});
const lean: typeof client = await import(pathToFileURL(outfile).href);

interface Request {
  readonly headers: Readonly<Record<string, string>>;
}

/** A client whose requests go nowhere, answered in turn; the last answer stands for all that follow. */
function clientOf(...answers: readonly { readonly status: number; readonly body: object }[]) {
  const asked: Request[] = [];
  const handle = async (request: Request) => {
    const { status, body } = answers[asked.length] ?? { status: 200, body: {} };
    asked.push(request);
    const headers = { 'content-type': 'application/x-amz-json-1.0' };
    return {
      response: { statusCode: status, headers, body: Readable.from([Buffer.from(JSON.stringify(body))]) },
    };
  };
  const dynamo = new lean.DynamoDBClient({
    region: 'ap-southeast-3',
    endpoint: 'http://127.0.0.1:1',
    credentials: { accessKeyId: 'TEST', secretAccessKey: 'test' },
    requestHandler: { handle },
    maxAttempts: 3,
  });
  const send = () =>
    dynamo
      .send(new lean.TransactWriteItemsCommand({ ClientRequestToken: 'once', TransactItems: [] }))
      .catch((error: unknown) => error);
  return { send, asked };
}

const refusal = (name: string, more: object = {}) => ({
  status: 400,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, ...more },
});

describe('the lean client of DynamoDB', () => {
  it('knows why a transaction was cancelled, and what stood in the way', async () => {
    const CancellationReasons = [{ Code: 'ConditionalCheckFailed', Item: { pk: { S: 'CASE#1' } } }];
    const error = await clientOf(refusal('TransactionCanceledException', { CancellationReasons })).send();
    expect(error).toBeInstanceOf(lean.TransactionCanceledException);
    expect(error).toMatchObject({ CancellationReasons });
  });

  it('gives an error it has no class for by its name', async () => {
    const error = await clientOf(refusal('BackupInUseException')).send();
    expect(error).toBeInstanceOf(lean.DynamoDBServiceException);
    expect(error).toMatchObject({ name: 'BackupInUseException' });
  });

  it('asks again where it was throttled, and where the service failed', async () => {
    const failed = { status: 500, body: { __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError' } };
    const { send, asked } = clientOf(refusal('ThrottlingException'), failed);
    expect(await send()).toMatchObject({ $metadata: { attempts: 3 } });
    expect(asked).toHaveLength(3);
  });

  it('says what it is, without the names of all partitions', async () => {
    const { send, asked } = clientOf();
    await send();
    expect(asked[0]?.headers['user-agent']).toMatch(/^aws-sdk-js\/3\.\d+\.\d+$/);
    const read = Object.values(metafile.outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
    );
    expect(read.filter((path) => /partitions|user-agent-middleware|\/bdd\./.test(path))).toEqual([]);
  });
});

describe('a version of the SDK that keeps its parts elsewhere', () => {
  it.each([
    ['errors', () => withFewErrors('export const other = 1;')],
    ['its name', () => withShortName('export const other = 1;')],
    ['the rules of endpoints', () => withoutRules('export const other = 1;', '/shared')],
  ])('is not bundled as if it were the same: %s', (_, lean) => {
    expect(lean).toThrow(/any more|another place/);
  });
});
