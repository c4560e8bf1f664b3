// What a tenant leaves behind is bundled to its end, however many pages S3 gives it in, and opens with any tar.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TENANT } from '@layan/testing/builders/a-tenant';
import { fixedClock } from '@layan/testing/fixed-clock';
import { afterAll, expect, it } from 'vitest';
import { awsSettings } from './aws/settings.ts';
import { tenantRemains } from './tenant-remains.ts';

const session =
  '<R><Credentials><AccessKeyId>K</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2100-01-01T00:00:00Z</Expiration></Credentials></R>';

/** Two objects below each prefix, one a page; of the second an older version and one that was deleted. */
const page = (prefix: string, after: string | null): string => {
  const first = after === null;
  const version = (key: string, id: string, latest: boolean) =>
    `<Version><Key>${prefix}${key}</Key><VersionId>${id}</VersionId><IsLatest>${latest}</IsLatest><Size>3</Size></Version>`;
  const next = first
    ? `<NextKeyMarker>${prefix}a</NextKeyMarker><NextVersionIdMarker>v</NextVersionIdMarker>`
    : '';
  const rows = first
    ? version('a', 'v', true)
    : `${version('b', 'w', true)}${version('b', 'v', false)}${version('c', 'v', false)}`;
  return `<ListVersionsResult><IsTruncated>${first}</IsTruncated>${next}${rows}</ListVersionsResult>`;
};

const removed: string[] = [];

const server = createServer((request, response) => {
  request.resume();
  const url = new URL(request.url ?? '/', 'http://s3');
  const prefix = url.searchParams.get('prefix');
  if (prefix !== null) return void response.end(page(prefix, url.searchParams.get('key-marker')));
  if (request.method === 'DELETE') {
    removed.push(`${url.pathname} ${url.searchParams.get('versionId')}`);
    response.statusCode = 204;
    return void response.end();
  }
  if (request.method !== 'GET') return void response.end(session);
  const type = url.pathname.includes('accepted') ? 'image/jpeg' : 'application/octet-stream';
  response.setHeader('content-type', type);
  response.end(`isi ${url.pathname}`);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const folder = await mkdtemp(join(tmpdir(), 'layan-bundle-'));
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const remainsHere = () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const aws = awsSettings({
    AWS_REGION: 'ap-southeast-3',
    AWS_ACCESS_KEY_ID: 'own',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_SESSION_TOKEN: 'token',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${address.port}`,
  });
  const buckets = { documentsBucket: 'berkas', sealsBucket: 'segel' };
  const parts = { aws, clock: fixedClock(), tablePrefix: 'layan.local.', ...buckets };
  return tenantRemains({ ...parts, leavingRoleArn: 'arn:role' }, TENANT);
};

it('destroys what was exported of this tenant, each version by its id, and nothing else', async () => {
  expect(await remainsHere().removeExported()).toBe(1);
  expect(removed).toEqual([`/berkas/exports/${TENANT}/a v`]);
});

it('bundles every object that is to be handed over, as it stands now, and nothing twice', async () => {
  const remains = remainsHere();
  let after: string | undefined;
  let turns = 0;
  do {
    const found = await remains.bundleObjects(after);
    turns += 1;
    if (found.bundle) {
      await writeFile(join(folder, 'berkas.tar'), found.bundle.bytes);
      execFileSync('tar', ['-xf', 'berkas.tar'], { cwd: folder });
    }
    after = found.next;
  } while (after !== undefined && turns < 20);
  const files = execFileSync('find', ['.', '-type', 'f', '-not', '-name', '*.tar'], {
    cwd: folder,
  }).toString();
  expect(files.trim().split('\n').sort()).toEqual([
    './accepted/a.jpg',
    './accepted/b.jpg',
    './letters/a',
    './letters/b',
    './seals/a',
    './seals/b',
  ]);
  expect(await readFile(join(folder, 'seals/b'), 'utf8')).toBe(`isi /segel/seals/${TENANT}/b`);
});
