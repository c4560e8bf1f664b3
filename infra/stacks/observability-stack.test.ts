import { describe, expect, it } from 'vitest';
import { FUNCTIONS } from '../constructs/names.ts';
import { CLOUD, resourcesOf, synthesize } from '../synthesized.ts';

const { templates, names } = synthesize(CLOUD);
const alarms = resourcesOf({ observability: templates.observability }, 'AWS::CloudWatch::Alarm').map(
  ([, { Properties }]) => Properties,
);
const alarm = (name: string) => alarms.find(({ AlarmName }) => AlarmName === `layan-prod-${name}`);

describe('the alarms', () => {
  it.each(alarms)('say what people notice and what to do first: $AlarmName', ({ AlarmDescription }) => {
    expect(AlarmDescription).toMatch(/^Dampak: [A-Z].+\.\nLangkah pertama: .+\.$/);
    expect(AlarmDescription.length).toBeLessThanOrEqual(1024);
  });

  it.each(alarms)('tell people when they ring and when they are over: $AlarmName', (each) => {
    expect(each.AlarmActions).toHaveLength(1);
    expect(each.OKActions).toEqual(each.AlarmActions);
  });

  it.each(FUNCTIONS)('watch errors and held-back calls of %s', (name) => {
    for (const what of ['errors', 'throttles']) {
      expect(alarm(`${name}-${what}`).Dimensions).toEqual([{ Name: 'FunctionName', Value: names.fn(name) }]);
    }
  });

  it('watch every queue where work waits for a person', () => {
    const dead = resourcesOf(templates, 'AWS::SQS::Queue')
      .map(([, { Properties }]) => String(Properties.QueueName))
      .filter((name) => name.endsWith('-dlq'));
    const watched = alarms
      .filter(({ MetricName }) => MetricName === 'ApproximateNumberOfMessagesVisible')
      .map(({ Dimensions }) => Dimensions[0].Value);
    expect(watched.sort()).toEqual(dead.sort());
  });

  it('ring when nobody looks after promises, silence included', () => {
    expect(alarm('promises-not-watched')).toMatchObject({
      MetricName: 'Invocations',
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
      TreatMissingData: 'breaching',
    });
  });

  it.each(['api-server-errors', 'relay-late', 'provisioner-stuck', 'tenant-stack-failed', 'changes-late'])(
    'include %s, and stay quiet when there is nothing to measure',
    (name) => {
      expect(alarm(name)?.TreatMissingData).toBe('notBreaching');
    },
  );

  it('count the failures of tenant stacks that the provisioner waits for', () => {
    const [, rule] = resourcesOf({ observability: templates.observability }, 'AWS::Events::Rule')[0] ?? [];
    expect(alarm('tenant-stack-failed').Dimensions).toEqual([
      { Name: 'RuleName', Value: rule?.Properties.Name },
    ]);
    expect(rule?.Properties.EventPattern.detail['status-details'].status).toContainEqual({
      suffix: 'FAILED',
    });
  });
});

describe('the topic of the alarms', () => {
  const inStack = { observability: templates.observability };

  it('is sealed with the key of operations', () => {
    const [, topic] = resourcesOf(inStack, 'AWS::SNS::Topic')[0] ?? [];
    expect(JSON.stringify(topic?.Properties.KmsMasterKeyId)).toContain('OperationsKey');
  });

  it('is written by CloudWatch of this account only, and by TLS', () => {
    const [, policy] = resourcesOf(inStack, 'AWS::SNS::TopicPolicy')[0] ?? [];
    const statements: { Effect: string; Principal: unknown; Condition: unknown }[] =
      policy?.Properties.PolicyDocument.Statement ?? [];
    expect(statements.filter(({ Effect }) => Effect === 'Allow')).toMatchObject([
      {
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
      },
    ]);
    expect(statements.filter(({ Effect }) => Effect === 'Deny')).toMatchObject([
      { Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ]);
  });
});

describe('the dashboard', () => {
  it('is one page', () => {
    templates.observability.resourceCountIs('AWS::CloudWatch::Dashboard', 1);
  });
});
