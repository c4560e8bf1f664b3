import { describe, expect, it } from 'vitest';
import { decidingBy } from '../deciding.ts';
import { LOCAL, synthesize } from '../synthesized.ts';
import { AUDIENCES, type Audience, FUNCTIONS } from './names.ts';

const stage = synthesize(LOCAL);
const { names } = stage;
// Names that begin with each other, and the same name at both levels.
const SLUGS = ['kota-a', 'kota-a-b', 'kab-a', 'kota-probolinggo', 'kab-probolinggo'];
if (process.env.LAYAN_DEEP) {
  for (const name of 'c d e f g h j k l m n p q r s t u v w'.split(' '))
    SLUGS.push(`kota-a-b-${name}`, `kab-${name}`);
}
const { allows, keyArn, signingKeyArn } = decidingBy(stage, SLUGS);
const as = (audience: Audience, tenant?: string) => ({
  arn: names.dataRoleArn(audience),
  ...(tenant ? { tenant } : {}),
});
const sealed = { 'kms:EncryptionContextKeys': ['tenant'] };
const signature = { 'kms:SigningAlgorithm': 'ECDSA_SHA_256', 'kms:MessageType': 'RAW' };
const inTransaction = { 'dynamodb:EnclosingOperation': 'TransactWriteItems' };
const ofACase = { 'dynamodb:LeadingKeys': ['CASE#1'] };
const named = (slug: string) => ({
  's3:x-amz-server-side-encryption': 'aws:kms',
  's3:x-amz-server-side-encryption-aws-kms-key-id': keyArn(slug),
});

type Context = Record<string, string | string[]>;

/** Everything any audience may do to the tenant `slug`, as it is asked for. */
function askedOf(slug: string): { action: string; resource: string; context: Context }[] {
  const table = names.tenantTableArn(slug);
  const objects = `arn:aws:s3:::${names.documentsBucket}`;
  const ask = (action: string, resource: string, context: Context = {}) => ({
    action,
    resource,
    context,
  });
  return [
    ...['GetItem', 'BatchGetItem', 'Query'].map((action) => ask(`dynamodb:${action}`, table, ofACase)),
    ...['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'].map((action) =>
      ask(`dynamodb:${action}`, table, { ...inTransaction, ...ofACase }),
    ),
    ...['inbox', 'due'].map((index) => ask('dynamodb:Query', `${table}/index/${index}`)),
    ask('s3:PutObject', `${objects}/incoming/${slug}/x`, named(slug)),
    ask('s3:GetObject', `${objects}/incoming/${slug}/x`),
    ask('s3:DeleteObject', `${objects}/incoming/${slug}/x`),
    ask('s3:PutObject', `${objects}/accepted/${slug}/x`, { ...named(slug), 's3:if-none-match': '*' }),
    ask('s3:GetObject', `${objects}/accepted/${slug}/x`),
    ask('s3:DeleteObject', `${objects}/accepted/${slug}/x`),
    ask('kms:Decrypt', keyArn(slug), sealed),
    ask('kms:GenerateDataKeyWithoutPlaintext', keyArn(slug), sealed),
    ...['dynamodb', 's3'].map((service) =>
      ask('kms:Decrypt', keyArn(slug), { 'kms:ViaService': `${service}.ap-southeast-3.amazonaws.com` }),
    ),
    ask('kms:GenerateDataKey', keyArn(slug), { 'kms:ViaService': 's3.ap-southeast-3.amazonaws.com' }),
    ask('s3:PutObject', `${objects}/printed/${slug}/x`, named(slug)),
    ask('s3:GetObject', `${objects}/printed/${slug}/x`),
    ask('s3:DeleteObject', `${objects}/printed/${slug}/x`),
    ask('s3:PutObject', `${objects}/letters/${slug}/x`, { ...named(slug), 's3:if-none-match': '*' }),
    ask('s3:GetObject', `${objects}/letters/${slug}/x`),
    ask('s3:DeleteObject', `${objects}/letters/${slug}/x`),
    ask('kms:Sign', signingKeyArn(slug), signature),
    ask('kms:GetPublicKey', signingKeyArn(slug)),
    // What either key is not for.
    ask('kms:Sign', keyArn(slug), signature),
    ask('kms:Decrypt', signingKeyArn(slug), sealed),
    ask('kms:Verify', signingKeyArn(slug)),
  ];
}

