import { createHmac } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { TENANT } from '@layan/testing/builders/a-tenant';
import { caseIdOf, documentIdOf } from '@layan/testing/builders/ids';
import { fixedClock } from '@layan/testing/fixed-clock';
import { describe, expect, it } from 'vitest';
import { awsSettings } from '../aws/settings.ts';
import { scanLinks } from './scan-links.ts';

const credentials = {
  accessKeyId: 'KEY',
  secretAccessKey: 'secret',
  sessionToken: 'token',
  expiration: new Date('2026-02-04T03:00:00Z'),
};
const settings = awsSettings({
  AWS_REGION: 'ap-southeast-3',
  AWS_ACCESS_KEY_ID: 'own',
  AWS_SECRET_ACCESS_KEY: 'own',
});
const asked: (number | undefined)[] = [];
const links = scanLinks({
  settings,
  bucket: { name: 'documents', tenant: TENANT },
  clock: fixedClock(),
  keyArn: async () => 'arn:key',
  session: {
    credentials: async (leastLeft) => {
      asked.push(leastLeft);
      return credentials;
    },
  },
});
const scan = { caseId: caseIdOf(1), documentId: documentIdOf(1) };
const key = `incoming/${TENANT}/${scan.caseId}/${scan.documentId}`;
const upload = { ...scan, maxBytes: 8_000_000, redirectTo: 'https://kota-contoh.example/permohonan' };

const policyOf = (fields: Readonly<Record<string, string>>) =>
  JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString('utf8'));

describe('an upload form', () => {
  it('holds the browser to key, size, type, encryption and where it goes next', async () => {
    const { url, fields } = await links.prepareUpload(upload);
    expect(url).toBe('https://documents.s3.ap-southeast-3.amazonaws.com/');
    expect(fields).toMatchObject({
      key,
      'Content-Type': 'application/octet-stream',
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-server-side-encryption-aws-kms-key-id': 'arn:key',
      success_action_redirect: upload.redirectTo,
    });
    const { expiration, conditions } = policyOf(fields);
    expect(expiration).toBe('2026-02-04T02:15:00.000Z');
    expect(conditions).toContainEqual({ bucket: 'documents' });
    expect(conditions).toContainEqual(['content-length-range', 1, 8_000_000]);
    const { Policy: _, 'X-Amz-Signature': __, ...signed } = fields;
    for (const [name, value] of Object.entries(signed)) expect(conditions).toContainEqual({ [name]: value });
  });

  it('is signed as Amazon writes it down', async () => {
    const { fields } = await links.prepareUpload(upload);
    const signingKey = ['20260204', 'ap-southeast-3', 's3', 'aws4_request'].reduce(
      (secret: string | Buffer, part) => createHmac('sha256', secret).update(part).digest(),
      'AWS4secret',
    );
    const signature = createHmac('sha256', signingKey)
      .update(fields.Policy ?? '')
      .digest('hex');
    expect(fields['X-Amz-Signature']).toBe(signature);
  });

  it('has the fields and conditions that the SDK’s own form has', async () => {
    const { fields } = await links.prepareUpload(upload);
    const { Policy: _, 'X-Amz-Signature': __, ...own } = fields;
    const official = await createPresignedPost(new S3Client({ region: 'ap-southeast-3', credentials }), {
      Bucket: 'documents',
      Key: key,
      Fields: Object.fromEntries(
        Object.entries(own).filter(([name]) => !/^X-Amz-(A|C|D|Security)/.test(name) && name !== 'key'),
      ),
      Conditions: [['content-length-range', 1, upload.maxBytes]],
    });
    // The SDK repeats the bucket among the fields; S3 knows it from the address.
    const { bucket: ___, ...officialFields } = official.fields;
    expect(Object.keys(fields).sort()).toEqual(Object.keys(officialFields).sort());
    expect(policyOf(fields).conditions).toHaveLength(policyOf(official.fields).conditions.length);
  });

  it('answers a script with 201 when there is nowhere to go', async () => {
    const { fields } = await links.prepareUpload({ ...scan, maxBytes: 1 });
    expect(fields.success_action_status).toBe('201');
    expect(fields).not.toHaveProperty('success_action_redirect');
  });

  it('is signed by a session that outlives it', async () => {
    asked.length = 0;
    await links.prepareUpload(upload);
    expect(asked[0]).toBeGreaterThanOrEqual(15 * 60_000);
  });
});

describe('a link to a scan', () => {
  it('shows it inline for a minute, under a name and type that are signed', async () => {
    const link = new URL(
      await links.viewLink({ ...scan, contentType: 'image/png', fileName: 'KTP "depan" é.png' }),
    );
    expect(link.pathname).toBe(`/accepted/${TENANT}/${scan.caseId}/${scan.documentId}`);
    expect(link.searchParams.get('X-Amz-Expires')).toBe('60');
    expect(link.searchParams.get('response-content-type')).toBe('image/png');
    expect(link.searchParams.get('response-content-disposition')).toBe(
      "inline; filename*=UTF-8''KTP%20%22depan%22%20%C3%A9.png",
    );
    expect(link.searchParams.get('X-Amz-SignedHeaders')).toBe('host');
  });
});
