// Scheduled rules: `rate(...)` from the start of the host on, `cron(...)` by the minute, in UTC.
import type { Cloud, Rule } from '../cloud.ts';

const units: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Whether a schedule falls due in the minute that begins at `now`, and did not before it. */
export function isDue(expression: string, now: Date, since: Date): boolean {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate) {
    const period = Number(rate[1]) * (units[rate[2] ?? ''] ?? Number.NaN);
    const elapsed = Math.round((now.getTime() - since.getTime()) / 60_000) * 60_000;
    return elapsed > 0 && elapsed % period === 0;
  }
  const cron = /^cron\((\S+) (\S+) (\S+) (\S+) (\S+) (\S+)\)$/.exec(expression);
  if (!cron) throw new Error(`The schedule ${expression} is not supported.`);
  const moment = [
    now.getUTCMinutes(),
    now.getUTCHours(),
    now.getUTCDate(),
    now.getUTCMonth() + 1,
    now.getUTCDay() + 1,
    now.getUTCFullYear(),
  ];
  return moment.every((value, index) => fits(cron[index + 1] ?? '*', value));
}

const names = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

function fits(field: string, value: number): boolean {
  return field.split(',').some((part) => {
    if (part === '*' || part === '?') return true;
    const step = /^(\*|\d+)\/(\d+)$/.exec(part);
    if (step) {
      const from = step[1] === '*' ? 0 : Number(step[1]);
      return value >= from && (value - from) % Number(step[2]) === 0;
    }
    const [low, high] = part
      .split('-')
      .map((end) => (names.includes(end) ? names.indexOf(end) + 1 : Number(end)));
    if (low === undefined || Number.isNaN(low) || Number.isNaN(high ?? low))
      throw new Error(`The schedule field ${field} is not supported.`);
    return value >= low && value <= (high ?? low);
  });
}

/** The first minute is over soon: what fell due while the host was down need not wait for a whole one more. */
const FIRST_TICK = 5_000;
const MINUTE = 60_000;

export function startSchedules(
  cloud: Cloud,
  fire: (rule: Rule) => void,
  clock: () => Date = () => new Date(),
) {
  const since = new Date(clock().getTime() + FIRST_TICK - MINUTE);
  let timer: NodeJS.Timeout;
  const tick = () => {
    timer = setTimeout(tick, MINUTE);
    const now = clock();
    for (const rule of cloud.rules.values())
      if (rule.enabled && rule.schedule && isDue(rule.schedule, now, since)) fire(rule);
  };
  timer = setTimeout(tick, FIRST_TICK);
  return { stop: () => clearTimeout(timer) };
}