const grantedTo = async (audience: Audience, own: string, slug: string) => {
  const granted: string[] = [];
  for (const { action, resource, context } of askedOf(slug)) {
    if (await allows(as(audience, own), action, resource, context)) {
      const via = String(context['kms:ViaService'] ?? '').split('.')[0];
      granted.push([action, resource.replace(/^.*:/, '').replaceAll(slug, '~'), via].join(' ').trim());
    }
  }
  return granted;
};

describe('a data-access role in the session of its own tenant', () => {
  it('lets citizens read and write their table and send scans, and see no list and no scan', async () => {
    expect(await grantedTo('citizen', 'kota-a', 'kota-a')).toMatchInlineSnapshot(`
      [
        "dynamodb:GetItem table/layan.local.~",
        "dynamodb:Query table/layan.local.~",
        "dynamodb:PutItem table/layan.local.~",
        "dynamodb:UpdateItem table/layan.local.~",
        "dynamodb:DeleteItem table/layan.local.~",
        "s3:PutObject layan-local-documents-000000000000/incoming/~/x",
        "kms:Decrypt key/~",
        "kms:Decrypt key/~ dynamodb",
        "kms:Decrypt key/~ s3",
        "kms:GenerateDataKey key/~ s3",
        "s3:GetObject layan-local-documents-000000000000/letters/~/x",
      ]
    `);
  });

  it.each([
    ['PutItem', 'WRAPPED#1', true],
    ['DeleteItem', 'WRAPPED#1', false],
    ['PutItem', 'RIGHTS-OPEN#1', true],
    ['DeleteItem', 'RIGHTS-OPEN#1', false],
    ['PutItem', 'RIGHTS-SETTLED#1', false],
    ['UpdateItem', 'RIGHTS-SETTLED#1', false],
    ['DeleteItem', 'RIGHTS-SETTLED#1', true],
    ['DeleteItem', 'PERSON#x', false],
    ['DeleteItem', 'PRODUCT#1', false],
    ['DeleteItem', 'TICKET#x', false],
    ['DeleteItem', 'LOCK#x', true],
    ['DeleteItem', 'CASE#1', true],
  ])('lets citizens %s in the partition %s: %s', async (action, partition, expected) => {
    const context = { ...inTransaction, 'dynamodb:LeadingKeys': [partition] };
    const table = names.tenantTableArn('kota-a');
    expect(await allows(as('citizen', 'kota-a'), `dynamodb:${action}`, table, context)).toBe(expected);
  });

  it('lets staff see the lists and accepted scans', async () => {
    expect(await grantedTo('staff', 'kota-a', 'kota-a')).toMatchInlineSnapshot(`
      [
        "dynamodb:GetItem table/layan.local.~",
        "dynamodb:Query table/layan.local.~",
        "dynamodb:PutItem table/layan.local.~",
        "dynamodb:UpdateItem table/layan.local.~",
        "dynamodb:DeleteItem table/layan.local.~",
        "dynamodb:Query table/layan.local.~/index/inbox",
        "s3:PutObject layan-local-documents-000000000000/incoming/~/x",
        "s3:GetObject layan-local-documents-000000000000/accepted/~/x",
        "kms:Decrypt key/~",
        "kms:Decrypt key/~ dynamodb",
        "kms:Decrypt key/~ s3",
        "kms:GenerateDataKey key/~ s3",
        "s3:GetObject layan-local-documents-000000000000/letters/~/x",
        "kms:Sign key/~.sign",
      ]
    `);
  });

  it('lets workers make the data key and sign, and touch no scan', async () => {
    expect(await grantedTo('worker', 'kota-a', 'kota-a')).toMatchInlineSnapshot(`
      [
        "dynamodb:GetItem table/layan.local.~",
        "dynamodb:Query table/layan.local.~",
        "dynamodb:PutItem table/layan.local.~",
        "dynamodb:UpdateItem table/layan.local.~",
        "dynamodb:DeleteItem table/layan.local.~",
        "dynamodb:Query table/layan.local.~/index/due",
        "s3:DeleteObject layan-local-documents-000000000000/accepted/~/x",
        "kms:Decrypt key/~",
        "kms:GenerateDataKeyWithoutPlaintext key/~",
        "kms:Decrypt key/~ dynamodb",
        "kms:Decrypt key/~ s3",
        "kms:GenerateDataKey key/~ s3",
        "s3:PutObject layan-local-documents-000000000000/letters/~/x",
        "s3:GetObject layan-local-documents-000000000000/letters/~/x",
        "s3:DeleteObject layan-local-documents-000000000000/letters/~/x",
        "kms:Sign key/~.sign",
        "kms:GetPublicKey key/~.sign",
      ]
    `);
  });

  it('lets the check of scans settle an upload, and neither sign nor open what is sealed', async () => {
    expect(await grantedTo('scans', 'kota-a', 'kota-a')).toMatchInlineSnapshot(`
      [
        "dynamodb:GetItem table/layan.local.~",
        "dynamodb:PutItem table/layan.local.~",
        "s3:GetObject layan-local-documents-000000000000/incoming/~/x",
        "s3:DeleteObject layan-local-documents-000000000000/incoming/~/x",
        "s3:PutObject layan-local-documents-000000000000/accepted/~/x",
        "s3:GetObject layan-local-documents-000000000000/accepted/~/x",
        "kms:Decrypt key/~ dynamodb",
        "kms:Decrypt key/~ s3",
        "kms:GenerateDataKey key/~ s3",
        "s3:PutObject layan-local-documents-000000000000/letters/~/x",
        "s3:GetObject layan-local-documents-000000000000/letters/~/x",
      ]
    `);
  });

  it.each([
    ['GetItem', 'TENANT', true],
    ['GetItem', 'STAFF', false],
    ['GetItem', 'PERSON#x', false],
    ['PutItem', 'TENANT', false],
    ['PutItem', 'STAFF', false],
    ['PutItem', 'PRODUCT#1', false],
    ['PutItem', 'STATUSLIST#x', false],
    ['PutItem', undefined, false],
  ])('lets the check of scans %s in the partition %s: %s', async (action, partition, expected) => {
    const context = { ...inTransaction, ...(partition && { 'dynamodb:LeadingKeys': [partition] }) };
    const table = names.tenantTableArn('kota-a');
    expect(await allows(as('scans', 'kota-a'), `dynamodb:${action}`, table, context)).toBe(expected);
  });

  it('lets the notifier read one item after the other and note what it told', async () => {
    expect(await grantedTo('notifier', 'kota-a', 'kota-a')).toMatchInlineSnapshot(`
      [
        "dynamodb:GetItem table/layan.local.~",
        "dynamodb:PutItem table/layan.local.~",
        "kms:Decrypt key/~",
        "kms:Decrypt key/~ dynamodb",
      ]
    `);
  });

  it('lets the renderer sign, and keep what it printed', async () => {
    expect(await grantedTo('renderer', 'kota-a', 'kota-a')).toMatchInlineSnapshot(`
      [
        "dynamodb:GetItem table/layan.local.~",
        "dynamodb:Query table/layan.local.~",
        "dynamodb:PutItem table/layan.local.~",
        "kms:Decrypt key/~",
        "kms:Decrypt key/~ dynamodb",
        "kms:Decrypt key/~ s3",
        "kms:GenerateDataKey key/~ s3",
        "s3:PutObject layan-local-documents-000000000000/printed/~/x",
        "s3:GetObject layan-local-documents-000000000000/printed/~/x",
        "s3:GetObject layan-local-documents-000000000000/letters/~/x",
        "kms:Sign key/~.sign",
      ]
    `);
  });

  it.each(AUDIENCES)('writes for %s in transactions only', async (audience) => {
    for (const action of ['PutItem', 'UpdateItem', 'DeleteItem']) {
      const alone = await allows(
        as(audience, 'kota-a'),
        `dynamodb:${action}`,
        names.tenantTableArn('kota-a'),
        ofACase,
      );
      expect(alone).toBe(false);
    }
  });

  it.each(AUDIENCES)('never scans, batches or destroys for %s', async (audience) => {
    for (const action of [
      'Scan',
      'PartiQLSelect',
      'PartiQLUpdate',
      'DeleteTable',
      'UpdateTable',
      'BatchWriteItem',
    ]) {
      const allowed = await allows(
        as(audience, 'kota-a'),
        `dynamodb:${action}`,
        names.tenantTableArn('kota-a'),
        ofACase,
      );
      expect(allowed).toBe(false);
    }
  });

  it.each(AUDIENCES)('opens nothing for %s that was not sealed for a tenant', async (audience) => {
    const own = as(audience, 'kota-a');
    expect(await allows(own, 'kms:Decrypt', keyArn('kota-a'))).toBe(false);
    expect(
      await allows(own, 'kms:Decrypt', keyArn('kota-a'), { 'kms:EncryptionContextKeys': ['purpose'] }),
    ).toBe(false);
  });

  it('sends no scan that names no key, or names another encryption', async () => {
    const scan = `arn:aws:s3:::${names.documentsBucket}/incoming/kota-a/x`;
    const citizen = as('citizen', 'kota-a');
    expect(await allows(citizen, 's3:PutObject', scan, named('kota-a'))).toBe(true);
    expect(await allows(citizen, 's3:PutObject', scan)).toBe(false);
    expect(
      await allows(citizen, 's3:PutObject', scan, { 's3:x-amz-server-side-encryption': 'aws:kms' }),
    ).toBe(false);
    expect(
      await allows(citizen, 's3:PutObject', scan, {
        ...named('kota-a'),
        's3:x-amz-server-side-encryption': 'AES256',
      }),
    ).toBe(false);
  });
});

