import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TenantId } from '@layan/domain/kernel/ids';
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
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../layan.ts';

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
  data = await mkdtemp(join(tmpdir(), 'layan-isolation-'));
  host = await startHost({ port: await freePort(), data, console: null });
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
