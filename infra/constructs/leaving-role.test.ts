import { describe, expect, it } from 'vitest';
import { decidingBy } from '../deciding.ts';
import { LOCAL, synthesize } from '../synthesized.ts';

const local = synthesize(LOCAL);
const { names } = local;
const { allows, keyArn } = decidingBy(local, ['kota-a', 'kota-ab']);
const leaving = { arn: names.leavingRoleArn, tenant: 'kota-a' };
const days = (count: number) => ({ 'kms:ScheduleKeyDeletionPendingWindowInDays': String(count) });
const objects = (prefix: string, slug: string) =>
  `arn:aws:s3:::${names.documentsBucket}/${prefix}/${slug}/perkara/berkas`;

describe('the role that hands over and takes away a tenant', () => {
  it('takes away table, objects and keys of its tenant, with seven days to regret', async () => {
    expect(await allows(leaving, 'dynamodb:DeleteTable', names.tenantTableArn('kota-a'))).toBe(true);
    expect(await allows(leaving, 's3:DeleteObjectVersion', objects('accepted', 'kota-a'))).toBe(true);
    expect(await allows(leaving, 'kms:ScheduleKeyDeletion', keyArn('kota-a'), days(7))).toBe(true);
    expect(await allows(leaving, 'kms:ScheduleKeyDeletion', keyArn('kota-a'), days(6))).toBe(false);
  });

  it('destroys what it exported of its tenant, and lists that and nothing beside it', async () => {
    expect(await allows(leaving, 's3:DeleteObjectVersion', objects('exports', 'kota-a'))).toBe(true);
    const bucket = `arn:aws:s3:::${names.documentsBucket}`;
    for (const [prefix, may] of [
      ['exports/kota-a/', true],
      ['exports/kota-ab/', false],
      ['exports/', false],
      ['exports/kota-a', false],
    ] as const)
      expect(await allows(leaving, 's3:ListBucketVersions', bucket, { 's3:prefix': prefix }), prefix).toBe(
        may,
      );
  });

  it('looks when a key is gone that it was told to take away before', async () => {
    expect(await allows(leaving, 'kms:DescribeKey', keyArn('kota-a'))).toBe(true);
    expect(await allows(leaving, 'kms:DescribeKey', keyArn('kota-ab'))).toBe(false);
  });

  it.each([
    ['another tenant’s table', 'dynamodb:DeleteTable', names.tenantTableArn('kota-ab'), {}],
    [
      'the control table',
      'dynamodb:DeleteTable',
      `arn:aws:dynamodb:ap-southeast-3:000000000000:table/${names.controlTable}`,
      {},
    ],
    ['another tenant’s rows', 'dynamodb:Scan', names.tenantTableArn('kota-ab'), {}],
    ['another tenant’s objects', 's3:DeleteObjectVersion', objects('accepted', 'kota-ab'), {}],
    ['another tenant’s exports', 's3:DeleteObjectVersion', objects('exports', 'kota-ab'), {}],
    ['another tenant’s key', 'kms:ScheduleKeyDeletion', keyArn('kota-ab'), days(30)],
  ])('never touches %s', async (_what, action, resource, context) => {
    expect(await allows(leaving, action, resource, context)).toBe(false);
  });

  it('reads scans, letters and seals to hand them over, of its tenant alone', async () => {
    const seal = (slug: string) => `arn:aws:s3:::${names.sealsBucket}/seals/${slug}/000000001.json`;
    for (const slug of ['kota-a', 'kota-ab'])
      for (const object of [objects('accepted', slug), objects('letters', slug), seal(slug)])
        expect(await allows(leaving, 's3:GetObject', object), object).toBe(slug === 'kota-a');
  });

  it('writes no row, and reads neither what nobody checked nor what it wrote itself', async () => {
    for (const action of ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'])
      expect(await allows(leaving, action, names.tenantTableArn('kota-a'))).toBe(false);
    for (const prefix of ['incoming', 'printed', 'exports'])
      expect(await allows(leaving, 's3:GetObject', objects(prefix, 'kota-a'))).toBe(false);
  });

  it('is the only one that can take anything away', async () => {
    for (const role of ['provisioner', 'admin-api', 'staff-api', 'deadlines'] as const) {
      const fn = { arn: names.functionRoleArn(role) };
      expect(await allows(fn, 'dynamodb:DeleteTable', names.tenantTableArn('kota-a'))).toBe(false);
      expect(await allows(fn, 'kms:ScheduleKeyDeletion', keyArn('kota-a'), days(7))).toBe(false);
      expect(
        await allows(fn, 'sts:AssumeRole', names.leavingRoleArn, {
          'aws:RequestTag/tenant': 'kota-a',
          'aws:TagKeys': ['tenant'],
        }),
      ).toBe(role === 'provisioner');
    }
  });
});
