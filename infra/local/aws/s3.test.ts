import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ADMIN,
  addTenantKey,
  allow,
  DOCUMENTS,
  failure,
  PORTAL,
  startTestFront,
  type TestFront,
  testRole,
} from './test-front.ts';

const Bucket = DOCUMENTS;
let host: TestFront;
let s3: S3Client;
beforeAll(async () => {
  host = await startTestFront();
  s3 = new S3Client(host.as(ADMIN));
});
afterAll(() => host.close());

const put = (Key: string, Body: PutObjectCommandInput['Body'], more: Partial<PutObjectCommandInput> = {}) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const text = async (Key: string, more = {}) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, ...more }));
  return Body?.transformToString();
};

describe('an object', () => {
  it('comes back as it was stored, with its headers', async () => {
    const stored = await put('dokumen/kartu keluarga (1)!.txt', 'isi', {
      ContentType: 'text/plain',
      CacheControl: 'no-store',
      Metadata: { case: '17' },
    });
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'dokumen/kartu keluarga (1)!.txt' }));
    expect(await got.Body?.transformToString()).toBe('isi');
    expect(got).toMatchObject({
      ContentType: 'text/plain',
      CacheControl: 'no-store',
      Metadata: { case: '17' },
    });
    expect(got).toMatchObject({ ContentLength: 3, ETag: stored.ETag, ServerSideEncryption: 'AES256' });
    expect(stored.ETag).toBe(`"${createHash('md5').update('isi').digest('hex')}"`);
  });

  it('is taken as a stream in the frames the SDK sends by default, checksum behind', async () => {
    const part = Buffer.alloc(100_000, 'x');
    await put('stream', Readable.from([part, part, part]), { ContentLength: 300_000 });
    expect((await text('stream'))?.length).toBe(300_000);
    const { ChecksumCRC32 } = await s3.send(
      new HeadObjectCommand({ Bucket, Key: 'stream', ChecksumMode: 'ENABLED' }),
    );
    expect(ChecksumCRC32).toMatch(/^[\w+/]{6}==$/);
  });

  it('is refused when its bytes are not those the sender stated', async () => {
    expect((await failure(put('bad', 'isi', { ChecksumCRC32: 'AAAAAA==' }))).name).toBe('BadDigest');
    expect((await failure(put('bad', 'isi', { ContentMD5: 'AAAAAAAAAAAAAAAAAAAAAA==' }))).name).toBe(
      'BadDigest',
    );
    const short = Readable.from([Buffer.from('isi')]);
    expect((await failure(put('bad', short, { ContentLength: 10 }))).name).toBe('IncompleteBody');
    const altering = new S3Client(host.as(ADMIN));
    altering.middlewareStack.add(
      (next) => (args) => {
        Reflect.set(Object(args.request), 'body', 'lsi');
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    const altered = altering.send(new PutObjectCommand({ Bucket, Key: 'bad', Body: 'isi' }));
    expect((await failure(altered)).name).toBe('XAmzContentSHA256Mismatch');
    expect((await failure(text('bad'))).name).toBe('NoSuchKey');
  });

  it('is read in ranges', async () => {
    await put('range', '0123456789');
    expect(await text('range', { Range: 'bytes=2-4' })).toBe('234');
    expect(await text('range', { Range: 'bytes=7-' })).toBe('789');
    expect(await text('range', { Range: 'bytes=-2' })).toBe('89');
    expect((await failure(text('range', { Range: 'bytes=20-' }))).name).toBe('InvalidRange');
  });

  it('is not overwritten when the writer says so', async () => {
    await put('once', 'satu', { IfNoneMatch: '*' });
    expect((await failure(put('once', 'dua', { IfNoneMatch: '*' }))).name).toBe('PreconditionFailed');
    expect(await text('once')).toBe('satu');
  });

  it('is read only if it is, or is not, the one the reader knows', async () => {
    const { ETag } = await put('known', 'isi');
    expect(await text('known', { IfMatch: ETag })).toBe('isi');
    expect((await failure(text('known', { IfMatch: '"other"' }))).name).toBe('PreconditionFailed');
    expect((await failure(text('known', { IfNoneMatch: ETag }))).status).toBe(304);
    expect(await text('known', { IfNoneMatch: '"other"' })).toBe('isi');
  });

  it('is copied with its headers, or with new ones', async () => {
    await put('from', 'isi', { ContentType: 'image/jpeg', Metadata: { a: '1' } });
    const CopySource = `${Bucket}/from`;
    await s3.send(new CopyObjectCommand({ Bucket, Key: 'to', CopySource }));
    await s3.send(
      new CopyObjectCommand({
        Bucket,
        Key: 'new',
        CopySource,
        MetadataDirective: 'REPLACE',
        ContentType: 'image/png',
      }),
    );
    const head = (Key: string) => s3.send(new HeadObjectCommand({ Bucket, Key }));
    expect(await head('to')).toMatchObject({ ContentType: 'image/jpeg', Metadata: { a: '1' } });
    expect(await head('new')).toMatchObject({ ContentType: 'image/png', Metadata: {} });
    const stale = new CopyObjectCommand({ Bucket, Key: 'to', CopySource, CopySourceIfMatch: '"other"' });
    expect((await failure(s3.send(stale))).name).toBe('PreconditionFailed');
  });

  it('is gone once deleted, and may be deleted again', async () => {
    await put('gone', 'isi');
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'gone' }));
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'gone' }));
    expect((await failure(text('gone'))).name).toBe('NoSuchKey');
    expect((await failure(s3.send(new HeadObjectCommand({ Bucket, Key: 'gone' })))).name).toBe('NotFound');
  });

  it('is on disk after a restart, and leftovers of broken uploads are not', async () => {
    const first = await startTestFront();
    await new S3Client(first.as(ADMIN)).send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'isi' }));
    await first.close('keep');
    const files = join(first.dir, 's3-objects');
    writeFileSync(join(files, 'half'), 'is');
    const second = await startTestFront({ dir: first.dir, cloud: first.cloud });
    expect(await second.front.services.s3.readText(Bucket, 'a')).toBe('isi');
    expect(readdirSync(files)).toHaveLength(1);
    await second.front.services.s3.emptyBucket(Bucket);
    expect(second.front.services.s3.isEmpty(Bucket)).toBe(true);
    await second.close();
  });
});

