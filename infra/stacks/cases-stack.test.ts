import { describe, expect, it } from 'vitest';
import { AUDIENCES, FUNCTIONS } from '../constructs/names.ts';
import { NOTIFIER_TIMEOUT } from '../constructs/notifier.ts';
import { decidingBy } from '../deciding.ts';
import { CLOUD, LOCAL, resourcesOf, synthesize } from '../synthesized.ts';

const stage = synthesize(LOCAL);
const { names } = stage;
const cases = { cases: stage.templates.cases };
const { allows, keyArn } = decidingBy(stage, ['kota-a']);

describe('the relay, the one function that hears every tenant', () => {
  const relay = { arn: names.functionRoleArn('relay') };
  const stream = `${names.tenantTableArn('kota-a')}/stream/2026-01-01T00:00:00.000`;

  it.each(['DescribeStream', 'GetRecords', 'GetShardIterator'])('may %s of a tenant', async (action) => {
    expect(await allows(relay, `dynamodb:${action}`, stream)).toBe(true);
  });

  it.each(['GetItem', 'Query', 'BatchGetItem', 'PutItem', 'DeleteItem', 'Scan', 'DescribeTable'])(
    'may not %s in any table',
    async (action) => {
      expect(await allows(relay, `dynamodb:${action}`, names.tenantTableArn('kota-a'))).toBe(false);
    },
  );

  it("uses a tenant's key through DynamoDB only", async () => {
    const via = (service: string) => ({ 'kms:ViaService': `${service}.ap-southeast-3.amazonaws.com` });
    expect(await allows(relay, 'kms:Decrypt', keyArn('kota-a'), via('dynamodb'))).toBe(true);
    expect(await allows(relay, 'kms:Decrypt', keyArn('kota-a'), via('s3'))).toBe(false);
    expect(await allows(relay, 'kms:Decrypt', keyArn('kota-a'))).toBe(false);
  });

  it('holds these permissions and no others', () => {
    const policy = resourcesOf(cases, 'AWS::IAM::Policy').find(([id]) => id.includes('RelayFunction'));
    expect(policy?.[1].Properties.PolicyDocument.Statement.map(({ Sid }: { Sid: string }) => Sid)).toEqual([
      'WriteItsOwnLog',
      'ReadStreams',
      'ListStreams',
      'LetDynamodbOpenTheStreams',
      'ForwardPointers',
    ]);
  });

  it('hears neither the control table nor another stage', async () => {
    const other = (table: string) => `arn:aws:dynamodb:ap-southeast-3:000000000000:table/${table}/stream/x`;
    expect(await allows(relay, 'dynamodb:GetRecords', other('layan-local-control'))).toBe(false);
    expect(await allows(relay, 'dynamodb:GetRecords', other('layan.prod.kota-a'))).toBe(false);
  });
});

describe('the check of scans, which parses what strangers send', () => {
  const fn = resourcesOf(cases, 'AWS::Lambda::Function').find(
    ([, { Properties }]) => Properties.FunctionName === 'layan-local-documents',
  )?.[1].Properties;

  it('acts in a role of its own', () => {
    expect(fn.Environment.Variables.DATA_ROLE_ARN).toBe(names.dataRoleArn('scans'));
  });

  it.each(FUNCTIONS)('shares that role with nobody: %s', async (name) => {
    const tagged = { 'aws:RequestTag/tenant': 'kota-a', 'aws:TagKeys': ['tenant'] };
    const from = { arn: names.functionRoleArn(name) };
    const assumed = await allows(from, 'sts:AssumeRole', names.dataRoleArn('scans'), tagged);
    expect(assumed).toBe(name === 'documents');
  });

  it.each(AUDIENCES)('reads what arrived, and no other audience does: %s', async (audience) => {
    const arrived = `arn:aws:s3:::${names.documentsBucket}/incoming/kota-a/x`;
    const read = await allows(
      { arn: names.dataRoleArn(audience), tenant: 'kota-a' },
      's3:GetObject',
      arrived,
    );
    expect(read).toBe(audience === 'scans');
  });
});

