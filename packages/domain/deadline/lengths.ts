// Durations side by side. Days that close and days that do not cannot be compared exactly: only what is certain is told.
import type { Duration, Term } from '../standard/duration.ts';
import type { TenantCalendar, WeekHours } from './calendar.ts';

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Minutes of an ordinary working day: five days make 37.5 hours (Perpres 21/2023). */
const ordinaryDay = 450;

/** The shortest open day of a week. */
const shortestDay = (week: WeekHours): number =>
  Math.min(
    ...week
      .filter((spans) => spans.length > 0)
      .map((spans) => spans.reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0)),
  );

export interface Lengths {
  /** The least time somebody can count on, in open minutes. */
  readonly atLeast: (duration: Duration) => number;
  /** The most. */
  readonly atMost: (duration: Duration) => number;
}

/** So many elapsed minutes at once are within one opening of a counter or office. */
const oneOpening = 240;

/**
 * Open minutes of a duration. A calendar day may be closed, and at most every one is open; hours and minutes that
 * elapse are taken as open ones where they fit into one opening.
 */
export const lengths = (calendar?: TenantCalendar, name: 'office' | 'counter' = 'office'): Lengths => {
  const day = calendar ? shortestDay(calendar[name]) : ordinaryDay;
  const elapsed = (minutes: number, share: number) =>
    minutes <= oneOpening ? minutes : Math.max(oneOpening, (minutes / 1_440) * day * share);
  const reckon =
    (share: number) =>
    ({ amount, unit }: Duration): number => {
      switch (unit) {
        case 'working_minute':
          return amount;
        case 'working_hour':
          return amount * 60;
        case 'working_day':
          return amount * day;
        case 'minute':
          return elapsed(amount, share);
        case 'hour':
          return elapsed(amount * 60, share);
        case 'calendar_day':
          return amount * day * share;
      }
    };
  return { atLeast: reckon(5 / 7), atMost: reckon(1) };
};

/** The longest that a term can be; undefined for a date that may be agreed for any day. */
export const longestOf = (term: Term): Duration | undefined => (term.unit === 'agreed' ? term.atMost : term);
