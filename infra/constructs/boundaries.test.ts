import { describe, expect, it } from 'vitest';
import { createAuthorizer } from '../local/aws/authorize.ts';
import type { ContextKeys, Principal } from '../local/aws/contract.ts';
import { allow, testRole } from '../local/aws/test-front.ts';
import { emptyCloud } from '../local/cloud.ts';
import { LOCAL, resourcesOf, synthesize } from '../synthesized.ts';
import { boundaryStatements } from './boundaries.ts';
import { BOUNDARIES, type BoundaryName, namesOf } from './names.ts';
import { LOCAL_ACCOUNT, REGION } from './settings.ts';

const names = namesOf({ stage: 'local', account: LOCAL_ACCOUNT, region: REGION });
const ROLE = `arn:aws:iam::${LOCAL_ACCOUNT}:role/careless`;
const tenantKey = (slug: string) => `arn:aws:kms:${REGION}:${LOCAL_ACCOUNT}:key/${slug}`;
const viaDynamodb = { 'kms:ViaService': `dynamodb.${REGION}.amazonaws.com` };
const objects = `arn:aws:s3:::${names.documentsBucket}`;

/** A role whose statements allow everything, below a ceiling. */
function careless(name: BoundaryName, tags: Record<string, string> = {}) {
  const cloud = emptyCloud();
  const boundary = {
    Version: '2012-10-17',
    Statement: boundaryStatements(names, name).map((statement) => statement.toStatementJson()),
  };
  cloud.roles.set(ROLE, { ...testRole(ROLE, [allow(['*'], ['*'])]), boundary });
  for (const slug of ['kota-a', 'kota-b']) {
    cloud.keys.set(tenantKey(slug), {
      arn: tenantKey(slug),
      id: slug,
      spec: 'SYMMETRIC_DEFAULT',
      policy: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${LOCAL_ACCOUNT}:root` },
            Action: 'kms:*',
            Resource: '*',
          },
        ],
      },
      tags: { tenant: slug },
      aliases: [],
      enabled: true,
    });
  }
  const access = createAuthorizer(cloud);
  const principal: Principal = { kind: 'session', roleArn: ROLE, sessionName: 's', tags };
  return (action: string, resource: string, context: ContextKeys = {}) =>
    access.decide(principal, action, resource, context);
}

describe('a function whose statements allow everything', () => {
  const may = careless('functions');

  it.each([
    ['sqs:SendMessage', names.queueArn('changes'), {}],
    ['dynamodb:GetItem', `arn:aws:dynamodb:${REGION}:${LOCAL_ACCOUNT}:table/${names.controlTable}`, {}],
    ['sts:AssumeRole', names.dataRoleArn('worker'), {}],
    ['kms:Decrypt', tenantKey('kota-a'), viaDynamodb],
    ['dynamodb:GetRecords', `${names.tenantTableArn('kota-a')}/stream/1`, {}],
    ['iam:PassRole', names.tenantStackRoleArn, {}],
  ])('may still %s', async (action, resource, context) => {
    const { allowed, message } = await may(action, resource, context);
    expect(message).toBeUndefined();
    expect(allowed).toBe(true);
  });

  it.each([
    ['iam:PutRolePolicy', ROLE, {}],
    ['iam:PassRole', ROLE, {}],
    ['sts:AssumeRole', `arn:aws:iam::${LOCAL_ACCOUNT}:role/administrator`, {}],
    ['dynamodb:GetItem', names.tenantTableArn('kota-a'), {}],
    ['dynamodb:Scan', names.tenantTableArn('kota-a'), {}],
    ['dynamodb:PartiQLSelect', names.tenantTableArn('kota-a'), {}],
    ['dynamodb:Query', `${names.tenantTableArn('kota-a')}/index/due`, {}],
    ['s3:GetObject', `${objects}/accepted/kota-a/x`, {}],
    ['s3:PutObject', `arn:aws:s3:::${names.sealsBucket}/seals/kota-a/000000001.json`, {}],
    ['kms:Decrypt', tenantKey('kota-a'), {}],
    ['kms:Sign', tenantKey('kota-a'), {}],
    ['lambda:UpdateFunctionCode', names.functionArn('relay'), {}],
    ['sqs:SendMessage', names.queueArn('changes'), { 'aws:RequestedRegion': 'ap-southeast-1' }],
  ])('may not %s %s', async (action, resource, context) => {
    const { allowed, message } = await may(action, resource, context);
    expect(allowed).toBe(false);
    expect(message).toMatch(/permissions boundary/);
  });
});

describe('a session of one tenant whose statements allow everything', () => {
  const may = careless('data', { tenant: 'kota-a' });
  const reach = (slug: string): [string, string][] => [
    ['dynamodb:Query', names.tenantTableArn(slug)],
    ['dynamodb:Query', `${names.tenantTableArn(slug)}/index/inbox`],
    ['dynamodb:DeleteItem', names.tenantTableArn(slug)],
    ['s3:GetObject', `${objects}/letters/${slug}/x`],
    ['kms:Decrypt', tenantKey(slug)],
    ['kms:Sign', tenantKey(slug)],
  ];

  it.each(reach('kota-a'))('may still %s its own %s', async (action, resource) => {
    expect(await may(action, resource)).toMatchObject({ allowed: true });
  });

  it.each([
    ...reach('kota-b'),
    ['s3:GetObject', `${objects}/letters/kota-b/kota-a/x`],
    ['dynamodb:Scan', names.tenantTableArn('kota-a')],
    ['dynamodb:GetItem', names.tenantTableArn('kota-a-b')],
    ['dynamodb:GetItem', `arn:aws:dynamodb:${REGION}:${LOCAL_ACCOUNT}:table/${names.controlTable}`],
    ['sts:AssumeRole', names.dataRoleArn('staff')],
    ['iam:CreateRole', ROLE],
  ])('may not %s %s', async (action, resource) => {
    expect(await may(action, resource)).toMatchObject({ allowed: false });
  });

  it('reaches nothing without a tenant', async () => {
    const nobody = careless('data');
    for (const [action, resource] of reach('kota-a'))
      expect(await nobody(action, resource)).toMatchObject({ allowed: false });
  });
});

describe('what builds tenants, if its statements allowed everything', () => {
  const may = careless('builders');

  it.each([
    ['dynamodb:CreateTable', names.tenantTableArn('kota-a'), {}],
    ['kms:CreateGrant', tenantKey('kota-a'), viaDynamodb],
  ])('may still %s', async (action, resource, context) => {
    expect(await may(action, resource, context)).toMatchObject({ allowed: true });
  });

  it.each([
    ['dynamodb:GetItem', names.tenantTableArn('kota-a'), {}],
    ['dynamodb:Scan', names.tenantTableArn('kota-a'), {}],
    ['kms:Decrypt', tenantKey('kota-a'), {}],
    ['kms:Sign', tenantKey('kota-a'), {}],
    ['iam:CreateRole', ROLE, {}],
    ['iam:DeleteRolePermissionsBoundary', ROLE, {}],
    ['s3:GetObject', `${objects}/letters/kota-a/x`, {}],
    ['dynamodb:CreateTable', names.tenantTableArn('kota-a'), { 'aws:RequestedRegion': 'us-east-1' }],
  ])('may not %s %s', async (action, resource, context) => {
    expect(await may(action, resource, context)).toMatchObject({ allowed: false });
  });
});

describe('the stacks', () => {
  const { templates } = synthesize(LOCAL);

  it('put a ceiling over every role but those that API Gateway and AWS Backup act in', () => {
    const bare = resourcesOf(templates, 'AWS::IAM::Role')
      .filter(([, { Properties }]) => Properties.PermissionsBoundary === undefined)
      .map(([id]) => id.replace(/[0-9A-F]{8}$/, ''));
    expect(bare).toEqual(['api/GatewayLogWriter', 'backup/BackupRole']);
  });

  it('keep every ceiling within what IAM takes of a managed policy', () => {
    const policies = resourcesOf(templates, 'AWS::IAM::ManagedPolicy');
    expect(policies).toHaveLength(BOUNDARIES.length);
    for (const [, { Properties }] of policies)
      expect(JSON.stringify(Properties.PolicyDocument).length).toBeLessThan(6144);
  });
});
