import { DescribeKeyCommand, KMSClient, ListAliasesCommand } from '@aws-sdk/client-kms';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ADMIN,
  type ClientSettings,
  DOCUMENTS,
  failure,
  startTestFront,
  type TestFront,
} from './test-front.ts';

let host: TestFront;
let start: Date;
beforeAll(async () => {
  host = await startTestFront();
  const s3 = new S3Client(host.as(ADMIN));
  await s3.send(new PutObjectCommand({ Bucket: DOCUMENTS, Key: 'a.txt', Body: 'isi' }));
});
beforeEach(() => {
  host.clock.now = new Date();
  start = host.clock.now;
});
afterAll(() => host.close());

const later = (seconds: number) => {
  host.clock.now = new Date(start.getTime() + seconds * 1000);
};
const read = (settings: ClientSettings) =>
  new S3Client(settings).send(new GetObjectCommand({ Bucket: DOCUMENTS, Key: 'a.txt' }));
const describeKey = (settings: ClientSettings) =>
  new KMSClient(settings).send(new DescribeKeyCommand({ KeyId: 'x' }));
const identity = (settings: ClientSettings) => new STSClient(settings).send(new GetCallerIdentityCommand({}));
const link = (expiresIn = 60) =>
  getSignedUrl(new S3Client(host.as(ADMIN)), new GetObjectCommand({ Bucket: DOCUMENTS, Key: 'a.txt' }), {
    expiresIn,
  });
const codeOf = async (answer: Response) => /<Code>(.*)<\/Code>/.exec(await answer.text())?.[1];

describe('a signature in the headers', () => {
  it('is refused under a wrong secret, as each protocol says it', async () => {
    const own = host.as(ADMIN);
    const wrong = { ...own, credentials: { ...own.credentials, secretAccessKey: 'x'.repeat(40) } };
    expect(await failure(read(wrong))).toMatchObject({ name: 'SignatureDoesNotMatch', status: 403 });
    expect(await failure(identity(wrong))).toMatchObject({ name: 'SignatureDoesNotMatch', status: 403 });
    expect(await failure(describeKey(wrong))).toMatchObject({
      name: 'InvalidSignatureException',
      status: 400,
    });
  });

  it('is refused for keys that this host never issued', async () => {
    const credentials = { accessKeyId: 'AKIAXXXXXXXXXXXXXXXX', secretAccessKey: 'x'.repeat(40) };
    const foreign = { ...host.as(ADMIN), credentials: { ...credentials, sessionToken: '' } };
    expect((await failure(read(foreign))).name).toBe('InvalidAccessKeyId');
    expect((await failure(identity(foreign))).name).toBe('InvalidClientTokenId');
    expect((await failure(describeKey(foreign))).name).toBe('UnrecognizedClientException');
  });

  it('is refused with the session token of other keys, or a forged one', async () => {
    const own = host.as(ADMIN);
    const { sessionToken } = host.front.credentialsFor(ADMIN);
    const swapped = { ...own, credentials: { ...own.credentials, sessionToken } };
    expect((await failure(read(swapped))).name).toBe('InvalidToken');
    const [claims = '', seal = ''] = own.credentials.sessionToken.split('.');
    const altered = Buffer.from(
      JSON.stringify({
        ...JSON.parse(Buffer.from(claims, 'base64url').toString()),
        tags: { tenant: 'kota-b' },
      }),
    ).toString('base64url');
    const forged = { ...own, credentials: { ...own.credentials, sessionToken: `${altered}.${seal}` } };
    expect((await failure(read(forged))).name).toBe('InvalidToken');
  });

  it('is refused once the session is over', async () => {
    const session = await host.tenant('kota-a');
    later(3601);
    const ahead = { ...session, systemClockOffset: 3601 * 1000 };
    expect((await failure(read(ahead))).name).toBe('ExpiredToken');
    expect((await failure(identity(ahead))).name).toBe('ExpiredToken');
    expect((await failure(describeKey(ahead))).name).toBe('ExpiredTokenException');
  });

  it('is refused when the clocks are more than a quarter of an hour apart', async () => {
    later(16 * 60);
    expect((await failure(read(host.as(ADMIN)))).name).toBe('RequestTimeTooSkewed');
  });

  it('is refused for another region', async () => {
    const elsewhere = { ...host.as(ADMIN), region: 'us-east-1' };
    expect((await failure(read(elsewhere))).name).toBe('AuthorizationHeaderMalformed');
  });

  it('must be there at all', async () => {
    const json = await fetch(host.front.url(), {
      method: 'POST',
      headers: { 'x-amz-target': 'TrentService.DescribeKey' },
      body: '{}',
    });
    expect([json.status, await json.json()]).toMatchObject([
      400,
      { __type: 'MissingAuthenticationTokenException' },
    ]);
    const query = await fetch(host.front.url(), {
      method: 'POST',
      body: new URLSearchParams({ Action: 'AssumeRole' }),
    });
    expect(await codeOf(query)).toBe('MissingAuthenticationToken');
    const anonymous = await fetch(`${host.front.url()}/${DOCUMENTS}/a.txt`);
    expect([anonymous.status, await codeOf(anonymous)]).toEqual([403, 'AccessDenied']);
  });

  it('must cover every x-amz header', async () => {
    const answer = await fetch(await link(), { headers: { 'x-amz-request-payer': 'requester' } });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('not signed: x-amz-request-payer');
  });

  it('is refused when it cannot be read', async () => {
    const answer = await fetch(`${host.front.url()}/${DOCUMENTS}/a.txt`, {
      headers: { authorization: 'Basic abc' },
    });
    expect([answer.status, await codeOf(answer)]).toEqual([400, 'AuthorizationHeaderMalformed']);
  });
});

describe('a signature in the address', () => {
  it('reads the object while the link lives', async () => {
    expect(await (await fetch(await link())).text()).toBe('isi');
  });

  it('is refused after its time', async () => {
    const address = await link(60);
    later(61);
    const answer = await fetch(address);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Request has expired');
  });

  it('is refused before its time', async () => {
    const signingDate = new Date(start.getTime() + 20 * 60_000);
    const command = new GetObjectCommand({ Bucket: DOCUMENTS, Key: 'a.txt' });
    const answer = await fetch(await getSignedUrl(new S3Client(host.as(ADMIN)), command, { signingDate }));
    expect(await answer.text()).toContain('Request is not yet valid');
  });

  it('is refused when the address was changed', async () => {
    const address = await link();
    expect(await codeOf(await fetch(address.replace('a.txt', 'b.txt')))).toBe('SignatureDoesNotMatch');
    expect(await codeOf(await fetch(address.replace('Expires=60', 'Expires=600')))).toBe(
      'SignatureDoesNotMatch',
    );
    expect(await codeOf(await fetch(`${address}&response-content-type=text/html`))).toBe(
      'SignatureDoesNotMatch',
    );
  });

  it('is refused for another method', async () => {
    expect(await codeOf(await fetch(await link(), { method: 'PUT', body: 'x' }))).toBe(
      'SignatureDoesNotMatch',
    );
  });
});

describe('a service or operation the host does not have', () => {
  it('is answered with an explicit error', async () => {
    const { name, message, status } = await failure(
      new KMSClient(host.as(ADMIN)).send(new ListAliasesCommand({})),
    );
    expect({ name, status }).toEqual({ name: 'UnsupportedOperation', status: 501 });
    expect(message).toContain('does not support TrentService.ListAliases of kms');
  });
});
