// A tenant leaves, under the very policies that deploy: announced and confirmed by two central admins, exported, destroyed;
// and then everybody who could read it before tries again.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adminApi } from '@layan/contract/admin-api';
import { TenantId } from '@layan/domain/kernel/ids';
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
import { profileKey } from '@layan/storage/keys';
import { systemClock } from '@layan/storage/surroundings';
import { openTable } from '@layan/storage/table/table';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { freePort } from '../layan.ts';

const own = TenantId.parse('kota-probolinggo');
const neighbour = TenantId.parse('kab-probolinggo');
const bucket = 'layan-local-documents-000000000000';
let host: Host;
let data: string;
let first: Caller;
let second: Caller;

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

const params = { tenantId: own };
const seen = () => first(adminApi.getTenant, { params });
const inState = async (state: string): Promise<void> => {
  await expect
    .poll(async () => (await seen()).offboarding?.state, { timeout: 180_000, interval: 1_000 })
    .toBe(state);
};
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: unknown) => (error instanceof CallProblem ? error.problem.code : String(error)),
  );

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'layan-leaving-'));
  host = await startHost({ port: await freePort(), data, console: null });
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

  it('is announced, confirmed by a second admin, closed and exported', async () => {
    [copied, neighbours] = await Promise.all([cipher(own), cipher(neighbour)]);
    await decipher(own, copied);
    // The day of the tenant, which is seven hours ahead.
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const soon = { revision: (await seen()).revision, on: today };
    expect(await codeOf(first(adminApi.announceOffboarding, { params, body: soon }))).toBe(
      'offboarding-too-soon',
    );
    const consent = 'Surat persetujuan wali kota nomor 1 (uji)';
    const { revision } = await first(adminApi.announceOffboarding, { params, body: { ...soon, consent } });
    expect(await codeOf(first(adminApi.confirmOffboarding, { params, body: { revision } }))).toBe(
      'offboarding-own',
    );
    await second(adminApi.confirmOffboarding, { params, body: { revision } });
    expect(await codeOf(second(adminApi.destroyTenant, { params, body: { revision: revision + 1 } }))).toBe(
      'offboarding-not-possible',
    );
    await first(adminApi.closeTenant, { params, body: { revision: (await seen()).revision } });
    await inState('exported');
    const { offboarding } = await seen();
    expect(offboarding).toMatchObject({ sealed: 0 });
    expect(offboarding?.files.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['data-00001.jsonl', 'objects.jsonl', 'SHA256SUMS']),
    );
    const lines = await host.front.services.s3.readText(bucket, `exports/${own}/data-00001.jsonl`);
    expect(lines).toContain('"pk":"TENANT","sk":"PROFILE"');
    expect(await host.front.services.s3.readText(bucket, `exports/${own}/objects.jsonl`)).toContain(
      `accepted/${own}/perkara/berkas`,
    );
  });

  it('is destroyed, and a certificate says what was, by whom, and until when the keys can be kept', async () => {
    await second(adminApi.destroyTenant, { params, body: { revision: (await seen()).revision } });
    await inState('destroyed');
    const { certificate } = (await seen()).offboarding ?? {};
    expect(certificate).toMatchObject({ tenant: own, objects: 1, accounts: 1, keys: { length: 2 } });
    for (const { deletedOn } of certificate?.keys ?? [])
      expect(Date.parse(deletedOn)).toBeGreaterThan(Date.now() + 6.9 * 86_400_000);
    const { acts, intact } = await second(adminApi.listAdminActs);
    expect(intact).toBe(true);
    expect(
      acts.find(({ act, detail }) => act === 'offboarding-step' && detail === certificate?.hash),
    ).toBeDefined();
  });

  it('cannot be read afterwards: no table, no object, no copied ciphertext, no page, no account', async () => {
    for (const [fn, role] of [
      ['staff-api', 'data-staff'],
      ['provisioner', 'data-worker'],
    ] as const)
      await expect(sessionOf(fn, role, own).table(own).get(profileKey)).rejects.toThrow();
    await expect(decipher(own, copied)).rejects.toThrow('KMSInvalidStateException');
    expect(await host.front.services.s3.readText(bucket, `accepted/${own}/perkara/berkas`)).toBeUndefined();
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
