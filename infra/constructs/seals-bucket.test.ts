import { describe, expect, it } from 'vitest';
import { decidingBy } from '../deciding.ts';
import { OPERATOR_ARN } from '../local/aws/operator.ts';
import { CLOUD, LOCAL, resourcesOf, synthesize } from '../synthesized.ts';
import { AUDIENCES } from './names.ts';
import { LOCKED_DAYS } from './seals-bucket.ts';
import { LOCAL_OPERATOR } from './settings.ts';

const stage = synthesize(LOCAL);
const { names } = stage;
const { allows } = decidingBy(stage, ['kota-a', 'kota-b']);
const bucket = resourcesOf({ cases: stage.templates.cases }, 'AWS::S3::Bucket').find(([id]) =>
  id.includes('SealsBucket'),
)?.[1].Properties;
const seal = `arn:aws:s3:::${names.sealsBucket}/seals/kota-a/000000001.json`;
const once = { 's3:if-none-match': '*' };
const as = (audience: (typeof AUDIENCES)[number], tenant = 'kota-a') => ({
  arn: names.dataRoleArn(audience),
  tenant,
});

describe('the bucket of seals', () => {
  it('locks what is written for five years, for everybody', () => {
    expect(bucket).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: LOCKED_DAYS } },
      },
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    });
    expect(LOCKED_DAYS).toBeGreaterThanOrEqual((Date.UTC(2031, 1, 1) - Date.UTC(2026, 1, 1)) / 86_400_000);
  });

  it.each(AUDIENCES)('is written by workers only, and once: %s', async (audience) => {
    expect(await allows(as(audience), 's3:PutObject', seal, once)).toBe(audience === 'worker');
    expect(await allows(as(audience), 's3:PutObject', seal)).toBe(false);
    expect(await allows(as(audience, 'kota-b'), 's3:PutObject', seal, once)).toBe(false);
  });

  it.each(AUDIENCES)('is read by those who check it: %s', async (audience) => {
    const reads = ['worker', 'staff', 'auditor'].includes(audience);
    expect(await allows(as(audience), 's3:GetObject', seal)).toBe(reads);
    expect(await allows(as(audience, 'kota-b'), 's3:GetObject', seal)).toBe(false);
  });

  it.each(AUDIENCES)('is listed by auditors, each tenant apart: %s', async (audience) => {
    const list = (tenant: string, prefix?: string) =>
      allows(
        as(audience, tenant),
        's3:ListBucket',
        `arn:aws:s3:::${names.sealsBucket}`,
        prefix === undefined ? {} : { 's3:prefix': prefix },
      );
    expect(await list('kota-a', 'seals/kota-a/')).toBe(audience === 'auditor');
    for (const prefix of [undefined, '', 'seals/', 'seals/kota-b/'])
      expect(await list('kota-a', prefix)).toBe(false);
  });

  it.each(AUDIENCES)('is emptied, unlocked and locked anew by nobody: %s', async (audience) => {
    for (const action of [
      's3:DeleteObject',
      's3:DeleteObjectVersion',
      's3:BypassGovernanceRetention',
      's3:PutObjectRetention',
      's3:PutObjectLegalHold',
    ])
      expect(await allows(as(audience), action, seal)).toBe(false);
  });

  it('refuses by its own policy, whatever a role may do', () => {
    const [, policy] =
      resourcesOf({ cases: stage.templates.cases }, 'AWS::S3::BucketPolicy').find(([id]) =>
        id.includes('SealsBucket'),
      ) ?? [];
    const statements: { Sid?: string; Effect: string; Principal: unknown }[] =
      policy?.Properties.PolicyDocument.Statement;
    expect(new Set(statements.map(({ Effect }) => Effect))).toEqual(new Set(['Deny']));
    expect(statements.flatMap(({ Sid }) => Sid ?? [])).toEqual([
      'RefuseWritingASecondTime',
      'RefuseWritesByOthers',
      'RefuseReadsByOthers',
      'RefuseTouchingALock',
      'RefuseRemoving',
    ]);
  });
});

describe('the role of auditors', () => {
  const trustIn = (template: typeof stage.templates.cases) =>
    resourcesOf({ cases: template }, 'AWS::IAM::Role').find(([id]) => id.includes('DataAuditor'))?.[1];
  const tagged = { 'aws:RequestTag/tenant': 'kota-a', 'aws:TagKeys': ['tenant'] };

  it('is open to a role of people, and to no function', async () => {
    expect(OPERATOR_ARN).toBe(LOCAL_OPERATOR);
    const trust = JSON.stringify(trustIn(stage.templates.cases)?.Properties.AssumeRolePolicyDocument);
    expect(trust).toContain(LOCAL_OPERATOR);
    for (const name of ['staff-api', 'deadlines'] as const)
      expect(
        await allows(
          { arn: names.functionRoleArn(name) },
          'sts:AssumeRole',
          names.dataRoleArn('auditor'),
          tagged,
        ),
      ).toBe(false);
  });

  it('is not there at all where nobody is named for it', () => {
    const { auditorRole: _nobody, ...others } = CLOUD;
    expect(trustIn(synthesize(others).templates.cases)).toBeUndefined();
    expect(trustIn(synthesize(CLOUD).templates.cases)).toBeDefined();
  });

  it('opens nothing that is sealed, signs nothing and writes nothing', async () => {
    const { keyArn, signingKeyArn } = decidingBy(stage, ['kota-a']);
    const table = names.tenantTableArn('kota-a');
    const viaTable = { 'kms:ViaService': 'dynamodb.ap-southeast-3.amazonaws.com' };
    expect(await allows(as('auditor'), 'dynamodb:Query', table)).toBe(true);
    expect(await allows(as('auditor'), 'kms:Decrypt', keyArn('kota-a'), viaTable)).toBe(true);
    const sealed = { 'kms:EncryptionContextKeys': ['tenant'] };
    expect(await allows(as('auditor'), 'kms:Decrypt', keyArn('kota-a'), sealed)).toBe(false);
    expect(await allows(as('auditor'), 'kms:Sign', signingKeyArn('kota-a'))).toBe(false);
    for (const action of ['PutItem', 'UpdateItem', 'DeleteItem'])
      expect(
        await allows(as('auditor'), `dynamodb:${action}`, table, {
          'dynamodb:EnclosingOperation': 'TransactWriteItems',
        }),
      ).toBe(false);
  });
});
