// For tests: a front on a free port over a temporary data folder, with the roles of the house in small. Functions
// hold no right to tenant data; the data role names exactly what its session tag says.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { ACCOUNT, type Bucket, type BusEvent, type Cloud, emptyCloud, REGION, type Role } from '../cloud.ts';
import { openStore } from '../store.ts';
import type { Credentials, Formation, Front } from './contract.ts';
import { createFront } from './front.ts';

export const DOCUMENTS = `layan-test-documents-${ACCOUNT}`;
const roleArn = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;
export const PORTAL = roleArn('layan-test-portal');
export const OTHER = roleArn('layan-test-other');
export const DATA = roleArn('layan-test-data-citizen');
export const ADMIN = roleArn('layan-test-admin');
const TENANT = '$'.concat('{aws:PrincipalTag/tenant}');

export interface TestFront {
  readonly front: Front;
  readonly cloud: Cloud;
  readonly dir: string;
  readonly published: BusEvent[];
  readonly written: string[];
  readonly clock: { now: Date };
  /** What an SDK client needs to call as a role. */
  as(roleArn: string): ClientSettings;
  with(credentials: Pick<Credentials, 'accessKeyId' | 'secretAccessKey' | 'sessionToken'>): ClientSettings;
  /** A data session of a tenant, assumed by the portal. */
  tenant(slug: string): Promise<ClientSettings>;
  close(keep?: 'keep'): Promise<void>;
}

export interface ClientSettings {
  readonly endpoint: string;
  readonly region: string;
  readonly maxAttempts: number;
  readonly credentials: Pick<Credentials, 'accessKeyId' | 'secretAccessKey' | 'sessionToken'>;
}

export async function startTestFront(
  options: { dir?: string; cloud?: Cloud; dynamodbPort?: number; formation?: Formation } = {},
): Promise<TestFront> {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'layan-front-'));
  const cloud = options.cloud ?? testCloud();
  const published: BusEvent[] = [];
  const written: string[] = [];
  const clock = { now: new Date() };
  const front = createFront({
    cloud,
    store: openStore(dir),
    dynamodbPort: options.dynamodbPort ?? 9,
    formation: () => {
      if (!options.formation) throw new Error('This test has no formation engine.');
      return options.formation;
    },
    publish: (event) => published.push(event),
    onTableWrite: (table) => written.push(table),
    clock: () => clock.now,
  });
  await front.listen(0);
  const settings: TestFront['with'] = (credentials) => ({
    endpoint: front.url(),
    region: REGION,
    maxAttempts: 1,
    credentials,
  });
  return {
    front,
    cloud,
    dir,
    published,
    written,
    clock,
    with: settings,
    as: (role) => settings(front.credentialsFor(role)),
    tenant: async (slug) => {
      const sts = new STSClient(settings(front.credentialsFor(PORTAL)));
      const assumed = await sts.send(
        new AssumeRoleCommand({
          RoleArn: DATA,
          RoleSessionName: 'portal',
          Tags: [{ Key: 'tenant', Value: slug }],
        }),
      );
      sts.destroy();
      const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = assumed.Credentials ?? {};
      return settings({
        accessKeyId: AccessKeyId,
        secretAccessKey: SecretAccessKey,
        sessionToken: SessionToken,
      });
    },
    close: async (keep) => {
      await front.close();
      if (keep !== 'keep') rmSync(dir, { recursive: true });
    },
  };
}

function testCloud(): Cloud {
  const cloud = emptyCloud();
  const add = (role: Role) => cloud.roles.set(role.arn, role);
  add(testRole(PORTAL, [allow(['sts:AssumeRole', 'sts:TagSession'], [DATA])]));
  add(testRole(OTHER, [allow(['sts:AssumeRole', 'sts:TagSession'], [DATA])]));
  add(testRole(ADMIN, [allow(['*'], ['*'])]));
  add({ ...testRole(DATA, dataStatements()), trust: dataTrust() });
  const bucket: Bucket = {
    arn: `arn:aws:s3:::${DOCUMENTS}`,
    name: DOCUMENTS,
    cors: [{ origins: ['http://*.localhost:4400'], methods: ['GET', 'POST'], headers: ['content-type'] }],
    events: true,
  };
  cloud.buckets.set(bucket.arn, bucket);
  return cloud;
}

export const allow = (Action: readonly string[], Resource: readonly string[], Condition?: object) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition ? { Condition } : {}),
});

export function testRole(arn: string, statements: readonly object[]): Role {
  return {
    arn,
    name: arn.split('/').at(-1) ?? '',
    trust: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ],
    },
    policies: [{ name: 'own', document: { Version: '2012-10-17', Statement: statements } }],
  };
}

function dataTrust() {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
        Condition: {
          StringEquals: { 'aws:PrincipalArn': [PORTAL] },
          StringLike: { 'aws:RequestTag/tenant': '?*' },
          'ForAllValues:StringEquals': { 'aws:TagKeys': ['tenant'] },
          Null: { 'aws:TagKeys': 'false' },
        },
      },
    ],
  };
}

function dataStatements(): object[] {
  const table = `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/layan.test.${TENANT}`;
  const documents = `arn:aws:s3:::${DOCUMENTS}`;
  return [
    allow(
      ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem', 'BatchGetItem'].map(
        (a) => `dynamodb:${a}`,
      ),
      [table, `${table}/index/inbox`],
    ),
    allow(
      ['s3:GetObject', 's3:PutObject'],
      [`${documents}/incoming/${TENANT}/*`, `${documents}/accepted/${TENANT}/*`],
    ),
    allow(
      ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext'],
      [`arn:aws:kms:${REGION}:${ACCOUNT}:key/*`],
      { StringEquals: { 'aws:ResourceTag/tenant': TENANT } },
    ),
  ];
}

/** Makes a key of a tenant and enters it, as the tenant's stack would. */
export function addTenantKey({ front, cloud }: Pick<TestFront, 'front' | 'cloud'>, slug: string) {
  return addKey({ front, cloud }, 'SYMMETRIC_DEFAULT', slug);
}

export function addKey(
  { front, cloud }: Pick<TestFront, 'front' | 'cloud'>,
  spec: 'SYMMETRIC_DEFAULT' | 'ECC_NIST_P256' | 'HMAC_256',
  slug = 'kota-a',
) {
  const { id, arn } = front.services.kms.createKey(spec);
  const policy = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'kms:*', Resource: '*' },
    ],
  };
  const key = {
    arn,
    id,
    spec,
    policy,
    tags: { tenant: slug },
    aliases: [`alias/layan/test/${slug}`],
    enabled: true,
  };
  cloud.keys.set(arn, key);
  return key;
}

/** What a call failed with. */
export async function failure(
  call: Promise<unknown>,
): Promise<{ name: string; message: string; status: number | undefined }> {
  try {
    await call;
  } catch (error) {
    const status =
      typeof error === 'object' && error !== null && '$metadata' in error
        ? Reflect.get(Object(error.$metadata), 'httpStatusCode')
        : undefined;
    if (error instanceof Error) return { name: error.name, message: error.message, status };
    throw error;
  }
  throw new Error('The call succeeded.');
}
