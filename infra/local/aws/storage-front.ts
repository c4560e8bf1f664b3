// For tests of storage against AWS: the front with the data roles as the stacks define them, one function role a test, and
// tenants with a table and a key each. Every call is decided by those policies.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataStatements } from '../../constructs/data-access-policy.ts';
import { AUDIENCES, type Audience, namesOf, SIGNING_USE } from '../../constructs/names.ts';
import { ACCOUNT, emptyCloud, type Key, REGION } from '../cloud.ts';
import { openStore } from '../store.ts';
import type { Decision } from './contract.ts';
import { createFront } from './front.ts';

export const POOL = `${REGION}_test`;
const names = namesOf({ stage: 'test', account: ACCOUNT, region: REGION });
const role = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;

/** DynamoDB Local, and a way to make a tenant's table in it. */
export interface Tables {
  readonly endpoint: string;
  tenantTable(name: string): Promise<string>;
}

export interface AwsFront {
  /** What Lambda would put into the environment. */
  readonly environment: {
    readonly AWS_REGION: string;
    readonly AWS_ACCESS_KEY_ID: string;
    readonly AWS_SECRET_ACCESS_KEY: string;
    readonly AWS_SESSION_TOKEN: string;
    readonly AWS_ENDPOINT_URL: string;
  };
  readonly tablePrefix: string;
  readonly documentsBucket: string;
  dataRoleArn(audience: Audience): string;
  /** A tenant's table and key, as its stack makes them; resolves to the key. */
  addTenant(slug: string): Promise<string>;
  /** A key the tenant can sign with; resolves to its ARN. */
  addSigningKey(slug: string): string;
  readonly decisions: readonly Decision[];
  readonly mails: () => readonly { readonly to: readonly string[] }[];
  close(): Promise<void>;
}

const allow = (Action: readonly string[], Resource: string | readonly string[], Condition = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  Condition,
});
const document = (Statement: unknown) => ({ Version: '2012-10-17', Statement });

export async function startAwsFront(dynamo: Tables): Promise<AwsFront> {
  const dir = mkdtempSync(join(tmpdir(), 'layan-aws-'));
  const cloud = emptyCloud();
  const front = createFront({
    cloud,
    store: openStore(dir),
    dynamodbPort: Number(new URL(dynamo.endpoint).port),
    formation: () => {
      throw new Error('There is no formation engine here.');
    },
    publish: () => {},
    onTableWrite: () => {},
  });
  const addRole = (name: string, statements: readonly unknown[], trust: unknown) =>
    cloud.roles.set(role(name), {
      arn: role(name),
      name,
      trust: document(trust),
      policies: [{ name: 'own', document: document(statements) }],
    });

  const dataRoles = AUDIENCES.map((audience) => names.dataRoleArn(audience));
  const pool = `arn:aws:cognito-idp:${REGION}:${ACCOUNT}:userpool/${POOL}`;
  const own = [
    allow(['sts:AssumeRole', 'sts:TagSession'], dataRoles),
    allow(
      ['CreateGroup', 'AdminCreateUser', 'AdminGetUser', 'AdminAddUserToGroup', 'AdminListGroupsForUser']
        .concat(['AdminDisableUser', 'AdminEnableUser'])
        .map((action) => `cognito-idp:${action}`),
      pool,
    ),
  ];
  addRole('test-function', own, { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' } });
  for (const audience of AUDIENCES)
    addRole(
      names.dataRole(audience),
      dataStatements(names, audience).map((statement) => statement.toStatementJson()),
      {
        ...allow(['sts:AssumeRole', 'sts:TagSession'], [], { Null: { 'aws:RequestTag/tenant': 'false' } }),
        Resource: undefined,
        Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
      },
    );
  cloud.buckets.set(`arn:aws:s3:::${names.documentsBucket}`, {
    arn: `arn:aws:s3:::${names.documentsBucket}`,
    name: names.documentsBucket,
    cors: [],
    events: true,
  });
  cloud.pools.set(pool, {
    id: POOL,
    arn: pool,
    name: names.userPool('staff'),
    providerUrl: `http://127.0.0.1/${POOL}`,
    clients: [],
  });

  /** Left to the identity policies: the key policies are tested with the templates. */
  const addKey = (slug: string, spec: Key['spec'], more: Pick<Key, 'tags' | 'aliases'>) => {
    const { id, arn } = front.services.kms.createKey(spec);
    const usable = {
      ...allow(['kms:*'], '*', { StringEquals: { 'aws:PrincipalTag/tenant': slug } }),
      Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
    };
    cloud.keys.set(arn, { id, arn, spec, enabled: true, policy: document([usable]), ...more });
    return arn;
  };

  await front.listen(0);
  const { accessKeyId, secretAccessKey, sessionToken } = front.credentialsFor(role('test-function'));
  return {
    environment: {
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_SESSION_TOKEN: sessionToken,
      AWS_ENDPOINT_URL: front.url(),
    },
    tablePrefix: names.tablePrefix,
    documentsBucket: names.documentsBucket,
    dataRoleArn: names.dataRoleArn,
    decisions: front.decisions,
    mails: front.services.mailbox.list,
    addTenant: async (slug) => {
      const name = await dynamo.tenantTable(names.tenantTable(slug));
      cloud.tables.set(names.tenantTableArn(slug), { arn: names.tenantTableArn(slug), name });
      // It stands already; this tells the front its partition key, by which some policies decide.
      await front.services.dynamodb.createTable(name, {
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      });
      return addKey(slug, 'SYMMETRIC_DEFAULT', {
        tags: { tenant: slug },
        aliases: [names.tenantKeyAlias(slug)],
      });
    },
    addSigningKey: (slug) =>
      addKey(slug, 'ECC_NIST_P256', { tags: { tenant: slug, use: SIGNING_USE }, aliases: [] }),
    close: async () => {
      await front.close();
      rmSync(dir, { recursive: true });
    },
  };
}
