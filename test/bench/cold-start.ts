// P1: from the start of a process to its first answered write, the portal against a bare handler. A filing is begun on a
// tenant no cache knows, so the answer waits for a session, keys, profile, standard and the write itself.
// `node test/bench/cold-start.ts [samples]`. Starts alternate; AWS is a loopback stand-in, the network has no part in it.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sha256 } from '@layan/application/kernel/sha256';
import { RegionCode, TenantId } from '@layan/domain/kernel/ids';
import { contentHash } from '@layan/domain/standard/content-hash';
import { StandardVersion } from '@layan/domain/standard/standard-version';
import { Tenant } from '@layan/domain/tenant/tenant';
import { bundle } from '@layan/infra/constructs/bundle';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import { findRegions } from '@layan/standards/regions/regions';
import { awsSettings } from '@layan/storage/aws/settings';
import { systemClock as clock } from '@layan/storage/surroundings';
import { tenantKeys } from '@layan/storage/tenant-keys';
import { openTenants } from '@layan/storage/tenant-ports';
import * as z from 'zod/mini';
import { startLoopbackAws } from './loopback-aws.ts';
import { median } from './median.ts';

const samples = Number(process.argv[2] ?? 31);
const BAR = 4.2;
const tenant = TenantId.parse('kota-probolinggo');
const domain = 'localhost:4400';

const aws = await startLoopbackAws();
const folder = mkdtempSync(join(tmpdir(), 'layan-cold-start-'));
const environment = {
  AWS_REGION: 'ap-southeast-3',
  AWS_ACCESS_KEY_ID: 'LOOPBACK',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_ENDPOINT_URL: aws.url,
  STAGE: 'bench',
  LOG_LEVEL: 'info',
  TABLE_PREFIX: 'layan.bench.',
  DATA_ROLE_ARN: 'arn:aws:iam::000000000000:role/layan-bench-data-citizen',
  DOCUMENTS_BUCKET: 'layan-bench-documents',
  PORTAL_DOMAIN: domain,
};

async function settle(): Promise<void> {
  const { keys, directory, standards } = openTenants({
    aws: awsSettings(environment),
    clock,
    tablePrefix: environment.TABLE_PREFIX,
    dataRoleArn: environment.DATA_ROLE_ARN,
    tenantKeys,
  })(tenant);
  const region = RegionCode.parse('35.74');
  const day = [{ from: '07:30', to: '16:00' }];
  const week = [day, day, day, day, day, [], []];
  await keys.ensure('arn:aws:kms:ap-southeast-3:000000000000:key/bench');
  const regions = findRegions(region);
  if (regions) await directory.saveRegions(regions);
  await directory.save(
    Tenant.parse({
      id: tenant,
      name: 'Kota Probolinggo',
      governmentName: 'Pemerintah Kota Probolinggo',
      region,
      calendar: { zone: 'Asia/Jakarta', office: week, counter: week, special: [], closures: [] },
      agencies: [{ id: ultpk.agency, name: 'Dinas Uji', shortName: 'Dinas Uji', address: 'Jalan Contoh 1' }],
      branding: { accent: '#0b5c8a' },
      state: 'active',
    }),
  );
  const version = StandardVersion.parse({
    standard: ultpk,
    version: 1,
    hash: contentHash(ultpk, sha256),
    state: 'published',
    confirmations: {},
    createdAt: clock.now(),
    publishedAt: clock.now(),
  });
  await standards.saveDraft({ ...version, state: 'draft' });
  await standards.publish(version, { before: { ...version, state: 'draft' } });
}

const host = `${tenant}.${domain}`;
const headers = {
  host,
  origin: `http://${host}`,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
};
const event = {
  resource: '/{proxy+}',
  path: `/layanan/${ultpk.id}/ajukan`,
  httpMethod: 'POST',
  headers,
  multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
  queryStringParameters: null,
  multiValueQueryStringParameters: null,
  pathParameters: { proxy: `layanan/${ultpk.id}/ajukan` },
  stageVariables: null,
  requestContext: {
    accountId: '000000000000',
    apiId: 'bench',
    httpMethod: 'POST',
    identity: { sourceIp: '127.0.0.1', userAgent: null },
    path: `/layanan/${ultpk.id}/ajukan`,
    protocol: 'HTTP/1.1',
    requestId: 'bench',
    stage: 'live',
  },
  body: '',
  isBase64Encoded: false,
};

const bare = join(folder, 'bare.mjs');
const runner = join(folder, 'run.mjs');
writeFileSync(bare, "export const handler = async () => ({ statusCode: 303, body: '' });");
// What Lambda does: load the module, hand over the event, take the answer.
writeFileSync(
  runner,
  `const { handler } = await import(process.argv[2]);
const loaded = performance.timeOrigin + performance.now();
const { statusCode } = await handler(JSON.parse(process.argv[3]), {});
const answered = performance.timeOrigin + performance.now();
process.stdout.write('\\n' + JSON.stringify({ loaded, answered, statusCode }), () => process.exit(0));`,
);

const Told = z.object({ loaded: z.number(), answered: z.number(), statusCode: z.literal(303) });
const run = promisify(execFile);

interface Start {
  /** Milliseconds since the process was asked for. */
  readonly loaded: number;
  readonly answered: number;
}

async function start(module: string): Promise<Start> {
  const asked = performance.timeOrigin + performance.now();
  const { stdout } = await run(process.execPath, [runner, module, JSON.stringify(event)], {
    env: environment,
  });
  const { loaded, answered } = Told.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  return { loaded: loaded - asked, answered: answered - asked };
}

try {
  bundle('portal', join(folder, 'portal'));
  await settle();
  const portal = join(folder, 'portal', 'index.mjs');
  await start(portal);
  await start(bare);
  aws.taken();

  const measured: { portal: Start; bare: Start }[] = [];
  let calls: readonly string[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    const withUs = await start(portal);
    calls = aws.taken();
    if (!calls.includes('TransactWriteItems')) throw new Error('Nothing was written.');
    measured.push({ portal: withUs, bare: await start(bare) });
  }
  const middle = (of: (sample: (typeof measured)[number]) => number) => median(measured.map(of));
  const ratio = middle(({ portal, bare }) => portal.answered / bare.answered);
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  console.log(`${samples} starts each, alternating; medians`);
  console.log(`bare handler: answered after ${ms(middle(({ bare }) => bare.answered))}`);
  console.log(
    `portal: loaded after ${ms(middle(({ portal }) => portal.loaded))}, first write answered after ${ms(middle(({ portal }) => portal.answered))}`,
  );
  console.log(`calls to AWS until then: ${calls.join(', ')}`);
  console.log(`ratio ${ratio.toFixed(2)}x of a bare handler (bar: at most ${BAR}x)`);
} finally {
  aws.close();
  rmSync(folder, { recursive: true });
}
