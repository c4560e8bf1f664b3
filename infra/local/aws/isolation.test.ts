// A tenant's session meets the tables, prefixes and keys of other tenants: also of one whose name begins alike.
import {
  DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT, REGION } from '../cloud.ts';
import {
  ADMIN,
  addTenantKey,
  type ClientSettings,
  DOCUMENTS,
  failure,
  PORTAL,
  startTestFront,
  type TestFront,
} from './test-front.ts';

const TENANTS = ['kota-a', 'kota-a-b', 'kota-b'];
const FOREIGN = ['kota-a-b', 'kota-b'];
let host: TestFront;
let session: ClientSettings;
const keys: Record<string, string> = {};
const sealed: Record<string, Uint8Array | undefined> = {};

beforeAll(async () => {
  host = await startTestFront();
  session = await host.tenant('kota-a');
  const kms = new KMSClient(host.as(ADMIN));
  const s3 = new S3Client(host.as(ADMIN));
  for (const slug of TENANTS) {
    const KeyId = addTenantKey(host, slug).arn;
    keys[slug] = KeyId;
    const EncryptionContext = { tenant: slug };
    const made = await kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', EncryptionContext }));
    sealed[slug] = made.CiphertextBlob;
    await s3.send(new PutObjectCommand({ Bucket: DOCUMENTS, Key: `accepted/${slug}/scan`, Body: slug }));
  }
});
afterAll(() => host.close());

const Key = { pk: { S: 'CASE#1' }, sk: { S: 'SNAPSHOT' } };
const dynamo = () => new DynamoDBClient(session);
const put = (slug: string) => ({ Put: { TableName: `layan.test.${slug}`, Item: Key } });

describe.each(FOREIGN)('a session of kota-a before %s', (slug) => {
  const TableName = `layan.test.${slug}`;
  const denied = { name: 'AccessDeniedException', status: 400 };

  it('reads no item of it', async () => {
    expect(await failure(dynamo().send(new GetItemCommand({ TableName, Key })))).toMatchObject(denied);
  });

  it('queries neither its table nor its indexes', async () => {
    const input = {
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'CASE#1' } },
    };
    expect(await failure(dynamo().send(new QueryCommand(input)))).toMatchObject(denied);
    const indexed = await failure(dynamo().send(new QueryCommand({ ...input, IndexName: 'inbox' })));
    expect(indexed).toMatchObject(denied);
    expect(indexed.message).toContain(`table/${TableName}/index/inbox`);
  });

  it('writes nothing there, not even as one part of a transaction', async () => {
    const TransactItems = [put('kota-a'), put(slug)];
    expect(await failure(dynamo().send(new TransactWriteItemsCommand({ TransactItems })))).toMatchObject(
      denied,
    );
    expect(await failure(dynamo().send(new UpdateItemCommand({ TableName, Key })))).toMatchObject(denied);
  });

  it('reads, writes and lists none of its objects', async () => {
    const s3 = new S3Client(session);
    const at = { Bucket: DOCUMENTS, Key: `accepted/${slug}/scan` };
    const refused = { name: 'AccessDenied', status: 403 };
    expect(await failure(s3.send(new GetObjectCommand(at)))).toMatchObject(refused);
    expect(await failure(s3.send(new PutObjectCommand({ ...at, Body: 'x' })))).toMatchObject(refused);
    const listing = new ListObjectsV2Command({ Bucket: DOCUMENTS, Prefix: `accepted/${slug}/` });
    expect(await failure(s3.send(listing))).toMatchObject(refused);
  });

  it('opens nothing under its key', async () => {
    const kms = new KMSClient(session);
    const CiphertextBlob = sealed[slug];
    const opening = new DecryptCommand({ CiphertextBlob, EncryptionContext: { tenant: slug } });
    expect(await failure(kms.send(opening))).toMatchObject(denied);
    const making = new GenerateDataKeyCommand({ KeyId: keys[slug], KeySpec: 'AES_256' });
    expect(await failure(kms.send(making))).toMatchObject(denied);
  });

  it('stores nothing of its own under its key', async () => {
    const s3 = new S3Client(session);
    const input = {
      Bucket: DOCUMENTS,
      Key: 'incoming/kota-a/scan',
      Body: 'x',
      ServerSideEncryption: 'aws:kms' as const,
    };
    const { message } = await failure(
      s3.send(new PutObjectCommand({ ...input, SSEKMSKeyId: keys[slug] ?? '' })),
    );
    expect(message).toContain('kms:GenerateDataKey');
    await s3.send(new PutObjectCommand({ ...input, SSEKMSKeyId: keys['kota-a'] ?? '' }));
  });
});

describe('a function without a tenant session', () => {
  it('has no right to any tenant data, and is told the missing statement', async () => {
    const reading = new GetItemCommand({ TableName: 'layan.test.kota-a', Key });
    const { name, message } = await failure(new DynamoDBClient(host.as(PORTAL)).send(reading));
    const resource = `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/layan.test.kota-a`;
    expect(name).toBe('AccessDeniedException');
    expect(message).toContain(`arn:aws:sts::${ACCOUNT}:assumed-role/layan-test-portal/layan-test-portal`);
    expect(message).toContain(
      `Missing statement: ${JSON.stringify({ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: resource })}`,
    );
  });
});

describe('a data role without its tag', () => {
  it('is denied everywhere: a missing tag matches nothing', async () => {
    const untagged = host.as('arn:aws:iam::000000000000:role/layan-test-data-citizen');
    for (const slug of TENANTS) {
      const reading = new GetItemCommand({ TableName: `layan.test.${slug}`, Key });
      expect((await failure(new DynamoDBClient(untagged).send(reading))).name).toBe('AccessDeniedException');
      const s3 = new S3Client(untagged);
      const getting = new GetObjectCommand({ Bucket: DOCUMENTS, Key: `accepted/${slug}/scan` });
      expect((await failure(s3.send(getting))).name).toBe('AccessDenied');
      const opening = new DecryptCommand({
        CiphertextBlob: sealed[slug],
        EncryptionContext: { tenant: slug },
      });
      expect((await failure(new KMSClient(untagged).send(opening))).name).toBe('AccessDeniedException');
    }
  });
});

describe('a session of kota-a before its own', () => {
  it('reads its objects and opens what is under its key', async () => {
    const s3 = new S3Client(session);
    const own = await s3.send(new GetObjectCommand({ Bucket: DOCUMENTS, Key: 'accepted/kota-a/scan' }));
    expect(await own.Body?.transformToString()).toBe('kota-a');
    const opening = new DecryptCommand({
      CiphertextBlob: sealed['kota-a'],
      EncryptionContext: { tenant: 'kota-a' },
    });
    expect((await new KMSClient(session).send(opening)).Plaintext).toHaveLength(32);
  });

  it('is recorded, denials and permissions alike, with the tag', () => {
    const seen = host.front.decisions.filter(({ tags }) => tags.tenant === 'kota-a');
    expect(seen.some(({ allowed, action }) => allowed && action === 's3:GetObject')).toBe(true);
    const across = seen.filter(({ resource }) => /kota-a-b|kota-b/.test(resource));
    expect(across.length).toBeGreaterThan(8);
    expect(across.filter(({ allowed }) => allowed)).toEqual([]);
  });
});
