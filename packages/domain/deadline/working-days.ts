// A tenant's calendar laid out day by day, in milliseconds. Days are counted from 1 January 1970 in the tenant's zone.
import { dateText } from '../kernel/instant.ts';
import type { DaySpans, TenantCalendar, WeekHours } from './calendar.ts';
import { offsetMs } from './zones.ts';

export type Hours = 'office' | 'counter';

export const dayMs = 86_400_000;

/** One local day. Without spans it is closed. */
export interface Day {
  readonly number: number;
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  readonly opens: number;
  readonly closes: number;
}

export interface DayPlan {
  /** Number of the local day an instant falls on. */
  dayNumber(ms: number): number;
  day(number: number): Day;
  /** The n-th open day after this one; n = 0 is the next open day at or after it. */
  openDay(after: number, n: number): Day;
  /** Last minute of a local day. */
  endOf(number: number): number;
}

/** Number of an ISO date; its midnight in UTC is a whole number of days from the epoch. */
export const dayNumberOf = (date: string): number => Date.parse(date) / dayMs;

export const dateOf = (dayNumber: number): string => dateText(dayNumber);

/** The calendar year of a day. */
export const yearOf = (dayNumber: number): number => new Date(dayNumber * dayMs).getUTCFullYear();

const clockMs = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
};

/** Monday is 0. 1 January 1970 was a Thursday. */
export const weekdayOf = (dayNumber: number): number => (((dayNumber + 3) % 7) + 7) % 7;

/** More closed days in a row than any calendar means. */
const closedLimit = 1_000;

const lay = (calendar: TenantCalendar, which: Hours): DayPlan => {
  const offset = offsetMs(calendar.zone);
  const closed = new Set(calendar.closures.map(({ date }) => dayNumberOf(date)));
  const periods = calendar.special.map((period) => ({
    first: dayNumberOf(period.from),
    last: dayNumberOf(period.to),
    hours: period[which],
  }));
  const hoursOf = (number: number): WeekHours =>
    periods.find(({ first, last }) => first <= number && number <= last)?.hours ?? calendar[which];
  const days = new Map<number, Day>();

  const make = (number: number): Day => {
    const midnight = number * dayMs - offset;
    const clocks = closed.has(number) ? [] : (hoursOf(number)[weekdayOf(number)] ?? []);
    const spans = clocks.map(({ from, to }) => ({
      from: midnight + clockMs(from),
      to: midnight + clockMs(to),
    }));
    return { number, spans, opens: spans[0]?.from ?? midnight, closes: spans.at(-1)?.to ?? midnight };
  };
  const day = (number: number): Day => {
    const known = days.get(number);
    if (known) return known;
    const made = make(number);
    days.set(number, made);
    return made;
  };
  const openDay = (after: number, n: number): Day => {
    let left = n;
    let closedDays = 0;
    for (let number = n === 0 ? after : after + 1; closedDays < closedLimit; number += 1) {
      const candidate = day(number);
      const open = candidate.spans.length > 0;
      closedDays = open ? 0 : closedDays + 1;
      if (open && left <= 1) return candidate;
      if (open) left -= 1;
    }
    throw new Error(`the ${which} is never open again after ${dateOf(after)}`);
  };
  return {
    dayNumber: (ms) => Math.floor((ms + offset) / dayMs),
    day,
    openDay,
    endOf: (number) => (number + 1) * dayMs - offset - 60_000,
  };
};

/** The hours of a date as the calendar writes them; none on a closed day. */
export const hoursOn = (calendar: TenantCalendar, which: Hours, date: string): DaySpans => {
  if (calendar.closures.some((closure) => closure.date === date)) return [];
  const period = calendar.special.find(({ from, to }) => from <= date && date <= to);
  return (period ?? calendar)[which][weekdayOf(dayNumberOf(date))] ?? [];
};

const laid = new WeakMap<TenantCalendar, Map<Hours, DayPlan>>();

/** The day plan of a calendar; laid out once and kept as long as the calendar is. */
export const dayPlan = (calendar: TenantCalendar, which: Hours): DayPlan => {
  const plans = laid.get(calendar) ?? new Map<Hours, DayPlan>();
  laid.set(calendar, plans);
  const plan = plans.get(which) ?? lay(calendar, which);
  plans.set(which, plan);
  return plan;
};