describe('the notifier, the one function that writes to citizens', () => {
  const notifier = { arn: names.functionRoleArn('notifier') };
  const send = (from: string, identity = names.senderIdentityArn('localhost'), role = notifier) =>
    allows(role, 'ses:SendEmail', identity, { 'ses:FromAddress': from });

  it('sends from one address of its own domain', async () => {
    expect(await send('noreply@localhost')).toBe(true);
    expect(await send('dinsos@localhost')).toBe(false);
    expect(await send('noreply@localhost', names.senderIdentityArn('other.example'))).toBe(false);
  });

  // The provisioner writes to managers and officers, of an emergency or a tenant that leaves (decisions 0103 and 0104).
  const others = FUNCTIONS.filter((name) => name !== 'notifier' && name !== 'provisioner');
  it.each(others)('is alone in it: not %s', async (name) => {
    const role = { arn: names.functionRoleArn(name) };
    expect(await send('noreply@localhost', names.senderIdentityArn('localhost'), role)).toBe(false);
  });

  it.each(AUDIENCES)('is alone in it: not the data role of %s', async (audience) => {
    const role = { arn: names.dataRoleArn(audience), tenant: 'kota-a' };
    expect(await send('noreply@localhost', names.senderIdentityArn('localhost'), role)).toBe(false);
  });

  it('runs for less time than it may claim a notice', () => {
    expect(NOTIFIER_TIMEOUT.toMilliseconds()).toBeLessThan(60_000);
  });
});

describe('mail from a public domain', () => {
  const cloud = synthesize(CLOUD);
  const only = (type: string) => resourcesOf({ cases: cloud.templates.cases }, type).map(([, each]) => each);

  it('is signed, and returns to a name below that domain', () => {
    const [identity] = only('AWS::SES::EmailIdentity');
    expect(identity?.Properties.EmailIdentity).toBe('layan.example');
    expect(identity?.Properties.MailFromAttributes.MailFromDomain).toBe('surel.layan.example');
    const records = only('AWS::Route53::RecordSet').map(({ Properties }) => Properties);
    expect(records.filter(({ Type }) => Type === 'CNAME')).toHaveLength(3);
  });

  it('that somebody forges is to be refused', () => {
    const records = only('AWS::Route53::RecordSet').map(({ Properties }) => Properties);
    const dmarc = records.find(({ Name }) => Name === '_dmarc.layan.example.');
    expect(dmarc?.ResourceRecords.join()).toContain('p=reject');
  });
});

describe('the queues', () => {
  const queues = resourcesOf(cases, 'AWS::SQS::Queue').map(([id, { Properties }]) => ({
    id: id.split('/')[1],
    ...Properties,
  }));

  it.each(queues)('are encrypted: $QueueName', ({ SqsManagedSseEnabled }) => {
    expect(SqsManagedSseEnabled).toBe(true);
  });

  it.each(queues)('refuse what does not come by TLS: $QueueName', ({ id }) => {
    const [, policy] =
      resourcesOf(cases, 'AWS::SQS::QueuePolicy').find(([, { Properties }]) =>
        Properties.Queues.some(({ Ref }: { Ref: string }) => Ref === id),
      ) ?? [];
    expect(policy?.Properties.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: 'sqs:*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });

  it.each(['changes', 'notices', 'sweeps'])('keep what failed five times for two weeks: %s', (name) => {
    const queue = queues.find(({ QueueName }) => QueueName === `layan-local-${name}`);
    expect(queue?.RedrivePolicy.maxReceiveCount).toBe(5);
    const dead = queues.find(({ QueueName }) => QueueName === `layan-local-${name}-dlq`);
    expect(dead?.MessageRetentionPeriod).toBe(14 * 24 * 3600);
  });

  it('hide a message six times as long as its consumer may take', () => {
    const timeoutOf = (name: string) =>
      resourcesOf(cases, 'AWS::Lambda::Function').find(
        ([, { Properties }]) => Properties.FunctionName === `layan-local-${name}`,
      )?.[1].Properties.Timeout;
    const hiddenFor = (name: string) =>
      queues.find(({ QueueName }) => QueueName === `layan-local-${name}`)?.VisibilityTimeout;
    expect(hiddenFor('changes')).toBe(6 * timeoutOf('projections'));
    expect(hiddenFor('notices')).toBe(6 * timeoutOf('notifier'));
    expect(hiddenFor('sweeps')).toBe(6 * timeoutOf('deadlines'));
  });
});

describe('the events', () => {
  const rules = resourcesOf(cases, 'AWS::Events::Rule').map(([, { Properties }]) => Properties);
  const rule = (name: string) => rules.find(({ Name }) => Name === name);

  it('call the check of a scan for uploads only, not for what was accepted', () => {
    expect(rule('layan-local-scan-arrived').EventPattern).toEqual({
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: {
        bucket: { name: ['layan-local-documents-000000000000'] },
        object: { key: [{ prefix: 'incoming/' }] },
      },
    });
  });

  it('look for due promises every minute', () => {
    expect(rule('layan-local-every-minute').ScheduleExpression).toBe('rate(1 minute)');
  });

  it('are kept when nobody could take them', () => {
    for (const { Targets } of rules) {
      for (const target of Targets) expect(target.DeadLetterConfig.Arn).toBeDefined();
    }
  });
});
