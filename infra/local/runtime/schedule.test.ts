import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyCloud } from '../cloud.ts';
import { isDue, startSchedules } from './schedule.ts';

const start = new Date('2026-03-02T00:00:10Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);

describe('rate schedules', () => {
  it.each([
    ['rate(1 minute)', 60, true],
    ['rate(1 minute)', 60.9, true],
    ['rate(1 minute)', 59.99, true],
    ['rate(1 minute)', 0, false],
    ['rate(5 minutes)', 240, false],
    ['rate(5 minutes)', 300, true],
    ['rate(1 hour)', 3600, true],
    ['rate(1 day)', 3600, false],
  ])('%s after %d seconds: %s', (expression, seconds, expected) => {
    expect(isDue(expression, after(seconds), start)).toBe(expected);
  });
});

describe('cron schedules, in UTC', () => {
  it.each([
    ['cron(0 1 * * ? *)', '2026-03-02T01:00:30Z', true],
    ['cron(0 1 * * ? *)', '2026-03-02T01:01:30Z', false],
    ['cron(0/15 * * * ? *)', '2026-03-02T07:45:00Z', true],
    ['cron(0/15 * * * ? *)', '2026-03-02T07:46:00Z', false],
    ['cron(30 2 ? * MON-FRI *)', '2026-03-02T02:30:00Z', true],
    ['cron(30 2 ? * MON-FRI *)', '2026-03-01T02:30:00Z', false],
    ['cron(0 0 1 1,3 ? 2026)', '2026-03-01T00:00:00Z', true],
  ])('%s at %s: %s', (expression, at, expected) => {
    expect(isDue(expression, new Date(at), start)).toBe(expected);
  });
});

it.each(['every minute', 'rate(1 fortnight)', 'cron(0 1 L * ? *)'])('refuses %s', (expression) => {
  expect(() => isDue(expression, new Date('2026-03-02T01:00:00Z'), start)).toThrow('is not supported');
});

describe('schedules of a host', () => {
  beforeEach(() => void vi.useFakeTimers({ now: start }));
  afterEach(() => void vi.useRealTimers());

  it('run soon after it has started, for what fell due while it was down, and then by the minute', () => {
    const cloud = emptyCloud();
    for (const schedule of ['rate(1 minute)', 'rate(1 hour)']) {
      cloud.rules.set(schedule, { arn: schedule, name: schedule, schedule, enabled: true, targets: [] });
    }
    const fired: (readonly [string, number])[] = [];
    const { stop } = startSchedules(cloud, ({ name }) =>
      fired.push([name, (Date.now() - start.getTime()) / 1_000]),
    );
    vi.advanceTimersByTime(130_000);
    stop();
    vi.advanceTimersByTime(600_000);
    expect(fired).toEqual([
      ['rate(1 minute)', 5],
      ['rate(1 minute)', 65],
      ['rate(1 minute)', 125],
    ]);
  });
});