describe('what is absent', () => {
  it('shows only to those who may list', async () => {
    const role = testRole('arn:aws:iam::000000000000:role/reader', [
      allow(['s3:GetObject'], [`arn:aws:s3:::${Bucket}/*`]),
    ]);
    host.cloud.roles.set(role.arn, role);
    const reading = new GetObjectCommand({ Bucket, Key: 'never' });
    expect((await failure(new S3Client(host.as(role.arn)).send(reading))).name).toBe('AccessDenied');
    expect((await failure(s3.send(reading))).name).toBe('NoSuchKey');
    expect((await failure(s3.send(new HeadBucketCommand({ Bucket: 'nowhere-000' })))).status).toBe(404);
  });
});

describe('a listing', () => {
  beforeAll(async () => {
    for (const key of ['l/a', 'l/b/1', 'l/b/2', 'l/c/1', 'l/d', 'm/x']) await put(key, key);
  });

  it('folds by delimiter', async () => {
    const listed = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'l/', Delimiter: '/' }));
    expect(listed.Contents?.map(({ Key }) => Key)).toEqual(['l/a', 'l/d']);
    expect(listed.CommonPrefixes?.map(({ Prefix }) => Prefix)).toEqual(['l/b/', 'l/c/']);
  });

  it.each([undefined, '/'])('gives every entry once over its pages, delimiter %s', async (Delimiter) => {
    const seen: (string | undefined)[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await s3.send(
        new ListObjectsV2Command({ Bucket, Prefix: 'l/', MaxKeys: 2, Delimiter, ContinuationToken }),
      );
      seen.push(...(page.Contents ?? []).map(({ Key }) => Key));
      seen.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken);
    const whole = Delimiter ? ['l/a', 'l/b/', 'l/c/', 'l/d'] : ['l/a', 'l/b/1', 'l/b/2', 'l/c/1', 'l/d'];
    expect(seen.sort()).toEqual(whole);
  });

  it('is denied without a statement for it', async () => {
    const listing = new ListObjectsV2Command({ Bucket, Prefix: 'l/' });
    expect((await failure(new S3Client(host.as(PORTAL)).send(listing))).message).toContain('s3:ListBucket');
  });
});

