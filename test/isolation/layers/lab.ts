// Two governments of one name on the front that decides every call by the templates, with the product's own code before it;
// and a way to take down any wall between them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AgencyId, TenantId } from '@layan/domain/kernel/ids';
import { cloudOf, tenantKeysOf } from '@layan/infra/cloud-of';
import type { Audience, FunctionName } from '@layan/infra/constructs/names';
import { createFront } from '@layan/infra/local/aws/front';
import { ACCOUNT } from '@layan/infra/local/cloud';
import { openStore } from '@layan/infra/local/store';
import { LOCAL, synthesize } from '@layan/infra/synthesized';
import { findRegions } from '@layan/standards/regions/regions';
import { awsSettings } from '@layan/storage/aws/settings';
import { scanObjects } from '@layan/storage/scans/scan-objects';
import { kmsSigner } from '@layan/storage/signer';
import { systemClock as clock } from '@layan/storage/surroundings';
import { tenantKeys } from '@layan/storage/tenant-keys';
import { openTenants } from '@layan/storage/tenant-ports';
import { aTenant } from '@layan/testing/builders/a-tenant';
import { aPng } from '@layan/testing/builders/scans';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { memoryScans } from '@layan/testing/memory/memory-scans';
import { publishedVersion } from '@layan/testing/scenes/ultpk-scene';
import { seededRandom } from '@layan/testing/seeded-random';
import { castOf } from '../../access/cast.ts';
import { anOffice } from '../../access/office.ts';
import { servicesOf } from '../../access/services.ts';
import { agencyOf, REGION } from '../../access/world.ts';

export const OWN = TenantId.parse('kota-probolinggo');
export const NEIGHBOUR = TenantId.parse('kab-probolinggo');

const stage = synthesize(LOCAL);
export const { names } = stage;

export async function openLab() {
  const dynamo = await startLocalDynamo();
  const dir = mkdtempSync(join(tmpdir(), 'layan-layers-'));
  const cloud = cloudOf(stage);
  const front = createFront({
    cloud,
    store: openStore(dir),
    dynamodbPort: Number(new URL(dynamo.endpoint).port),
    formation: () => {
      throw new Error('There is no formation engine here.');
    },
    publish: () => undefined,
    onTableWrite: () => undefined,
  });
  await front.listen(0);

  /** What Lambda gives a function: its own credentials. */
  const settingsOf = (name: FunctionName) => {
    const { accessKeyId, secretAccessKey, sessionToken } = front.credentialsFor(names.functionRoleArn(name));
    return awsSettings({
      AWS_REGION: names.region,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_SESSION_TOKEN: sessionToken,
      AWS_ENDPOINT_URL: front.url(),
    });
  };
  /** The ports of a function that has just started. */
  const portsOf = (name: FunctionName, audience: Audience, tenant: TenantId) => ({
    ...openTenants({
      ...{ aws: settingsOf(name), clock, tablePrefix: names.tablePrefix, scanObjects, tenantKeys },
      ...{ documentsBucket: names.documentsBucket, sealsBucket: names.sealsBucket, signer: kmsSigner },
      dataRoleArn: names.dataRoleArn(audience),
    })(tenant),
    ...{ clock, random: seededRandom(tenant) },
  });

  const addTenant = async (tenant: TenantId): Promise<string> => {
    const [sealing, ...others] = tenantKeysOf(stage, tenant, front.services.kms.createKey);
    if (!sealing) throw new Error('The template of a tenant has no key.');
    for (const key of [sealing, ...others]) cloud.keys.set(key.arn, key);
    const arn = names.tenantTableArn(tenant);
    const name = await dynamo.tenantTable(names.tenantTable(tenant));
    cloud.tables.set(arn, { arn, name, keyArn: sealing.arn });
    await front.services.dynamodb.createTable(name, {
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    });
    await portsOf('provisioner', 'worker', tenant).keys.ensure(sealing.arn);
    return sealing.arn;
  };

  /** A government with one agency, somebody at its counter, and a claim that somebody filed there. */
  const settle = async (tenant: TenantId, agency: AgencyId, from: number) => {
    const keyArn = await addTenant(tenant);
    const opened = portsOf('staff-api', 'staff', tenant);
    const ports = { ...opened, scans: memoryScans(tenant), table: { locks: new Map() } };
    const regions = findRegions(REGION);
    if (regions) await ports.directory.saveRegions(regions);
    await ports.directory.save(aTenant({ id: tenant, region: REGION, agencies: [agencyOf(agency)] }));
    const cast = castOf(agency, from);
    const office = anOffice(ports, agency, servicesOf(agency, ''), cast, from);
    const version = publishedVersion(office.services.claims);
    const draft = { ...version, state: 'draft' as const };
    await ports.standards.saveDraft(draft);
    await ports.standards.publish(version, { before: draft });
    for (const role of ['frontOffice', 'manager'] as const) await ports.staff.save(cast(role), undefined);
    const receipt = await office.claim();
    const record = await ports.cases.find(receipt.caseId);
    if (!record) throw new Error('The claim was not kept.');
    const [document] = (await ports.cases.findFile(receipt.caseId))?.documents ?? [];
    if (!document) throw new Error('The claim has no scans.');
    const scan = { caseId: receipt.caseId, documentId: document.id, contentType: 'image/png' };
    await portsOf('documents', 'scans', tenant).scans.accept({ ...scan, bytes: aPng() });
    return { ...{ tenant, keyArn, office, cast, receipt, record, documentId: document.id } };
  };
  const own = await settle(OWN, AgencyId.parse('dinas-uji'), 100);
  const neighbour = await settle(NEIGHBOUR, AgencyId.parse('dinas-jauh'), 300);
  const whole = { roles: new Map(cloud.roles), keys: new Map(cloud.keys), buckets: new Map(cloud.buckets) };
  const bugs = new Set<string>();
  let seen = 0;

  return {
    ...{ cloud, front, dynamo, own, neighbour, settingsOf, portsOf },
    /** Bugs of the code, which an attack carries in itself. */
    bugs,
    /** Every wall stands again. */
    rebuild: () => {
      bugs.clear();
      for (const [arn, role] of whole.roles) cloud.roles.set(arn, role);
      for (const [arn, key] of whole.keys) cloud.keys.set(arn, key);
      for (const [arn, bucket] of whole.buckets) cloud.buckets.set(arn, bucket);
    },
    /** From here on refusals are of the attempt that begins. */
    begin: () => {
      seen = front.decisions.length;
    },
    /** The sentence with which the last call of the attempt was refused by a policy. */
    lastRefusal: () =>
      front.decisions.slice(seen).findLast(({ allowed }) => !allowed)?.message ?? 'no policy refused',
    close: async () => {
      await front.close();
      await dynamo.stop();
      rmSync(dir, { recursive: true });
    },
  };
}

export type Lab = Awaited<ReturnType<typeof openLab>>;

if (names.account !== ACCOUNT) throw new Error('The front answers for another account than the stage has.');
