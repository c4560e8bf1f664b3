// A tenant leaves, under the very policies that deploy: announced and confirmed by two central admins, exported, fetched by its
// own manager, destroyed; and then everybody who could read it before tries again.
import { execFileSync } from 'node:child_process';
import { createPublicKey, verify } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeNoteFetched } from '@layan/application/tenant/note-fetched';
import { makeOffboard } from '@layan/application/tenant/offboard';
import { machine } from '@layan/cli/machine';
import { main } from '@layan/cli/main';
import { adminApi } from '@layan/contract/admin-api';
import { staffApi } from '@layan/contract/staff-api';
import { TenantId } from '@layan/domain/kernel/ids';
import { toInstantText } from '@layan/domain/kernel/instant';
import { type Host, startHost } from '@layan/infra/local/boot/host';
import { seedContext } from '@layan/infra/local/boot/seed-context';
import { grantedIn } from '@layan/infra/local/permissions/permission-lines';
import { keepUsage } from '@layan/infra/local/permissions/usage-file';
import { type Caller, CallProblem, createCaller, exchange } from '@layan/infra/local/seed/call';
import { centralAdmin, foundingTenants, secondCentralAdmin } from '@layan/infra/local/seed/founding-tenants';
import { prepareCentralAdmin, provision } from '@layan/infra/local/seed/seed';
import { dynamoClient } from '@layan/storage/aws/dynamo-client';
import { jsonService } from '@layan/storage/aws/json-service';
import { type AwsSettings, awsSettings } from '@layan/storage/aws/settings';
import { tenantSession } from '@layan/storage/aws/tenant-session';
import { openControlPlane } from '@layan/storage/control-table';
import { profileKey } from '@layan/storage/keys';
import { kmsSigner } from '@layan/storage/signer';
import { systemClock } from '@layan/storage/surroundings';
import { openTable } from '@layan/storage/table/table';
import { openTenants } from '@layan/storage/tenant-ports';
import { memoryCertificates } from '@layan/testing/memory/memory-certificates';
import { memoryRemains } from '@layan/testing/memory/memory-remains';
import { memoryScans } from '@layan/testing/memory/memory-scans';
import { seededRandom } from '@layan/testing/seeded-random';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { castOf, roles } from '../access/cast.ts';
import { anOffice, openOffice } from '../access/office.ts';
import { servicesOf } from '../access/services.ts';
import { ownPlace } from '../own-host.ts';
import { aloneIn } from '../turns.ts';

// A host that starts has much to do; two at once would wait for each other.
aloneIn('a host of its own');

const own = TenantId.parse('kota-probolinggo');
const neighbour = TenantId.parse('kab-probolinggo');
const bucket = 'layan-local-documents-000000000000';
const seals = 'layan-local-seals-000000000000';
let host: Host;
let data: string;
let first: Caller;
let second: Caller;
let manager: Caller;

const roleOf = (name: string) => `arn:aws:iam::000000000000:role/layan-local-${name}`;
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
/** A function's session as one tenant, and what it reaches by it. */
const sessionOf = (fn: string, role: string, tenant: TenantId) => {
  const aws = asFunction(fn);
  const { credentials } = tenantSession(aws, { roleArn: roleOf(role), tenant, clock: systemClock });
  return {
    table: (of: TenantId) =>
      openTable(
        dynamoClient(aws, () => credentials()),
        `layan.local.${of}`,
      ),
    kms: jsonService(aws, 'kms', () => credentials()),
  };
};

const Signed = z.object({ certificate: z.unknown(), jws: z.string(), publicKey: z.string() });
const Blob = z.object({ CiphertextBlob: z.base64() });
const Plain = z.object({ Plaintext: z.base64() });
const contextOf = (tenant: TenantId) => ({ EncryptionContext: { tenant } });
const keyOf = (tenant: TenantId) => `alias/layan/local/${tenant}`;
const cipher = async (tenant: TenantId) =>
  (
    await sessionOf('provisioner', 'data-worker', tenant).kms(
      'GenerateDataKeyWithoutPlaintext',
      { KeyId: keyOf(tenant), KeySpec: 'AES_256', ...contextOf(tenant) },
      Blob,
    )
  ).CiphertextBlob;
