// Metrics in CloudWatch's embedded format: one log line that CloudWatch turns into figures, no call at run time.
import type { Write } from './logger.ts';

export const metricNames = {
  CasesFiled: 'Count',
  ScansRefused: 'Count',
  PromisesBroken: 'Count',
  TimersFired: 'Count',
  ProvisioningFailed: 'Count',
  SweepsDone: 'Count',
  NoticesSent: 'Count',
  NoticesRefused: 'Count',
} as const satisfies Record<string, 'Count'>;

export type MetricName = keyof typeof metricNames;

const toStdout: Write = (line) => {
  process.stdout.write(`${line}\n`);
};

/** Counts `name` for a stage, and per tenant when one is given. */
export function createMetrics(stage: string, write: Write = toStdout, now: () => number = Date.now) {
  return {
    count(name: MetricName, amount: number, tenant?: string): void {
      const dimensions = tenant === undefined ? [['stage']] : [['stage'], ['stage', 'tenant']];
      write(
        JSON.stringify({
          _aws: {
            Timestamp: now(),
            CloudWatchMetrics: [
              {
                Namespace: 'Layan',
                Dimensions: dimensions,
                Metrics: [{ Name: name, Unit: metricNames[name] }],
              },
            ],
          },
          stage,
          ...(tenant === undefined ? {} : { tenant }),
          [name]: amount,
        }),
      );
    },
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
