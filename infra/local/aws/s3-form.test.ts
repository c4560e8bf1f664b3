// The browser's upload: one test for each thing that a form may do wrong.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import {
  createPresignedPost,
  type PresignedPost,
  type PresignedPostOptions,
} from '@aws-sdk/s3-presigned-post';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ADMIN,
  addTenantKey,
  type ClientSettings,
  DOCUMENTS,
  PORTAL,
  startTestFront,
  type TestFront,
} from './test-front.ts';

let host: TestFront;
let session: ClientSettings;
beforeAll(async () => {
  host = await startTestFront();
});
beforeEach(async () => {
  host.clock.now = new Date();
  host.published.length = 0;
  session = await host.tenant('kota-a');
});
afterAll(() => host.close());

const KEY = 'incoming/kota-a/scan-1';
const stored = (key = KEY) => host.front.services.s3.readText(DOCUMENTS, key);

function presign(options: Partial<PresignedPostOptions> = {}, as = session): Promise<PresignedPost> {
  const { Fields, Conditions } = options;
  return createPresignedPost(new S3Client(as), {
    Bucket: DOCUMENTS,
    Key: KEY,
    Expires: 600,
    ...options,
    Fields: { 'Content-Type': 'image/jpeg', ...Fields },
    Conditions: [['content-length-range', 1, 1000], ...(Conditions ?? [])],
  });
}

async function submit(post: PresignedPost, fields: Record<string, string | null> = {}, file = 'isi scan') {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...post.fields, ...fields }))
    if (value !== null) form.append(name, value);
  form.append('file', new Blob([file]), 'kk.jpg');
  const answer = await fetch(post.url, { method: 'POST', body: form, redirect: 'manual' });
  const body = await answer.text();
  const read = (name: string) => new RegExp(`<${name}>(.*)</${name}>`).exec(body)?.[1];
  return { status: answer.status, code: read('Code'), message: read('Message'), headers: answer.headers };
}

describe('a form that keeps to its policy', () => {
  it('stores the file with its type, and tells EventBridge', async () => {
    expect((await submit(await presign())).status).toBe(204);
    expect(await stored()).toBe('isi scan');
    expect((await host.front.services.s3.getObject(DOCUMENTS, KEY))?.contentType).toBe('image/jpeg');
    expect(host.published[0]?.detail).toMatchObject({ reason: 'POST Object', object: { key: KEY, size: 8 } });
  });

  it('leads the browser back where the signer said', async () => {
    const target = 'http://kota-a.localhost:4400/lampiran?step=2';
    const { status, headers } = await submit(await presign({ Fields: { success_action_redirect: target } }));
    const location = new URL(headers.get('location') ?? '');
    expect(status).toBe(303);
    expect(location.href.startsWith(target)).toBe(true);
    expect(location.searchParams.get('key')).toBe(KEY);
    expect(location.searchParams.get('bucket')).toBe(DOCUMENTS);
    expect(location.searchParams.get('etag')).toMatch(/^"[0-9a-f]{32}"$/);
  });

  it('answers with the status that was signed', async () => {
    expect((await submit(await presign({ Fields: { success_action_status: '201' } }))).status).toBe(201);
    expect((await submit(await presign({ Fields: { success_action_status: '200' } }))).status).toBe(200);
  });

  it('may carry fields that are to be ignored', async () => {
    expect((await submit(await presign(), { 'x-ignore-note': 'a' })).status).toBe(204);
  });

  it('stores under the key of the tenant when the form names it', async () => {
    const { arn } = addTenantKey(host, 'kota-a');
    const Fields = {
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-server-side-encryption-aws-kms-key-id': arn,
    };
    const { headers } = await submit(await presign({ Fields }));
    expect(headers.get('x-amz-server-side-encryption-aws-kms-key-id')).toBe(arn);
    const foreign = addTenantKey(host, 'kota-b').arn;
    const wrong = { ...Fields, 'x-amz-server-side-encryption-aws-kms-key-id': foreign };
    expect(await submit(await presign({ Fields: wrong }))).toMatchObject({
      status: 403,
      code: 'AccessDenied',
    });
  });
});