const decipher = (tenant: TenantId, CiphertextBlob: string) =>
  sessionOf('staff-api', 'data-staff', tenant).kms(
    'Decrypt',
    { KeyId: keyOf(tenant), CiphertextBlob, ...contextOf(tenant) },
    Plain,
  );

const MINUTES = 60_000;
/** The provisioner, three minutes later: what waits for time to pass goes on. */
const threeMinutesLater = async () => {
  const nobody = async (): Promise<never> => {
    throw new Error('this is done by the host');
  };
  const clock = { now: () => toInstantText(Date.now() + 3 * MINUTES) };
  const aws = asFunction('provisioner');
  const control = { ...openControlPlane(aws, 'layan-local-control'), clock };
  const openTenant = openTenants({
    ...{ aws, clock: systemClock, tablePrefix: 'layan.local.', dataRoleArn: roleOf('data-worker') },
  });
  await makeOffboard({
    ...memoryCertificates(),
    ...{ ...control, openTenant, findRegions: () => undefined, remains: () => memoryRemains(clock) },
    stacks: { create: nobody, state: nobody, keyArns: nobody },
    mailer: { send: nobody },
    ...{ consoleOrigin: 'https://console.example', backupDays: 35 },
  })({ tenant: own });
  await makeNoteFetched({ ...control, openTenant })({ tenant: own });
};

/** Somebody with a card and scans, and somebody with a letter. */
async function work(): Promise<void> {
  const opened = openTenants({
    ...{ aws: asFunction('deadlines'), clock: systemClock, tablePrefix: 'layan.local.' },
    ...{ dataRoleArn: roleOf('data-worker'), documentsBucket: bucket, signer: kmsSigner },
  })(own);
  const profile = await opened.directory.findForChange();
  const [agency] = profile?.tenant.agencies ?? [];
  if (!profile || !agency) throw new Error(`${own} has no agency.`);
  const letters = { unitCode: '427.64', signing: 'ink' as const };
  await opened.directory.save({ ...profile.tenant, agencies: [{ ...agency, letters }] });
  const ports = {
    ...{ ...opened, clock: systemClock, random: seededRandom(own), scans: memoryScans(own) },
    table: { locks: new Map() },
  };
  const cast = castOf(agency.id, 100);
  const office = anOffice(ports, agency.id, servicesOf(agency.id, '-uji'), cast, 100);
  await openOffice(office, roles.map(cast));
  const { caseId } = await office.withCard();
  const snapshot = await office.snapshotOf(caseId);
  for (const kept of snapshot.attachments)
    if ('document' in kept)
      await host.front.services.s3.putObject(
        ...([bucket, `accepted/${own}/${caseId}/${kept.document}`, 'pindaian'] as const),
      );
  await office.letter('frozen');
  await host.front.services.s3.putObject(seals, `seals/${own}/000009999.json`, '{}');
}

const params = { tenantId: own };
const seen = () => first(adminApi.getTenant, { params });
const inState = async (state: string): Promise<void> => {
  await expect
    .poll(
      async () => {
        const { state: now, failure } = (await seen()).offboarding ?? {};
        if (failure !== undefined) throw new Error(`It failed: ${failure}`);
        return now;
      },
      { timeout: 120_000, interval: 1_000 },
    )
    .toBe(state);
};
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: unknown) => (error instanceof CallProblem ? error.problem.code : String(error)),
  );

