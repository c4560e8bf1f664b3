// What a tenant leaves behind is listed to its end, however many pages S3 gives it in.
import { createServer } from 'node:http';
import { TENANT } from '@layan/testing/builders/a-tenant';
import { fixedClock } from '@layan/testing/fixed-clock';
import { afterAll, expect, it } from 'vitest';
import { awsSettings } from './aws/settings.ts';
import { tenantRemains } from './tenant-remains.ts';

const session =
  '<R><Credentials><AccessKeyId>K</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2100-01-01T00:00:00Z</Expiration></Credentials></R>';

/** Two objects below each prefix, one a page. */
const page = (prefix: string, after: string | null): string => {
  const [now, more] = after === null ? ['a', true] : ['b', false];
  const next = more
    ? `<NextKeyMarker>${prefix}a</NextKeyMarker><NextVersionIdMarker>v</NextVersionIdMarker>`
    : '';
  return `<ListVersionsResult><IsTruncated>${more}</IsTruncated>${next}<Version><Key>${prefix}${now}</Key><VersionId>v</VersionId><Size>3</Size></Version></ListVersionsResult>`;
};

const server = createServer((request, response) => {
  request.resume();
  const url = new URL(request.url ?? '/', 'http://s3');
  const prefix = url.searchParams.get('prefix');
  response.end(prefix === null ? session : page(prefix, url.searchParams.get('key-marker')));
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => void server.close());

it('names every object that is to be handed over', async () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const aws = awsSettings({
    AWS_REGION: 'ap-southeast-3',
    AWS_ACCESS_KEY_ID: 'own',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_SESSION_TOKEN: 'token',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${address.port}`,
  });
  const parts = { aws, clock: fixedClock(), tablePrefix: 'layan.local.', documentsBucket: 'berkas' };
  const remains = tenantRemains({ ...parts, leavingRoleArn: 'arn:role' }, TENANT);
  const keys = (await remains.listObjects()).map((line) => JSON.parse(line).key);
  expect(keys).toEqual(
    ['incoming', 'accepted', 'printed', 'letters'].flatMap((prefix) => [
      `${prefix}/${TENANT}/a`,
      `${prefix}/${TENANT}/b`,
    ]),
  );
});