describe('a form that does not', () => {
  const refused = (message: RegExp) => ({
    status: 403,
    code: 'AccessDenied',
    message: expect.stringMatching(message),
  });

  it.each([
    ['another key', { key: 'incoming/kota-b/scan-1' }, /Policy Condition failed/],
    ['another type', { 'Content-Type': 'text/html' }, /Policy Condition failed/],
    ['no type', { 'Content-Type': null }, /Policy Condition failed/],
    [
      'a redirect that was not signed',
      { success_action_redirect: 'http://evil.example/' },
      /Extra input fields: success_action_redirect/,
    ],
    ['an acl that was not signed', { acl: 'public-read' }, /Extra input fields: acl/],
    ['metadata that was not signed', { 'x-amz-meta-a': '1' }, /Extra input fields: x-amz-meta-a/],
  ])('is refused with %s', async (_what, fields, message) => {
    await host.front.services.s3.emptyBucket(DOCUMENTS);
    expect(await submit(await presign(), fields)).toMatchObject(refused(message));
    expect(host.front.services.s3.isEmpty(DOCUMENTS)).toBe(true);
    expect(readdirSync(join(host.dir, 's3-objects'))).toEqual([]);
  });

  it('is refused at another bucket', async () => {
    const post = await presign();
    const bucket = { arn: 'arn:aws:s3:::other', name: 'other', cors: [], events: false };
    host.cloud.buckets.set(bucket.arn, bucket);
    expect(await submit({ ...post, url: `${host.front.url()}/other` })).toMatchObject(refused(/\$bucket/));
  });

  it('is refused when the file is too big or too small, and nothing stays behind', async () => {
    await host.front.services.s3.emptyBucket(DOCUMENTS);
    expect(await submit(await presign(), {}, 'x'.repeat(1001))).toMatchObject({
      status: 400,
      code: 'EntityTooLarge',
    });
    expect(await submit(await presign(), {}, 'x'.repeat(3_000_000))).toMatchObject({
      code: 'EntityTooLarge',
    });
    expect(await submit(await presign(), {}, '')).toMatchObject({ status: 400, code: 'EntityTooSmall' });
    expect(host.front.services.s3.isEmpty(DOCUMENTS)).toBe(true);
    expect(readdirSync(join(host.dir, 's3-objects'))).toEqual([]);
    expect((await submit(await presign(), {}, 'x'.repeat(1000))).status).toBe(204);
  });

  it('is refused after the policy expired', async () => {
    const post = await presign({ Expires: 60 });
    host.clock.now = new Date(Date.now() + 61_000);
    expect(await submit(post)).toMatchObject(refused(/Policy expired/));
  });

  it('is refused after the session expired that signed it', async () => {
    const post = await presign({ Expires: 7200 });
    host.clock.now = new Date(Date.now() + 3601_000);
    expect((await submit(post)).code).toBe('ExpiredToken');
  });

  it('is refused with an altered policy, signature or token', async () => {
    const post = await presign();
    const policy = JSON.parse(Buffer.from(post.fields.Policy ?? '', 'base64').toString());
    policy.conditions = [['starts-with', '$key', '']];
    const Policy = Buffer.from(JSON.stringify(policy)).toString('base64');
    expect((await submit(post, { Policy })).code).toBe('SignatureDoesNotMatch');
    expect((await submit(post, { 'X-Amz-Signature': '0'.repeat(64) })).code).toBe('SignatureDoesNotMatch');
    const { sessionToken } = host.front.credentialsFor(ADMIN);
    expect((await submit(post, { 'X-Amz-Security-Token': sessionToken })).code).toBe('InvalidToken');
    expect((await submit(post, { 'X-Amz-Security-Token': null })).code).toBe('InvalidAccessKeyId');
  });

  it('is refused with the credential of another service, or a field given twice', async () => {
    const post = await presign();
    const credential = post.fields['X-Amz-Credential']?.replace('/s3/', '/kms/') ?? '';
    expect((await submit(post, { 'X-Amz-Credential': credential })).code).toBe('InvalidRequest');
    const twice = { ...post, fields: { ...post.fields, KEY: 'incoming/kota-b/scan-1' } };
    expect((await submit(twice)).code).toBe('MalformedPOSTRequest');
  });

  it('is refused unsigned', async () => {
    const post = await presign();
    const fields = { key: KEY };
    expect(await submit({ ...post, fields })).toMatchObject(refused(/Anonymous uploads are refused/));
  });

  it('is refused when the signer has no right to the key', async () => {
    const foreign = await presign({ Key: 'incoming/kota-a-b/scan' });
    expect(await submit(foreign)).toMatchObject(refused(/s3:PutObject/));
    expect(await submit(await presign({}, host.as(PORTAL)))).toMatchObject(refused(/s3:PutObject/));
  });

  it('is refused without a file', async () => {
    const { url, fields } = await presign();
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const answer = await fetch(url, { method: 'POST', body: form });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('MalformedPOSTRequest');
  });
});

describe('starts-with', () => {
  it('holds a field to its beginning', async () => {
    const Conditions: PresignedPostOptions['Conditions'] = [['starts-with', '$x-amz-meta-name', 'kk-']];
    const post = await presign({ Conditions });
    expect((await submit(post, { 'x-amz-meta-name': 'kk-1' })).status).toBe(204);
    expect((await submit(post, { 'x-amz-meta-name': 'ktp-1' })).message).toContain('Policy Condition failed');
    expect((await submit(post)).message).toContain('Policy Condition failed');
  });

  it('holds every type of a list of types', async () => {
    const post = await createPresignedPost(new S3Client(session), {
      Bucket: DOCUMENTS,
      Key: KEY,
      Conditions: [['starts-with', '$Content-Type', 'image/']],
    });
    expect((await submit(post, { 'Content-Type': 'image/png' })).status).toBe(204);
    expect((await submit(post, { 'Content-Type': 'image/png, text/html' })).status).toBe(403);
  });
});
