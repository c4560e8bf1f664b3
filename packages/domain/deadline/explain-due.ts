// Why a deadline falls where it falls, day by day: which days counted, which were closed and for what reason, which hours
// were used. It explains what `dueAt` and `dueOn` reckon and never reckons otherwise.
import type { InstantText } from '../kernel/ids.ts';
import { epochMs, toInstantText } from '../kernel/instant.ts';
import type { Duration } from '../standard/duration.ts';
import type { TenantCalendar } from './calendar.ts';
import { arrive } from './open-time.ts';
import { type DayPlan, dateOf, dayNumberOf, dayPlan, type Hours } from './working-days.ts';
import { dueAt, dueOn, type Reckoning } from './working-time.ts';

/** Why nothing counts on a day. `noHours`: the week, or a special period, has no opening hours for it. */
export interface ClosedDay {
  readonly why: 'nationalHoliday' | 'jointLeave' | 'local' | 'noHours';
  /** Name of the closure as it was decreed. */
  readonly name?: string;
}

export interface UsedSpan {
  readonly from: InstantText;
  readonly to: InstantText;
  readonly minutes: number;
}

export interface TraceDay {
  readonly date: string;
  /** 0: the day it arrives; 1, 2, 3 …: a day that counts. Absent where days are not counted, and on days that do not count. */
  readonly count?: number;
  /** Absent for durations that run through closed days. */
  readonly closed?: ClosedDay;
  /** Name of the special period whose hours apply, e.g. Ramadan. */
  readonly period?: string;
  /** Opening hours that were used up, for durations in working minutes and hours. */
  readonly used?: readonly UsedSpan[];
}

export interface DueTrace extends Reckoning {
  readonly from: InstantText;
  /** When it counts as come: at once while open, else at the next opening. */
  readonly arrived: InstantText;
  /** Every day from the start to the end, both included; empty for durations that run by the clock. */
  readonly days: readonly TraceDay[];
}

const closedBecause = (calendar: TenantCalendar, date: string): ClosedDay => {
  const closures = calendar.closures.filter((closure) => closure.date === date);
  const [first] = closures;
  return first ? { why: first.kind, name: closures.map(({ name }) => name).join('; ') } : { why: 'noHours' };
};

const periodOf = (calendar: TenantCalendar, date: string): { period?: string } => {
  const period = calendar.special.find(({ from, to }) => from <= date && date <= to);
  return period ? { period: period.name } : {};
};

const usedOn = (plan: DayPlan, day: number, from: number, to: number): readonly UsedSpan[] =>
  plan.day(day).spans.flatMap((span) => {
    const [start, end] = [Math.max(span.from, from), Math.min(span.to, to)];
    return end > start
      ? [{ from: toInstantText(start), to: toInstantText(end), minutes: (end - start) / 60_000 }]
      : [];
  });

/** The days from one to another, numbered from `zero` on where they count. */
const laidOut = (
  calendar: TenantCalendar,
  plan: DayPlan,
  [first, zero, last]: readonly [number, number, number],
  more: (day: number, open: boolean, count: number) => Partial<TraceDay>,
): readonly TraceDay[] => {
  const days: TraceDay[] = [];
  let count = 0;
  for (let number = first; number <= last; number += 1) {
    const open = plan.day(number).spans.length > 0;
    if (open && number > zero) count += 1;
    const date = dateOf(number);
    days.push({
      date,
      ...(open ? periodOf(calendar, date) : { closed: closedBecause(calendar, date) }),
      ...more(number, open, count),
    });
  }
  return days;
};

const throughAll = (first: number, last: number): readonly TraceDay[] =>
  Array.from({ length: last - first + 1 }, (_, at) => ({ date: dateOf(first + at), count: at }));

const daysOf = (
  calendar: TenantCalendar,
  plan: DayPlan,
  { unit }: Duration,
  from: number,
  due: number,
): readonly TraceDay[] => {
  const [first, last] = [plan.dayNumber(from), plan.dayNumber(due)];
  const zero = arrive(plan, from).day.number;
  switch (unit) {
    case 'minute':
    case 'hour':
      return [];
    case 'calendar_day':
      return throughAll(first, last);
    case 'working_day':
      return laidOut(calendar, plan, [first, zero, last], (day, open, count) =>
        open && day >= zero ? { count } : {},
      );
    case 'working_minute':
    case 'working_hour':
      return laidOut(calendar, plan, [first, zero, last], (day, open) =>
        open ? { used: usedOn(plan, day, from, due) } : {},
      );
  }
};

/**
 * The reckoning of `dueAt` with every day that it went through.
 * @example explainDue(calendar, 'office', received, { amount: 3, unit: 'working_day' }).days
 */
export const explainDue = (
  calendar: TenantCalendar,
  which: Hours,
  from: InstantText,
  duration: Duration,
): DueTrace => {
  const plan = dayPlan(calendar, which);
  const due = dueAt(calendar, which, from, duration);
  const start = epochMs(from);
  const waits = duration.unit.startsWith('working_');
  return {
    ...due,
    from,
    arrived: waits ? toInstantText(arrive(plan, start).ms) : from,
    days: daysOf(calendar, plan, duration, start, epochMs(due.at)),
  };
};

/** The reckoning of `dueOn`: the agreed date, and the closed days after it where it is closed itself. */
export const explainAgreed = (
  calendar: TenantCalendar,
  which: Hours,
  from: InstantText,
  date: string,
): DueTrace => {
  const plan = dayPlan(calendar, which);
  const due = dueOn(calendar, which, from, date);
  const agreed = dayNumberOf(date);
  const last = plan.dayNumber(epochMs(due.at));
  return {
    ...due,
    from,
    arrived: from,
    days: laidOut(calendar, plan, [agreed, agreed, last], () => ({})),
  };
};