describe('a signed link', () => {
  it('gives the object under the name and type that were signed', async () => {
    await put('scan', 'isi', { ContentType: 'image/jpeg' });
    const command = new GetObjectCommand({
      Bucket,
      Key: 'scan',
      ResponseContentDisposition: 'attachment; filename="kk.jpg"',
      ResponseContentType: 'application/octet-stream',
    });
    const answer = await fetch(await getSignedUrl(s3, command, { expiresIn: 60 }));
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="kk.jpg"');
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  });

  it('takes an upload', async () => {
    const plain = new S3Client({ ...host.as(ADMIN), requestChecksumCalculation: 'WHEN_REQUIRED' });
    const address = await getSignedUrl(plain, new PutObjectCommand({ Bucket, Key: 'put' }), {
      expiresIn: 60,
    });
    expect((await fetch(address, { method: 'PUT', body: 'isi' })).status).toBe(200);
    expect(await text('put')).toBe('isi');
  });

  it('means by x-amz parameters what headers would mean', async () => {
    const plain = new S3Client({ ...host.as(ADMIN), requestChecksumCalculation: 'WHEN_REQUIRED' });
    const sign = (more: Partial<PutObjectCommandInput>, client = plain) =>
      getSignedUrl(client, new PutObjectCommand({ Bucket, Key: 'hoisted', ...more }), { expiresIn: 60 });
    const upload = async (address: string) => {
      const answer = await fetch(address, { method: 'PUT', body: 'isi' });
      return [answer.status, await answer.text()] as const;
    };
    expect((await upload(await sign({ Metadata: { case: '17' } })))[0]).toBe(200);
    expect(await s3.send(new HeadObjectCommand({ Bucket, Key: 'hoisted' }))).toMatchObject({
      Metadata: { case: '17' },
    });
    expect((await upload(await sign({ ACL: 'public-read' })))[1]).toContain('does not support x-amz-acl');
    // By default the SDK signs the checksum of no bytes at all into the link.
    expect((await upload(await sign({}, s3)))[1]).toContain('BadDigest');
  });

  it('dies with the right of the one who signed it', async () => {
    const role = testRole('arn:aws:iam::000000000000:role/lender', [
      allow(['s3:GetObject'], [`arn:aws:s3:::${Bucket}/scan`]),
    ]);
    host.cloud.roles.set(role.arn, role);
    const lender = new S3Client(host.as(role.arn));
    const address = await getSignedUrl(lender, new GetObjectCommand({ Bucket, Key: 'scan' }));
    expect((await fetch(address)).status).toBe(200);
    host.cloud.roles.set(role.arn, { ...role, policies: [] });
    expect((await fetch(address)).status).toBe(403);
    host.cloud.roles.delete(role.arn);
    expect((await fetch(address)).status).toBe(403);
  });
});