describe('a data-access role in the session of another tenant', () => {
  const others = (own: string) => SLUGS.filter((slug) => slug !== own);

  it.each(SLUGS)('reaches nothing of anybody else from %s', { timeout: 120_000 }, async (own) => {
    for (const slug of others(own)) {
      for (const audience of AUDIENCES) expect(await grantedTo(audience, own, slug)).toEqual([]);
    }
  });

  if (process.env.LAYAN_DEEP) {
    it('is asked a hundred thousand times', () => {
      const pairs = SLUGS.length * (SLUGS.length - 1);
      expect(pairs * AUDIENCES.length * askedOf('kota-a').length).toBeGreaterThan(100_000);
    });
  }

  it.each(AUDIENCES)('reaches nothing at all for %s without a tenant', async (audience) => {
    for (const { action, resource, context } of askedOf('kota-a')) {
      expect(await allows(as(audience), action, resource, context)).toBe(false);
    }
  });
});

describe('signing for a tenant', () => {
  const sign = (role: { arn: string; tenant?: string }) =>
    allows(role, 'kms:Sign', signingKeyArn('kota-a'), signature);

  it('is for staff, workers and the renderer in a session of that tenant', async () => {
    for (const audience of AUDIENCES) {
      const signs = ['staff', 'worker', 'renderer'].includes(audience);
      expect(await sign(as(audience, 'kota-a'))).toBe(signs);
      expect(await sign(as(audience, 'kota-a-b'))).toBe(false);
      expect(await sign(as(audience))).toBe(false);
    }
  });

  it.each(FUNCTIONS)('is nothing %s may do by itself', async (name) => {
    expect(await sign({ arn: names.functionRoleArn(name) })).toBe(false);
  });

  it('is nothing the role may do that builds tenants', async () => {
    expect(await sign({ arn: names.tenantStackRoleArn })).toBe(false);
  });
});

