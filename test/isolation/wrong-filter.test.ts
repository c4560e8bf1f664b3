import { rm } from 'node:fs/promises';
import { makeStartFiling } from '@layan/application/filing/start-filing';
import { staffApi } from '@layan/contract/staff-api';
import { CaseId, TenantId } from '@layan/domain/kernel/ids';
import { AUDIENCES } from '@layan/infra/constructs/names';
import { type Host, startHost } from '@layan/infra/local/boot/host';
import { seedContext } from '@layan/infra/local/boot/seed-context';
import { grantedIn } from '@layan/infra/local/permissions/permission-lines';
import { keepUsage } from '@layan/infra/local/permissions/usage-file';
import { createCaller } from '@layan/infra/local/seed/call';
import { centralAdmin, foundingTenants } from '@layan/infra/local/seed/founding-tenants';
import { prepareCentralAdmin, provision } from '@layan/infra/local/seed/seed';
import { dynamoClient } from '@layan/storage/aws/dynamo-client';
import { type AwsSettings, awsSettings } from '@layan/storage/aws/settings';
import { tenantSession } from '@layan/storage/aws/tenant-session';
import { profileKey } from '@layan/storage/keys';
import { systemClock } from '@layan/storage/surroundings';
import { openTable } from '@layan/storage/table/table';
import { caseIdOf, documentIdOf } from '@layan/testing/builders/ids';
import { memoryScans } from '@layan/testing/memory/memory-scans';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOffice } from '../access/office.ts';
import { ownPlace } from '../own-host.ts';
import { aloneIn } from '../turns.ts';
import { hostPorts } from './host-ports.ts';
import { askEverything, isSearch } from './object-access.ts';

// A host that starts has much to do; two at once would wait for each other.
aloneIn('a host of its own');

const own = TenantId.parse('kota-probolinggo');
const neighbour = TenantId.parse('kab-probolinggo');
let host: Host;
let data: string;

/** What a function gets from Lambda: its own credentials and nothing more. */
const asFunction = (name: string): AwsSettings => {
  const { accessKeyId, secretAccessKey, sessionToken } = host.front.credentialsFor(roleOf(name));
  return awsSettings({
    AWS_REGION: 'ap-southeast-3',
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
    AWS_ENDPOINT_URL: host.addresses.aws,
  });
};
const dataRoles = AUDIENCES.map((audience) => `data-${audience}`);
const roleOf = (name: string) => `arn:aws:iam::000000000000:role/layan-local-${name}`;

const tableOf = (aws: AwsSettings, role: string, session: TenantId, table: TenantId) => {
  const { credentials } = tenantSession(aws, { roleArn: roleOf(role), tenant: session, clock: systemClock });
  return openTable(
    dynamoClient(aws, () => credentials()),
    `layan.local.${table}`,
  );
};

/** The worst neighbour: the same name on another level, in the same province. */
const twinOf = (tenant: (typeof foundingTenants)[number]['tenant']) => ({
  ...tenant,
  agencies: [...tenant.agencies],
  id: neighbour,
  name: 'Kabupaten Probolinggo',
  region: '35.13',
  firstManager: { ...tenant.firstManager, email: 'manajer@kab-probolinggo.example' },
});

beforeAll(async () => {
  const place = await ownPlace('isolation');
  data = place.data;
  host = await startHost({ ...place, console: null });
  const context = seedContext(host, () => undefined);
  prepareCentralAdmin(context);
  const admin = createCaller(host.ports.web, await context.signInAs('admin', centralAdmin.email));
  const [founding] = foundingTenants;
  const { tenant } = founding;
  await provision(admin, { ...tenant, agencies: [...tenant.agencies] });
  // The worst neighbour: the same name on another level, in the same province.
  await provision(admin, twinOf(tenant));
});
afterAll(async () => {
  await host.stop();
  keepUsage(data, { granted: grantedIn(host.cloud), used: [...host.front.used] });
  await rm(data, { recursive: true, force: true });
});

