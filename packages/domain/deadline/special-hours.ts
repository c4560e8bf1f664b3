// Periods with hours of their own, such as Ramadan of a year, and what entering one moves.
import type { TenantCalendar } from './calendar.ts';
import type { CalendarCause } from './local-closures.ts';
import { dateOf, dayNumberOf } from './working-days.ts';

export type SpecialPeriod = TenantCalendar['special'][number];

export const daysIn = ({ from, to }: Pick<SpecialPeriod, 'from' | 'to'>): readonly string[] => {
  const first = dayNumberOf(from);
  return Array.from({ length: Math.max(0, dayNumberOf(to) - first + 1) }, (_, at) => dateOf(first + at));
};

/** The period that shares a day with this one. */
export const overlapping = (
  { special }: TenantCalendar,
  { from, to }: Pick<SpecialPeriod, 'from' | 'to'>,
): SpecialPeriod | undefined => special.find((other) => other.from <= to && from <= other.to);

/** The periods stay in their order. */
export const withPeriod = (calendar: TenantCalendar, period: SpecialPeriod): TenantCalendar => ({
  ...calendar,
  special: [...calendar.special, period].sort((a, b) => (a.from < b.from ? -1 : 1)),
});

export const withoutPeriod = (calendar: TenantCalendar, from: string): TenantCalendar => ({
  ...calendar,
  special: calendar.special.filter((period) => period.from !== from),
});

/** Every day of it counts differently from now on, for the same reason. */
export const periodAdded = (period: SpecialPeriod): readonly CalendarCause[] =>
  daysIn(period).map((date) => ({ date, reason: `jam kerja ${period.name}` }));

export const periodRemoved = (period: SpecialPeriod): readonly CalendarCause[] =>
  daysIn(period).map((date) => ({ date, reason: `jam kerja ${period.name} dibatalkan` }));
