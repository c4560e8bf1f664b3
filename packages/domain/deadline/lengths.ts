// Durations side by side. Days that close and days that do not cannot be compared exactly: what is of another kind counts
// with the least it can be.
import type { Duration, Term } from '../standard/duration.ts';
import type { TenantCalendar, WeekHours } from './calendar.ts';

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Minutes of an ordinary working day: five days make 37.5 hours (Perpres 21/2023). */
const ordinaryDay = 450;

const wholeDay = 1_440;

/** Open minutes of the shortest open day of a week. */
const shortestDay = (week: WeekHours): number =>
  Math.min(
    ...week
      .filter((spans) => spans.length > 0)
      .map((spans) => spans.reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0)),
  );

/** So many elapsed minutes at once are within one opening of a counter or office. */
const oneOpening = 240;

/** Days that a week is open at most, where nothing is known of it. */
const mostOpenDays = 6;

const inElapsedMinutes = ({ amount, unit }: Duration, openDays = mostOpenDays): number => {
  switch (unit) {
    case 'minute':
    case 'working_minute':
      return amount;
    case 'hour':
    case 'working_hour':
      return amount * 60;
    // So many days begin right after a weekend at best: each full week of them spans one.
    case 'working_day':
      return (amount + (7 - openDays) * Math.floor(amount / openDays)) * wholeDay;
    case 'calendar_day':
      return amount * wholeDay;
  }
};

/** Of what elapses at least so much is open: a calendar day may be closed, but not all of a week. */
const inOpenMinutes = (day: number, duration: Duration): number => {
  const { amount, unit } = duration;
  if (unit === 'working_day') return amount * day;
  const elapsed = inElapsedMinutes(duration);
  if (unit === 'working_minute' || unit === 'working_hour' || elapsed <= oneOpening) return elapsed;
  return Math.max(oneOpening, (elapsed / wholeDay) * day * (5 / 7));
};

/**
 * How long durations are at least, measured as `measure` counts: exact for durations of its kind.
 *
 * @example leastLength({ amount: 3, unit: 'working_day' })({ amount: 1, unit: 'hour' }) // 60 minutes
 */
export const leastLength = (
  measure: Duration,
  calendar?: TenantCalendar,
  name: 'office' | 'counter' = 'office',
): ((duration: Duration) => number) => {
  const isOpenTime = measure.unit.startsWith('working');
  const day = calendar ? shortestDay(calendar[name]) : ordinaryDay;
  if (isOpenTime) return (duration) => inOpenMinutes(day, duration);
  const openDays = calendar?.[name].filter((spans) => spans.length > 0).length;
  return (duration) => inElapsedMinutes(duration, openDays);
};

/** The longest that a term can be; undefined for a date that may be agreed for any day. */
export const longestOf = (term: Term): Duration | undefined => (term.unit === 'agreed' ? term.atMost : term);
