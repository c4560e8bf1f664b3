import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admitOperator, OPERATOR_ARN, OPERATOR_CREDENTIALS } from './operator.ts';
import { ADMIN, failure, startTestFront, type TestFront } from './test-front.ts';

const Bucket = 'locked';
const DAY = 86_400_000;
let host: TestFront;
let s3: S3Client;
beforeAll(async () => {
  host = await startTestFront();
  const arn = `arn:aws:s3:::${Bucket}`;
  host.cloud.buckets.set(arn, { arn, name: Bucket, cors: [], events: false, lockDays: 2 });
  s3 = new S3Client(host.as(ADMIN));
});
afterAll(() => host.close());

const put = (Key: string, Body: string, vouched = true) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, ...(vouched ? { ChecksumAlgorithm: 'SHA256' } : {}) }));
const remove = (Key: string) => s3.send(new DeleteObjectCommand({ Bucket, Key }));
const read = async (Key: string) =>
  (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString();

describe('a locked object', () => {
  it('is neither removed nor written over, by nobody, until its time is over', async () => {
    await put('a.json', 'wahr');
    for (const attempt of [() => put('a.json', 'falsch'), () => remove('a.json')])
      expect(await failure(attempt())).toMatchObject({
        name: 'AccessDenied',
        message: expect.stringContaining('object lock'),
      });
    expect(await read('a.json')).toBe('wahr');
    host.clock.now = new Date(Date.now() + 3 * DAY);
    const later = new S3Client({ ...host.as(ADMIN), systemClockOffset: 3 * DAY });
    await later.send(new DeleteObjectCommand({ Bucket, Key: 'a.json' }));
    host.clock.now = new Date();
    const { KeyCount } = await s3.send(new ListObjectsV2Command({ Bucket }));
    expect(KeyCount).toBe(0);
  });

  it('is not taken from who does not vouch for its bytes', async () => {
    const bare = new S3Client({ ...host.as(ADMIN), requestChecksumCalculation: 'WHEN_REQUIRED' });
    const sent = bare.send(new PutObjectCommand({ Bucket, Key: 'b.json', Body: 'x' }));
    expect(await failure(sent)).toMatchObject({ name: 'InvalidRequest' });
  });
});

describe('whoever sits at this machine', () => {
  it('is given credentials as a container is, once admitted, and they are good for nothing but their role', async () => {
    const ask = () => fetch(`${host.front.url()}${OPERATOR_CREDENTIALS}`);
    expect((await ask()).status).toBe(403);
    admitOperator(host.cloud);
    const given: unknown = await (await ask()).json();
    const { AccessKeyId, SecretAccessKey, Token } = Object(given);
    expect([AccessKeyId, SecretAccessKey, Token].every((one) => typeof one === 'string')).toBe(true);
    const operator = new S3Client({
      ...host.as(ADMIN),
      credentials: { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: Token },
    });
    const refused = await failure(operator.send(new GetObjectCommand({ Bucket, Key: 'a.json' })));
    expect(refused).toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining(OPERATOR_ARN.split('/')[1] ?? ''),
    });
  });
});
