import { describe, expect, it } from 'vitest';
import { decidingBy } from '../deciding.ts';
import { LOCAL, resourcesOf, synthesize } from '../synthesized.ts';

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

  it.each(['changes', 'sweeps'])('keep what failed five times for two weeks: %s', (name) => {
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
