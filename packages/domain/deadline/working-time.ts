// The one place that reckons deadlines. N working days end at the close of the office on the N-th open day; what arrives
// after closing arrives at the next opening, whose day is day 0. Working minutes and hours run only while the office is open.
import type { InstantText } from '../kernel/ids.ts';
import { epochMs, toInstantText } from '../kernel/instant.ts';
import type { Duration } from '../standard/duration.ts';
import type { TenantCalendar } from './calendar.ts';
import { addWorkingMs, arrive, openDaysBetween, workingMsBetween } from './open-time.ts';
import { type DayPlan, dateOf, dayNumberOf, dayPlan, type Hours, yearOf } from './working-days.ts';

/** A reckoned instant, and the years it spans whose holidays are not decreed yet: until they are, it is an estimate. */
export interface Reckoning {
  readonly at: InstantText;
  readonly unknownYears: readonly number[];
}

const decreed = new WeakMap<TenantCalendar, ReadonlySet<number>>();

const decreedYears = (calendar: TenantCalendar): ReadonlySet<number> => {
  const known =
    decreed.get(calendar) ??
    new Set(
      calendar.closures
        .filter(({ kind }) => kind === 'nationalHoliday')
        .map(({ date }) => Number(date.slice(0, 4))),
    );
  decreed.set(calendar, known);
  return known;
};

const unknownYears = (calendar: TenantCalendar, fromDay: number, toDay: number): readonly number[] => {
  const years: number[] = [];
  const last = yearOf(toDay);
  for (let year = yearOf(fromDay); year <= last; year += 1) {
    if (!decreedYears(calendar).has(year)) years.push(year);
  }
  return years;
};

const minuteMs = 60_000;
const hourMs = 3_600_000;

const dueMs = (plan: DayPlan, from: number, { amount, unit }: Duration): number => {
  switch (unit) {
    case 'minute':
      return from + amount * minuteMs;
    case 'hour':
      return from + amount * hourMs;
    case 'calendar_day':
      return plan.endOf(plan.dayNumber(from) + amount);
    case 'working_minute':
      return addWorkingMs(plan, from, amount * minuteMs);
    case 'working_hour':
      return addWorkingMs(plan, from, amount * hourMs);
    case 'working_day':
      return plan.openDay(arrive(plan, from).day.number, amount).closes;
  }
};

const reckoned = (
  calendar: TenantCalendar,
  plan: DayPlan,
  unit: Duration['unit'],
  from: number,
  to: number,
): Reckoning => ({
  at: toInstantText(to),
  unknownYears: unit.startsWith('working_')
    ? unknownYears(calendar, plan.dayNumber(from), plan.dayNumber(to))
    : [],
});

/**
 * When a duration that starts at `from` is over. Minutes and hours run day and night; calendar days end with the day.
 * @example dueAt(calendar, 'office', received, { amount: 3, unit: 'working_day' }).at
 */
export const dueAt = (
  calendar: TenantCalendar,
  which: Hours,
  from: InstantText,
  duration: Duration,
): Reckoning => {
  const plan = dayPlan(calendar, which);
  const start = epochMs(from);
  return reckoned(calendar, plan, duration.unit, start, dueMs(plan, start, duration));
};

/** The close of a date; of the next open day where that one is closed. */
export const dueOn = (calendar: TenantCalendar, which: Hours, from: InstantText, date: string): Reckoning => {
  const plan = dayPlan(calendar, which);
  const { closes } = plan.openDay(dayNumberOf(date), 0);
  return reckoned(calendar, plan, 'working_day', epochMs(from), closes);
};

/** When something that arrives now counts as received. */
export const receivedAt = (calendar: TenantCalendar, which: Hours, at: InstantText): Reckoning => {
  const plan = dayPlan(calendar, which);
  return reckoned(calendar, plan, 'working_day', epochMs(at), arrive(plan, epochMs(at)).ms);
};

/** Where a deadline ends that stood still from `pausedAt` to `resumedAt`: what was left then is left now. */
export const dueAfterPause = (
  calendar: TenantCalendar,
  which: Hours,
  unit: Duration['unit'],
  pause: { readonly pausedAt: InstantText; readonly dueAt: InstantText; readonly resumedAt: InstantText },
): Reckoning => {
  const plan = dayPlan(calendar, which);
  const [paused, due, resumed] = [epochMs(pause.pausedAt), epochMs(pause.dueAt), epochMs(pause.resumedAt)];
  const moved = (): number => {
    switch (unit) {
      case 'minute':
      case 'hour':
        return due + (resumed - paused);
      case 'calendar_day':
        return plan.endOf(plan.dayNumber(resumed) + (plan.dayNumber(due) - plan.dayNumber(paused)));
      case 'working_minute':
      case 'working_hour':
        return addWorkingMs(plan, resumed, workingMsBetween(plan, paused, due));
      case 'working_day': {
        const left = openDaysBetween(plan, arrive(plan, paused).day.number, plan.dayNumber(due));
        return plan.openDay(arrive(plan, resumed).day.number, left).closes;
      }
    }
  };
  return reckoned(calendar, plan, unit, resumed, moved());
};

/** Working time between now and a deadline; after it, the working time by which it is missed. */
export interface Remaining {
  readonly late: boolean;
  /** Open days after today, the day of the deadline included. */
  readonly workingDays: number;
  readonly workingMinutes: number;
}

export const remaining = (
  calendar: TenantCalendar,
  which: Hours,
  now: InstantText,
  due: InstantText,
): Remaining => {
  const plan = dayPlan(calendar, which);
  const late = epochMs(now) > epochMs(due);
  const [first, last] = late ? [epochMs(due), epochMs(now)] : [epochMs(now), epochMs(due)];
  return {
    late,
    workingDays: openDaysBetween(plan, plan.dayNumber(first), plan.dayNumber(last)),
    workingMinutes: Math.floor(workingMsBetween(plan, first, last) / minuteMs),
  };
};

/** The n-th open day after a date, whatever the hour; the date itself is day 0. */
export const addWorkingDays = (calendar: TenantCalendar, which: Hours, date: string, n: number): string =>
  dateOf(dayPlan(calendar, which).openDay(dayNumberOf(date), n).number);