beforeAll(async () => {
  const place = await ownPlace('leaving');
  data = place.data;
  host = await startHost({ ...place, console: null });
  const context = seedContext(host, () => undefined);
  prepareCentralAdmin(context);
  const { web } = host.ports;
  first = createCaller(web, await context.signInAs('admin', centralAdmin.email));
  second = createCaller(web, await context.signInAs('admin', secondCentralAdmin.email));
  const [{ tenant }] = foundingTenants;
  await provision(first, { ...tenant, agencies: [...tenant.agencies] });
  await provision(first, {
    ...tenant,
    agencies: [...tenant.agencies],
    id: neighbour,
    name: 'Kabupaten Probolinggo',
    region: '35.13',
    firstManager: { ...tenant.firstManager, email: 'manajer@kab-probolinggo.example' },
  });
  const { email, name } = tenant.firstManager;
  host.demo.add({ poolId: host.pool('-staff').id, email, name, description: 'uji' });
  manager = createCaller(web, await context.signInAs('staff', email));
  await work();
  // An act of administration, for its chain.
  await manager(staffApi.openPractice);
  for (const slug of [own, neighbour])
    await host.front.services.s3.putObject(bucket, `accepted/${slug}/perkara/berkas`, `berkas ${slug}`);
});
afterAll(async () => {
  await host.stop();
  keepUsage(data, { granted: grantedIn(host.cloud), used: [...host.front.used] });
  await rm(data, { recursive: true, force: true });
});