describe('becoming a data-access role', () => {
  const assume = (from: string, audience: Audience, context: Record<string, string | string[]>) =>
    allows(
      { arn: names.functionRoleArn('portal').replace('portal', from) },
      'sts:AssumeRole',
      names.dataRoleArn(audience),
      context,
    );
  const tagged = { 'aws:RequestTag/tenant': 'kota-a', 'aws:TagKeys': ['tenant'] };

  it.each([
    ['portal', 'citizen'],
    ['staff-api', 'staff'],
    ['provisioner', 'worker'],
    ['documents', 'scans'],
    ['projections', 'worker'],
    ['deadlines', 'worker'],
    ['renderer', 'renderer'],
    ['notifier', 'notifier'],
  ] as const)('is open to %s for the audience %s', async (from, audience) => {
    expect(await assume(from, audience, tagged)).toBe(true);
  });

  it.each([
    ['portal', 'staff'],
    ['portal', 'worker'],
    ['staff-api', 'citizen'],
    ['admin-api', 'worker'],
    ['relay', 'worker'],
    ['documents', 'staff'],
    ['documents', 'worker'],
    ['documents', 'renderer'],
    ['deadlines', 'scans'],
    ['portal', 'scans'],
    ['staff-api', 'renderer'],
    ['portal', 'renderer'],
    ['renderer', 'staff'],
    ['renderer', 'worker'],
    ['notifier', 'worker'],
    ['projections', 'notifier'],
  ] as const)('is closed to %s for the audience %s', async (from, audience) => {
    expect(await assume(from, audience, tagged)).toBe(false);
  });

  it.each([
    ['no tag at all', {}],
    ['another tag as well', { ...tagged, 'aws:TagKeys': ['tenant', 'role'] }],
    ['a tag of another name', { 'aws:RequestTag/role': 'staff', 'aws:TagKeys': ['role'] }],
    ['a value that is no slug', { ...tagged, 'aws:RequestTag/tenant': 'probolinggo' }],
  ])('is refused with %s', async (_what, context) => {
    expect(await assume('portal', 'citizen', context)).toBe(false);
  });
});