describe('encryption', () => {
  const named = { ServerSideEncryption: 'aws:kms' } as const;

  it('names the key of each object, and asks for it again on every read', async () => {
    const key = addTenantKey(host, 'kota-a');
    const session = new S3Client(await host.tenant('kota-a'));
    const at = { Bucket, Key: 'accepted/kota-a/scan' };
    await session.send(new PutObjectCommand({ ...at, Body: 'isi', ...named, SSEKMSKeyId: key.arn }));
    const reading = () => session.send(new GetObjectCommand(at));
    expect((await reading()).SSEKMSKeyId).toBe(key.arn);
    const via = host.front.decisions.at(-1);
    expect(via).toMatchObject({ action: 'kms:Decrypt', resource: key.arn, allowed: true });
    host.cloud.keys.set(key.arn, { ...key, tags: { tenant: 'kota-b' } });
    const denied = await failure(reading());
    expect(denied.name).toBe('AccessDenied');
    expect(denied.message).toContain('"kms:ViaService":"s3.ap-southeast-3.amazonaws.com"');
    host.cloud.keys.set(key.arn, { ...key, enabled: false });
    expect((await failure(reading())).name).toBe('KMS.DisabledException');
  });

  it('takes the key of the bucket when none is named', async () => {
    const key = addTenantKey(host, 'kota-c');
    const bucket = {
      arn: 'arn:aws:s3:::sealed',
      name: 'sealed',
      cors: [],
      events: false,
      defaultKeyArn: key.arn,
    };
    host.cloud.buckets.set(bucket.arn, bucket);
    const stored = await s3.send(new PutObjectCommand({ Bucket: 'sealed', Key: 'a', Body: 'x' }));
    expect(stored.SSEKMSKeyId).toBe(key.arn);
  });

  it('can be demanded by the policy of the bucket', async () => {
    const key = addTenantKey(host, 'kota-e');
    const bucket = host.cloud.buckets.get(`arn:aws:s3:::${Bucket}`);
    if (!bucket) throw new Error('no bucket');
    const Statement = {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: `${bucket.arn}/*`,
      Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption-aws-kms-key-id': key.arn } },
    };
    host.cloud.buckets.set(bucket.arn, { ...bucket, policy: { Version: '2012-10-17', Statement } });
    const refused = await failure(put('demand', 'x'));
    await put('demand', 'x', { ...named, SSEKMSKeyId: key.arn });
    host.cloud.buckets.set(bucket.arn, bucket);
    expect(refused.message).toContain(
      'with an explicit deny in a resource-based policy. Denying statement: {"Effect":"Deny"',
    );
  });
});

describe('events', () => {
  it('tell EventBridge of every new object, in its own shape', async () => {
    host.published.length = 0;
    await put('incoming/kota-a/x', 'isi');
    await s3.send(
      new CopyObjectCommand({ Bucket, Key: 'accepted/kota-a/x', CopySource: `${Bucket}/incoming/kota-a/x` }),
    );
    expect(host.published).toHaveLength(2);
    expect(host.published[0]).toMatchObject({
      source: 'aws.s3',
      'detail-type': 'Object Created',
      resources: [`arn:aws:s3:::${Bucket}`],
      detail: {
        bucket: { name: Bucket },
        object: { key: 'incoming/kota-a/x', size: 3, etag: expect.stringMatching(/^[0-9a-f]{32}$/) },
        reason: 'PutObject',
      },
    });
    expect(host.published[1]?.detail.reason).toBe('CopyObject');
  });
});

describe('cross-origin requests', () => {
  const ask = (origin: string, method = 'POST') =>
    fetch(`${host.front.url()}/${Bucket}`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': method,
        'access-control-request-headers': 'content-type',
      },
    });

  it('are allowed by the rules of the bucket only', async () => {
    const origin = 'http://kota-a.localhost:4400';
    const allowed = await ask(origin);
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
    expect((await ask('http://elsewhere.example')).status).toBe(403);
    expect((await ask(origin, 'DELETE')).status).toBe(403);
  });

  it('get the headers on failures too, so that a page can tell why', async () => {
    const origin = 'http://kota-a.localhost:4400';
    const answer = await fetch(`${host.front.url()}/${Bucket}/scan`, { headers: { origin } });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, origin]);
  });
});

describe('what the store does not do', () => {
  it('says so', async () => {
    const starting = new CreateMultipartUploadCommand({ Bucket, Key: 'big' });
    expect(await failure(s3.send(starting))).toMatchObject({ name: 'NotImplemented', status: 501 });
    expect((await failure(put('acl', 'x', { ACL: 'public-read' }))).message).toContain(
      'does not support x-amz-acl',
    );
  });
});
