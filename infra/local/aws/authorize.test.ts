import { describe, expect, it } from 'vitest';
import { ACCOUNT, type Cloud, emptyCloud, REGION, type Role } from '../cloud.ts';
import { createAuthorizer } from './authorize.ts';
import type { Principal } from './contract.ts';
import { allow, testRole } from './test-front.ts';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/worker`;
const QUEUE = `arn:aws:sqs:${REGION}:${ACCOUNT}:changes`;
const session = (tags: Record<string, string> = {}): Principal => ({
  kind: 'session',
  roleArn: ROLE,
  sessionName: 's',
  tags,
});
function given(statements: readonly object[], more: Partial<Role> = {}): Cloud {
  const cloud = emptyCloud();
  cloud.roles.set(ROLE, { ...testRole(ROLE, statements), ...more });
  return cloud;
}
const policy = (...Statement: object[]) => ({ Version: '2012-10-17', Statement });
const table = (slug: string) => `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/layan.test.${slug}`;

describe('a decision', () => {
  it('follows the identity policy', async () => {
    const access = createAuthorizer(given([allow(['sqs:SendMessage'], [QUEUE])]));
    expect((await access.decide(session(), 'sqs:SendMessage', QUEUE)).allowed).toBe(true);
    expect((await access.decide(session(), 'sqs:ReceiveMessage', QUEUE)).allowed).toBe(false);
    expect((await access.decide(session(), 'sqs:SendMessage', `${QUEUE}-dlq`)).allowed).toBe(false);
  });

  it('is bounded by the permission boundary, and says that it was', async () => {
    const boundary = policy(allow(['dynamodb:*'], ['*']));
    const access = createAuthorizer(given([allow(['*'], ['*'])], { boundary }));
    expect((await access.decide(session(), 'dynamodb:GetItem', table('kota-a'))).allowed).toBe(true);
    const { allowed, message } = await access.decide(session(), 'sqs:SendMessage', QUEUE);
    expect(allowed).toBe(false);
    expect(message).toContain('no permissions boundary allows the sqs:SendMessage action');
  });

  it('counts a policy on the resource as well', async () => {
    const cloud = given([]);
    const Statement = {
      Effect: 'Allow',
      Principal: { AWS: ROLE },
      Action: 'sqs:SendMessage',
      Resource: QUEUE,
    };
    const url = '';
    cloud.queues.set(QUEUE, {
      arn: QUEUE,
      name: 'changes',
      url,
      visibilityTimeoutSeconds: 1,
      policy: policy(Statement),
    });
    const access = createAuthorizer(cloud);
    expect((await access.decide(session(), 'sqs:SendMessage', QUEUE)).allowed).toBe(true);
    const rule: Principal = { kind: 'service', name: 'events.amazonaws.com' };
    expect((await access.decide(rule, 'sqs:SendMessage', QUEUE)).allowed).toBe(false);
  });

  it('lets a service act where the policy on the resource names it and its source', async () => {
    const cloud = given([]);
    const source = `arn:aws:events:${REGION}:${ACCOUNT}:rule/sweep`;
    const Statement = {
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: QUEUE,
      Condition: { ArnEquals: { 'aws:SourceArn': source } },
    };
    cloud.queues.set(QUEUE, {
      arn: QUEUE,
      name: 'changes',
      url: '',
      visibilityTimeoutSeconds: 1,
      policy: policy(Statement),
    });
    const access = createAuthorizer(cloud);
    const rule: Principal = { kind: 'service', name: 'events.amazonaws.com' };
    const decide = (from: string) => access.decide(rule, 'sqs:SendMessage', QUEUE, { 'aws:SourceArn': from });
    expect((await decide(source)).allowed).toBe(true);
    expect((await decide(`${source}-2`)).allowed).toBe(false);
  });

  it('changes with the policies, although decisions are remembered', async () => {
    const cloud = given([allow(['sqs:SendMessage'], [QUEUE])]);
    const access = createAuthorizer(cloud);
    expect((await access.decide(session(), 'sqs:SendMessage', QUEUE)).allowed).toBe(true);
    cloud.roles.set(ROLE, testRole(ROLE, []));
    expect((await access.decide(session(), 'sqs:SendMessage', QUEUE)).allowed).toBe(false);
  });

  it('differs by session tag, although decisions are remembered', async () => {
    const own = table('$'.concat('{aws:PrincipalTag/tenant}'));
    const access = createAuthorizer(given([allow(['dynamodb:GetItem'], [own])]));
    const decide = async (tags: Record<string, string>, slug: string) =>
      (await access.decide(session(tags), 'dynamodb:GetItem', table(slug))).allowed;
    expect(await decide({ tenant: 'kota-a' }, 'kota-a')).toBe(true);
    expect(await decide({ tenant: 'kota-b' }, 'kota-a')).toBe(false);
    expect(await decide({ tenant: 'kota-a' }, 'kota-a-b')).toBe(false);
    expect(await decide({ tenant: '*' }, 'kota-a')).toBe(false);
    expect(await decide({}, 'kota-a')).toBe(false);
  });

  it('sees the leading keys of a request', async () => {
    const condition = {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['CASE#*'] },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    };
    const access = createAuthorizer(given([allow(['dynamodb:GetItem'], [table('kota-a')], condition)]));
    const decide = async (context: Record<string, string[]>) =>
      (await access.decide(session(), 'dynamodb:GetItem', table('kota-a'), context)).allowed;
    expect(await decide({ 'dynamodb:LeadingKeys': ['CASE#1'] })).toBe(true);
    expect(await decide({ 'dynamodb:LeadingKeys': ['CASE#1', 'USER#1'] })).toBe(false);
    expect(await decide({})).toBe(false);
  });

  it('binds the use of a key to the encryption context', async () => {
    const tenant = '$'.concat('{aws:PrincipalTag/tenant}');
    const condition = { StringEquals: { 'kms:EncryptionContext:tenant': tenant } };
    const cloud = given([allow(['kms:Decrypt'], ['*'], condition)]);
    const arn = `arn:aws:kms:${REGION}:${ACCOUNT}:key/0f0f0f0f-0000-4000-8000-000000000000`;
    const root = { AWS: `arn:aws:iam::${ACCOUNT}:root` };
    cloud.keys.set(arn, {
      arn,
      id: arn,
      spec: 'SYMMETRIC_DEFAULT',
      policy: policy({ Effect: 'Allow', Principal: root, Action: 'kms:*', Resource: '*' }),
      tags: {},
      aliases: [],
      enabled: true,
    });
    const access = createAuthorizer(cloud);
    const decide = (context: Record<string, string>, tags: Record<string, string> = { tenant: 'kota-a' }) =>
      access.decide(session(tags), 'kms:Decrypt', arn, context);
    expect((await decide({ 'kms:EncryptionContext:tenant': 'kota-a' })).allowed).toBe(true);
    expect((await decide({})).allowed).toBe(false);
    const { allowed, message } = await decide({ 'kms:EncryptionContext:tenant': 'kota-b' });
    expect(allowed).toBe(false);
    expect(message).toContain('"kms:EncryptionContext:tenant":"$'.concat('{aws:PrincipalTag/tenant}"'));
  });

  it('takes every call as encrypted, as it is in the cloud', async () => {
    const Deny = {
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    };
    const access = createAuthorizer(given([allow(['sqs:SendMessage'], [QUEUE]), Deny]));
    expect((await access.decide(session(), 'sqs:SendMessage', QUEUE)).allowed).toBe(true);
  });
});

describe('a denial', () => {
  it('answers for an unknown action, an unknown role and a broken policy', async () => {
    const cloud = given([allow(['*'], ['*'])]);
    const access = createAuthorizer(cloud);
    expect((await access.decide(session(), 'sqs:InventMessage', QUEUE)).message).toContain('invalid.action');
    expect((await access.decide(session(), 'nosuch:Thing', QUEUE)).message).toContain('invalid.service');
    cloud.roles.set(ROLE, testRole(ROLE, [{ Effect: 'Perhaps', Action: '*', Resource: '*' }]));
    expect((await access.decide(session(), 'sqs:SendMessage', QUEUE)).message).toContain('policy.errors');
    cloud.roles.delete(ROLE);
    expect((await access.decide(session(), 'sqs:SendMessage', QUEUE)).message).toContain('does not exist');
  });

  it('names principal, action, resource and the missing statement on one line', async () => {
    const access = createAuthorizer(given([]));
    const { message = '' } = await access.decide(session(), 'sqs:SendMessage', QUEUE);
    expect(message).toBe(
      `User: arn:aws:sts::${ACCOUNT}:assumed-role/worker/s is not authorized to perform: sqs:SendMessage on resource: ${QUEUE} ` +
        'because no identity-based policy allows the sqs:SendMessage action. ' +
        `Missing statement: {"Effect":"Allow","Action":"sqs:SendMessage","Resource":"${QUEUE}"}`,
    );
  });

  it('shows the statement whose conditions were not met', async () => {
    const condition = { StringEquals: { 'aws:PrincipalTag/tenant': 'kota-b' } };
    const access = createAuthorizer(given([allow(['sqs:SendMessage'], [QUEUE], condition)]));
    const { message } = await access.decide(session({ tenant: 'kota-a' }), 'sqs:SendMessage', QUEUE);
    expect(message).toContain('The conditions of this statement are not met: {"Effect":"Allow"');
  });

  it('shows the statement that denies', async () => {
    const Deny = { Sid: 'NoQueues', Effect: 'Deny', Action: 'sqs:*', Resource: '*' };
    const access = createAuthorizer(given([allow(['*'], ['*']), Deny]));
    const { message } = await access.decide(session(), 'sqs:SendMessage', QUEUE);
    expect(message).toContain(
      'with an explicit deny in an identity-based policy. Denying statement: {"Sid":"NoQueues"',
    );
  });
});

describe('the record', () => {
  it('holds every decision in order, and no probes', async () => {
    const access = createAuthorizer(given([allow(['sqs:SendMessage'], [QUEUE])]));
    await access.decide(session({ tenant: 'kota-a' }), 'sqs:SendMessage', QUEUE);
    await access.probe(session(), 'sqs:ReceiveMessage', QUEUE);
    await expect(access.require(session(), 'sqs:DeleteMessage', QUEUE)).rejects.toThrow('not authorized');
    expect(access.decisions.map(({ action, allowed, tags }) => [action, allowed, tags])).toEqual([
      ['sqs:SendMessage', true, { tenant: 'kota-a' }],
      ['sqs:DeleteMessage', false, {}],
    ]);
  });
});