describe.each([
  ['portal', 'data-citizen'],
  ['staff-api', 'data-staff'],
  ['documents', 'data-scans'],
  ['projections', 'data-worker'],
  ['deadlines', 'data-worker'],
  ['renderer', 'data-renderer'],
  ['notifier', 'data-notifier'],
])('%s', (name, role) => {
  it('reads the tenant it was asked for', async () => {
    expect(await tableOf(asFunction(name), role, own, own).get(profileKey)).toMatchObject(profileKey);
  });

  it('meets AccessDenied when it asks for the neighbour’s table, and is told which statement is missing', async () => {
    const wrong = tableOf(asFunction(name), role, own, neighbour);
    const denied = {
      name: 'AccessDeniedException',
      message: expect.stringContaining('layan.local.kab-probolinggo'),
    };
    await expect(wrong.get(profileKey)).rejects.toMatchObject(denied);
    await expect(wrong.query({ partition: 'STAFF' })).rejects.toMatchObject(denied);
    await expect(wrong.transact([{ write: { put: { ...profileKey, body: '{}' } } }])).rejects.toMatchObject(
      denied,
    );
  });

  it('holds no right to any table of its own, without a session', async () => {
    const aws = asFunction(name);
    const bare = openTable(
      dynamoClient(aws, async () => aws.credentials),
      `layan.local.${own}`,
    );
    await expect(bare.get(profileKey)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  it('cannot take the role of another audience', async () => {
    for (const other of dataRoles.filter((each) => each !== role)) {
      await expect(tableOf(asFunction(name), other, own, own).get(profileKey)).rejects.toThrow(
        /AccessDenied/,
      );
    }
  });
});

describe('the admin API', () => {
  it('cannot take any role that reads a tenant’s data', async () => {
    for (const role of dataRoles) {
      await expect(tableOf(asFunction('admin-api'), role, own, own).get(profileKey)).rejects.toThrow(
        /AccessDenied/,
      );
    }
  });
});

describe('an account of the neighbour', () => {
  it('is not taken over by who invites its address', async () => {
    const [{ tenant }] = foundingTenants;
    const { email, name } = tenant.firstManager;
    host.demo.add({ poolId: host.pool('-staff').id, email, name, description: 'uji' });
    const token = await seedContext(host, () => undefined).signInAs('staff', email);
    const body = { email: twinOf(tenant).firstManager.email, name: 'Petugas Uji', areas: [] };
    const invited = createCaller(host.ports.web, token)(staffApi.inviteMember, {
      body: { ...body, roles: ['serviceManager'] },
    });
    await expect(invited).rejects.toMatchObject({ problem: { code: 'address-not-usable' } });
  });
});

describe('what lies beside a case', () => {
  const bytes = new TextEncoder().encode('%PDF-1.7 surat');
  const scan = { caseId: caseIdOf(1), documentId: documentIdOf(1) };
  const of = (tenant: TenantId) => ({
    check: hostPorts(host, { fn: 'documents', audience: 'scans', tenant }),
    staff: hostPorts(host, { fn: 'staff-api', audience: 'staff', tenant }),
    sweep: hostPorts(host, { fn: 'deadlines', audience: 'worker', tenant }),
  });
  const statusOf = async ({ staff }: ReturnType<typeof of>) =>
    (await fetch(await staff.scans.viewLink({ ...scan, contentType: 'image/png', fileName: 'ktp.png' })))
      .status;

  it('is destroyed with it for everybody, and stays where the neighbour has the same', async () => {
    const [mine, theirs] = [of(own), of(neighbour)];
    for (const { check, sweep } of [mine, theirs]) {
      await check.scans.accept({ ...scan, bytes, contentType: 'image/png' });
      // What comes for the same place once more is not kept, and the check tells of what is.
      const late = { ...scan, bytes: Buffer.from('lain'), contentType: 'image/png' };
      expect(Buffer.from(await check.scans.accept(late))).toEqual(Buffer.from(bytes));
      await sweep.letters.keep({ caseId: scan.caseId, bytes });
    }
    const { sha256 } = await mine.sweep.letters.keep({ caseId: scan.caseId, bytes });
    expect([await statusOf(mine), await statusOf(theirs)]).toEqual([200, 200]);
    await mine.sweep.caseFiles.removeScan(scan.caseId, scan.documentId);
    await mine.sweep.caseFiles.removeLetter(scan.caseId, sha256);
    expect([await statusOf(mine), await statusOf(theirs)]).toEqual([403, 200]);
    expect(await mine.sweep.letters.read(scan.caseId, sha256)).toBeUndefined();
    expect(Buffer.from((await theirs.sweep.letters.read(scan.caseId, sha256)) ?? '')).toEqual(
      Buffer.from(bytes),
    );
  });

  it('is sealed in a file that is written once, and read back by its tenant alone', async () => {
    const [mine, theirs] = [of(own), of(neighbour)];
    const number = 999_999_999;
    expect(await mine.sweep.sealFiles.keep(number, '{"uji":1}')).toBe('kept');
    expect(await mine.sweep.sealFiles.keep(number, '{"uji":2}')).toBe('there-already');
    expect([await mine.sweep.sealFiles.read(number), await mine.staff.sealFiles.read(number)]).toEqual([
      '{"uji":1}',
      '{"uji":1}',
    ]);
    expect(await theirs.sweep.sealFiles.read(number)).toBeUndefined();
  });
});

describe('every operation for staff, by HTTP', () => {
  let asked: Awaited<ReturnType<typeof askEverything>>;
  beforeAll(async () => {
    const began = performance.now();
    asked = await askEverything(host, own, neighbour);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const objects = asked.found.filter(({ others }) => others !== undefined);
    const done = asked.found.filter((one) => one.own.status < 300);
    console.log(
      `R2: ${asked.found.length} operations by HTTP, ${objects.length} of them about what is somebody’s; ${done.length} done to one’s own; ${seconds} s.`,
    );
  }, 600_000);

  it('answers what is the neighbour’s and what nobody has with the same bytes, headers too', () => {
    const told = asked.found.flatMap(({ name, others }) =>
      others && others.foreign.bytes !== others.unknown.bytes ? [[name, others]] : [],
    );
    expect(told).toEqual([]);
  });

  it('does nothing to either, and answers otherwise for what is one’s own', () => {
    const objects = asked.found.flatMap(({ name, own: mine, others }) =>
      others ? [{ name, mine, ...others }] : [],
    );
    expect(objects.length).toBeGreaterThan(60);
    const alike = objects.filter(({ mine, unknown }) => mine.bytes === unknown.bytes);
    expect(alike.map(({ name, mine }) => [name, mine.status, mine.code])).toEqual([]);
    expect(objects.filter(({ name, foreign }) => foreign.status < 400 && !isSearch(name))).toEqual([]);
  });

  it('breaks nowhere, and knows who asks', () => {
    const answers = asked.found.flatMap(({ name, own: mine, others }) =>
      [mine, ...(others ? [others.foreign, others.unknown] : [])].map(({ status, code }) => ({
        name,
        status,
        code,
      })),
    );
    expect(
      answers.filter(({ status, code }) => status >= 500 || status === 401 || code === 'role-missing'),
    ).toEqual([]);
  });

  it('reaches for nothing of the neighbour’s on the way', () => {
    expect(asked.reached).toEqual([]);
  });

  it('lets citizens file there, in earnest and for practice, each apart', async () => {
    const { agency, services, cast } = asked.office;
    const ports = {
      ...hostPorts(host, { fn: 'portal', audience: 'citizen', tenant: own }),
      ...{ scans: memoryScans(own), table: { locks: new Map() } },
    };
    const { caseId } = await anOffice(ports, agency, services, cast, 500).proposal();
    expect(await ports.cases.find(caseId)).toBeDefined();
    const practice = { ...ports, ...(await ports.openPractice(1)) };
    const { session } = valueIn(await makeStartFiling(practice)({ service: services.claims.id }));
    const begun = CaseId.parse(session.split('.')[0]);
    expect(await practice.filings.find(begun)).toBeDefined();
    expect([await ports.filings.find(begun), await practice.cases.find(caseId)]).toEqual([
      undefined,
      undefined,
    ]);
    expect(await ports.requests.findByTicket('0000-0000-0')).toBeUndefined();
  });
});
