// The figures that alarms and the dashboard watch, by the names the resources carry.
import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { FunctionName, Names } from './names.ts';

const figure = (
  namespace: string,
  metricName: string,
  dimensionsMap: Record<string, string>,
  statistic: string = Stats.SUM,
) => new Metric({ namespace, metricName, dimensionsMap, statistic, period: Duration.minutes(5) });

export type Figures = ReturnType<typeof figuresOf>;

export function figuresOf(names: Names) {
  const ofFunction = (name: FunctionName, metric: string, statistic?: string) =>
    figure('AWS/Lambda', metric, { FunctionName: names.fn(name) }, statistic);
  const ofApi = (metric: string, statistic?: string) =>
    figure('AWS/ApiGateway', metric, { ApiName: names.restApi, Stage: 'live' }, statistic);
  const ofQueue = (name: string, metric: string) =>
    figure('AWS/SQS', metric, { QueueName: names.queue(name) }, Stats.MAXIMUM);

  return {
    calls: (name: FunctionName) => ofFunction(name, 'Invocations'),
    errors: (name: FunctionName) => ofFunction(name, 'Errors'),
    throttles: (name: FunctionName) => ofFunction(name, 'Throttles'),
    duration: (name: FunctionName) => ofFunction(name, 'Duration', Stats.percentile(95)),
    streamLagMilliseconds: (name: FunctionName) => ofFunction(name, 'IteratorAge', Stats.MAXIMUM),
    waiting: (queue: string) => ofQueue(queue, 'ApproximateNumberOfMessagesVisible'),
    oldestSeconds: (queue: string) => ofQueue(queue, 'ApproximateAgeOfOldestMessage'),
    requests: () => ofApi('Count'),
    serverErrors: () => ofApi('5XXError'),
    clientErrors: () => ofApi('4XXError'),
    latency: () => ofApi('Latency', Stats.percentile(95)),
    matched: (rule: string) => figure('AWS/Events', 'TriggeredRules', { RuleName: rule }),
    failedBackups: (what: 'Backup' | 'Copy') =>
      figure('AWS/Backup', `NumberOf${what}JobsFailed`, { BackupVaultName: names.backupVault }),
    refusedByFirewall: () =>
      figure('AWS/WAFV2', 'BlockedRequests', { WebACL: names.restApi, Region: names.region, Rule: 'ALL' }),
  };
}