describe('a tenant that leaves', () => {
  let copied = '';
  let neighbours = '';
  const links: string[] = [];
  const kept: string[] = [];

  it('is announced, confirmed by a second admin, closed, and exported with all it has', async () => {
    [copied, neighbours] = await Promise.all([cipher(own), cipher(neighbour)]);
    await decipher(own, copied);
    // The day of the tenant, which is seven hours ahead.
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const soon = { revision: (await seen()).revision, on: today };
    expect(await codeOf(first(adminApi.announceOffboarding, { params, body: soon }))).toBe(
      'offboarding-too-soon',
    );
    const consent = 'Surat persetujuan wali kota nomor 1 (uji)';
    const addresses = ['arsip@probolinggo.example'];
    const body = { ...soon, consent, addresses };
    const { revision } = await first(adminApi.announceOffboarding, { params, body });
    expect(await codeOf(first(adminApi.confirmOffboarding, { params, body: { revision } }))).toBe(
      'offboarding-own',
    );
    await second(adminApi.confirmOffboarding, { params, body: { revision } });
    expect(await codeOf(second(adminApi.destroyTenant, { params, body: { revision: revision + 1 } }))).toBe(
      'offboarding-not-possible',
    );
    await first(adminApi.closeTenant, { params, body: { revision: (await seen()).revision } });
    await expect.poll(async () => (await seen()).offboarding?.step, { timeout: 60_000 }).toBe('settle');
    await threeMinutesLater();
    await inState('exported');
  });

  it('is fetched by its own manager and by nobody else, whole, and as it was written', async () => {
    expect(await codeOf(first(staffApi.listExport))).not.toBe('done');
    const { revision } = await seen();
    expect(await codeOf(first(adminApi.destroyTenant, { params, body: { revision } }))).toBe(
      'offboarding-not-fetched',
    );
    const folder = join(data, 'ekspor');
    await mkdir(folder);
    const { files } = await manager(staffApi.listExport);
    for (const { name } of files) {
      const { url } = await manager(staffApi.fetchExport, { params: { name } });
      links.push(url);
      await writeFile(join(folder, name), new Uint8Array(await (await fetch(url)).arrayBuffer()));
    }
    const said: string[] = [];
    const hear = (text: string) => void said.push(text);
    const verifying = main(['export', 'verify', '--folder', folder], { ...machine(), out: hear, err: hear });
    expect(await verifying, said.join('')).toBe(0);
    const rows = files.find((one) => one.name.startsWith('data-00001-'))?.name ?? '';
    const lines = await readFile(join(folder, rows), 'utf8');
    expect(lines).toContain('"pk":"TENANT","sk":"PROFILE"');
    expect(lines).toContain('"pk":"AUDIT#');
    // What was sealed is in clear: the invented people by their names.
    expect(lines).toMatch(/"opened":[^}]*Warga Uji/);
    expect(lines.split('\n').filter((line) => line.includes('"sealed":"'))).toEqual([]);
    for (const { name } of files.filter((one) => one.name.endsWith('.tar')))
      kept.push(...execFileSync('tar', ['-tf', name], { cwd: folder }).toString().trim().split('\n'));
    expect(kept).toEqual(expect.arrayContaining([expect.stringMatching(/^accepted\/[0-9a-z]{26}\//)]));
    expect(kept).toEqual(
      expect.arrayContaining([expect.stringMatching(/^letters\/[0-9a-z]{26}\/[0-9a-f]{64}\.pdf$/)]),
    );
    expect(kept).toContain('seals/000009999.json');
    await threeMinutesLater();
    expect((await seen()).offboarding?.fetched).toBeDefined();
  });

  it('takes no copy with it when a neighbour is called off: what that one had exported is destroyed', async () => {
    const exportOf = (slug: TenantId) =>
      host.front.services.s3.readText(bucket, `exports/${slug}/BACA-DAHULU.txt`);
    await host.front.services.s3.putObject(bucket, `exports/${neighbour}/BACA-DAHULU.txt`, 'semua data');
    expect([await exportOf(own), await exportOf(neighbour)]).not.toContain(undefined);
    const there = { tenantId: neighbour };
    const { revision: before } = await first(adminApi.getTenant, { params: there });
    const on = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const body = { revision: before, on, consent: 'Surat persetujuan bupati nomor 2 (uji)', addresses: [] };
    await first(adminApi.announceOffboarding, { params: there, body });
    await second(adminApi.confirmOffboarding, { params: there, body: { revision: before + 1 } });
    await first(adminApi.closeTenant, { params: there, body: { revision: before + 2 } });
    const cancel = async () => {
      const { revision } = await first(adminApi.getTenant, { params: there });
      return codeOf(first(adminApi.cancelOffboarding, { params: there, body: { revision } }));
    };
    // Its steps go on meanwhile, each a revision.
    await expect.poll(cancel, { timeout: 30_000 }).toBe('done');
    await expect.poll(() => exportOf(neighbour), { timeout: 30_000 }).toBeUndefined();
    expect(await exportOf(own)).toBeDefined();
    expect((await first(adminApi.getTenant, { params: there })).state).toBe('active');
  });

  it('is only read by then: nothing is changed any more', async () => {
    // The staff API may remember for a minute that it was open; this function meets it for the first time.
    const visit = (method: string) =>
      exchange({
        ...{ port: host.ports.web, host: `${own}.localhost:${host.ports.web}`, method },
        path: '/layanan/ultpk-uji/ajukan',
      });
    expect((await visit('POST')).text).toContain('sudah berakhir');
    expect((await visit('GET')).status).toBeLessThan(400);
  });

  it('is destroyed at the word of two, and a certificate says what was, by whom, and until when', async () => {
    const ask = async (who: Caller) =>
      who(adminApi.destroyTenant, { params, body: { revision: (await seen()).revision } });
    expect((await ask(first)).offboarding).toMatchObject({ state: 'exported' });
    expect((await ask(first)).offboarding).toMatchObject({ state: 'exported' });
    await ask(second);
    await inState('destroyed');
    const { certificate } = (await seen()).offboarding ?? {};
    expect(certificate).toMatchObject({ tenant: own, keys: { length: 2 } });
    expect(certificate?.objects).toBeGreaterThan(2);
    // Of all who stand in its table only the manager was ever given an account.
    expect(certificate?.accounts).toBe(1);
    for (const { deletedOn } of certificate?.keys ?? [])
      expect(Date.parse(deletedOn)).toBeGreaterThan(Date.now() + 6.9 * 86_400_000);
    const { acts, intact } = await second(adminApi.listAdminActs);
    expect(intact).toBe(true);
    expect(
      acts.find(({ act, detail }) => act === 'offboarding-step' && detail === certificate?.hash),
    ).toBeDefined();
    const papers = await first(adminApi.getCertificate, { params });
    expect(Buffer.from(papers.pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    const { jws, publicKey, certificate: signed } = Signed.parse(JSON.parse(papers.data));
    const [head = '', payload = '', signature = ''] = jws.split('.');
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    const given = { key, dsaEncoding: 'ieee-p1363' as const };
    const text = Buffer.from(`${head}.${payload}`);
    expect(verify('sha256', text, given, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual(signed);
    expect(signed).toEqual(certificate);
    const mails = await exchange({
      ...{ port: host.ports.web, host: `mail.localhost:${host.ports.web}` },
      ...{ method: 'GET', path: '/mails.json' },
    });
    expect(mails.text).toContain('arsip@probolinggo.example');
  });

  it('cannot be read afterwards, by any role: no row, no object, no copied ciphertext, no page, no account', async () => {
    const everybody = [
      ['staff-api', 'data-staff'],
      ['provisioner', 'data-worker'],
      ['deadlines', 'data-worker'],
      ['portal', 'data-citizen'],
      ['documents', 'data-scans'],
      ['renderer', 'data-renderer'],
      ['notifier', 'data-notifier'],
      ['provisioner', 'leaving'],
    ] as const;
    for (const [fn, role] of everybody) {
      const session = sessionOf(fn, role, own);
      await expect(session.table(own).get(profileKey), role).rejects.toThrow();
      const input = { CiphertextBlob: copied, KeyId: keyOf(own), ...contextOf(own) };
      await expect(session.kms('Decrypt', input, Plain), role).rejects.toThrow();
    }
    await expect(decipher(own, copied)).rejects.toThrow('KMSInvalidStateException');
    const gone = kept.filter((one) => !one.startsWith('seals/')).map((one) => one.replace('/', `/${own}/`));
    for (const name of [...gone, `accepted/${own}/perkara/berkas`])
      expect(await host.front.services.s3.readText(bucket, name), name).toBeUndefined();
    // What was exported lies there until its key is gone, and opens no more, not even by a link that is still good.
    for (const link of links) expect((await fetch(link)).status).toBeGreaterThanOrEqual(400);
    expect(await codeOf(manager(staffApi.listExport))).not.toBe('done');
    const page = await exchange({
      port: host.ports.web,
      host: `${own}.localhost:${host.ports.web}`,
      method: 'GET',
      path: '/',
    });
    expect(page.status).toBeGreaterThanOrEqual(400);
    const staffPool = host.pool('-staff');
    const users = host.front.services.cognito.users(staffPool.id);
    expect(
      users.filter(({ groups }) => groups.includes(`tenant:${own}`)).map(({ enabled }) => enabled),
    ).toEqual([false]);
  });

  it('leaves its neighbour of the same name as it was', async () => {
    expect(
      await sessionOf('staff-api', 'data-staff', neighbour).table(neighbour).get(profileKey),
    ).toBeDefined();
    await decipher(neighbour, neighbours);
    expect(await host.front.services.s3.readText(bucket, `accepted/${neighbour}/perkara/berkas`)).toBe(
      `berkas ${neighbour}`,
    );
  });
});

describe('the role that takes a tenant away', () => {
  it('takes away no other, and nobody but the provisioner gets it', async () => {
    const leaving = sessionOf('provisioner', 'leaving', own);
    await expect(leaving.table(neighbour).get(profileKey)).rejects.toThrow();
    const schedule = { KeyId: keyOf(neighbour), PendingWindowInDays: 7 };
    await expect(leaving.kms('ScheduleKeyDeletion', schedule, z.object({}))).rejects.toThrow('AccessDenied');
    await expect(
      sessionOf('staff-api', 'leaving', neighbour).table(neighbour).get(profileKey),
    ).rejects.toThrow('was not given');
  });
});
