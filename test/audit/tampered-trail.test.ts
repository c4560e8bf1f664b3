// The whole way: changes go through the stream to the heads, a worker seals them into the locked bucket, an operator checks
// them with the command; then somebody with the rights of the table changes one event, and it is found.
import { rm } from 'node:fs/promises';
import { makeSealChanges } from '@layan/application/audit/seal-changes';
import { sha256 } from '@layan/application/kernel/sha256';
import { call } from '@layan/cli/fixtures/call';
import { openTrail } from '@layan/cli/input/open-trail';
import { canonicalJson } from '@layan/domain/kernel/canonical-json';
import { TenantId } from '@layan/domain/kernel/ids';
import { toInstantText } from '@layan/domain/kernel/instant';
import { type Host, startHost } from '@layan/infra/local/boot/host';
import { seedContext } from '@layan/infra/local/boot/seed-context';
import { grantedIn } from '@layan/infra/local/permissions/permission-lines';
import { keepUsage } from '@layan/infra/local/permissions/usage-file';
import { createCaller } from '@layan/infra/local/seed/call';
import { centralAdmin, foundingTenants } from '@layan/infra/local/seed/founding-tenants';
import { prepareCentralAdmin, provision } from '@layan/infra/local/seed/seed';
import { dynamoClient } from '@layan/storage/aws/dynamo-client';
import { awsSettings } from '@layan/storage/aws/settings';
import { tenantSession } from '@layan/storage/aws/tenant-session';
import { eventKey } from '@layan/storage/keys';
import { kmsSigner } from '@layan/storage/signer';
import { systemClock } from '@layan/storage/surroundings';
import { openTable } from '@layan/storage/table/table';
import { openTenants } from '@layan/storage/tenant-ports';
import { aFiledCase } from '@layan/testing/builders/a-case';
import { caseIdOf } from '@layan/testing/builders/ids';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownPlace } from '../own-host.ts';
import { aloneIn } from '../turns.ts';

// A host that starts has much to do; two at once would wait for each other.
aloneIn('a host of its own');

const tenant = TenantId.parse('kota-probolinggo');
let host: Host;
let data: string;

const settingsOf = (name: string) => {
  const { accessKeyId, secretAccessKey, sessionToken } = host.front.credentialsFor(
    `arn:aws:iam::000000000000:role/layan-local-${name}`,
  );
  return awsSettings({
    AWS_REGION: 'ap-southeast-3',
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
    AWS_ENDPOINT_URL: host.addresses.aws,
  });
};

const openAs = (name: string, audience: string, hours = 0) => {
  const clock = { now: () => toInstantText(Date.now() + hours * 3_600_000) };
  const open = openTenants({
    aws: settingsOf(name),
    clock: hours === 0 ? systemClock : clock,
    tablePrefix: 'layan.local.',
    dataRoleArn: `arn:aws:iam::000000000000:role/layan-local-data-${audience}`,
    sealsBucket: 'layan-local-seals-000000000000',
    signer: kmsSigner,
  });
  return { ...open(tenant), clock };
};

/** The table itself, past everything that keeps its rows in order. */
const tableAs = (name: string, audience: string) => {
  const aws = settingsOf(name);
  const roleArn = `arn:aws:iam::000000000000:role/layan-local-data-${audience}`;
  const session = tenantSession(aws, { roleArn, tenant, clock: systemClock });
  return openTable(
    dynamoClient(aws, () => session.credentials()),
    `layan.local.${tenant}`,
  );
};

/** A filed case whose events carry their true hashes. */
const aTrueCase = (n: number) => {
  const filed = aFiledCase(n);
  const [event] = filed.events;
  if (!event || filed.events.length !== 1) throw new Error('one event is expected');
  const { hash: _, ...unhashed } = event;
  const hash = sha256(canonicalJson(unhashed));
  const snapshot = { ...filed.after.snapshot, lastHash: hash };
  return { ...filed, events: [{ ...unhashed, hash }], after: { ...filed.after, snapshot } };
};

const verify = () =>
  call(
    ['audit', 'verify', '--tenant', tenant, '--endpoint', host.addresses.aws, '--json'],
    undefined,
    openTrail,
  );

beforeAll(async () => {
  const place = await ownPlace('audit');
  data = place.data;
  host = await startHost({ ...place, console: null });
  const context = seedContext(host, () => undefined);
  prepareCentralAdmin(context);
  const admin = createCaller(host.ports.web, await context.signInAs('admin', centralAdmin.email));
  const [founding] = foundingTenants;
  await provision(admin, { ...founding.tenant, agencies: [...founding.tenant.agencies] });
});
afterAll(async () => {
  await host?.stop();
  keepUsage(data, { granted: grantedIn(host.cloud), used: [...host.front.used] });
  await rm(data, { recursive: true, force: true });
});

it('is sealed as things happen, found in order, and found out when somebody changes it', async () => {
  const staff = openAs('staff-api', 'staff');
  // The host seals by the hour as well. Its hour is used up first, so that it takes nothing away meanwhile.
  await makeSealChanges(openAs('deadlines', 'worker'))();
  expect(await openAs('deadlines', 'worker').seals.newest({ limit: 9 })).toHaveLength(1);
  for (const n of [1, 2, 3]) expect((await staff.cases.commit(aTrueCase(n))).ok).toBe(true);
  await host.idle();
  const worker = openAs('deadlines', 'worker', 2);
  expect((await worker.seals.heads(9)).map(({ caseId }) => caseId)).toEqual([1, 2, 3].map(caseIdOf));
  expect((await makeSealChanges(worker)()).cases).toBe(3);

  const clean = await verify();
  expect([clean.exit, clean.err]).toEqual([0, expect.stringContaining(tenant)]);
  expect(JSON.parse(clean.out)).toMatchObject({ clean: true, cases: 3 });

  // What was written stays, for the worker as for everybody.
  const { number = 0 } = (await worker.seals.newest({ limit: 1 }))[0] ?? {};
  expect(await worker.sealFiles.keep(number, '{}')).toBe('there-already');
  await expect(staff.sealFiles.keep(number + 1, '{}')).rejects.toThrow('403');

  const [event] = aTrueCase(2).events;
  if (!event) throw new Error('no event');
  const changed = JSON.stringify({ ...event, at: '2020-01-01T00:00:00.000Z' });
  const put = { ...eventKey(caseIdOf(2), 1), body: changed };
  expect((await tableAs('staff-api', 'staff').transact([{ write: { put } }])).ok).toBe(true);
  const found = await verify();
  expect(found.exit).toBe(1);
  expect(JSON.parse(found.out)).toMatchObject({
    faultCount: 1,
    faults: [{ where: 'case', caseId: caseIdOf(2), at: 1, why: 'content' }],
  });
});
