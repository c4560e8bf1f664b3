// The calendar of a tenant as the console shows it: hours, closures, and the days of the coming weeks.
import type { Closure, DaySpans, TenantCalendar } from '@layan/domain/deadline/calendar';
import { dateIn } from '@layan/domain/deadline/dates-in-words';
import { enteredClosures } from '@layan/domain/deadline/local-closures';
import { dateOf, dayNumberOf, hoursOn, weekdayOf } from '@layan/domain/deadline/working-days';
import type { InstantText } from '@layan/domain/kernel/ids';
import type { CalendarChange } from '../ports/calendar.ts';

export interface CalendarDay {
  readonly date: string;
  /** Nothing on a closed day. */
  readonly office: DaySpans;
  readonly counter: DaySpans;
  /** Why it is closed, where that has a name. */
  readonly closure?: Omit<Closure, 'date'>;
}

export interface CalendarView extends Pick<TenantCalendar, 'zone' | 'office' | 'counter' | 'special'> {
  readonly today: string;
  /** Of this year and the coming ones; those entered here can be taken back. */
  readonly closures: readonly (Closure & { readonly entered?: true })[];
  /** Whole weeks, Monday first, from this one on. */
  readonly days: readonly CalendarDay[];
  /** Open promises are still being reckoned again after the last change. */
  readonly moving: boolean;
}

const shownDays = 6 * 7;

const dayView = (calendar: TenantCalendar, date: string): CalendarDay => {
  const closure = calendar.closures.find((candidate) => candidate.date === date);
  return {
    date,
    office: hoursOn(calendar, 'office', date),
    counter: hoursOn(calendar, 'counter', date),
    ...(closure && { closure: { kind: closure.kind, name: closure.name } }),
  };
};

export const calendarView = (
  calendar: TenantCalendar,
  change: CalendarChange | undefined,
  now: InstantText,
): CalendarView => {
  const { zone, office, counter, special, closures } = calendar;
  const today = dateIn(zone, now);
  const entered = enteredClosures(calendar);
  const monday = dayNumberOf(today) - weekdayOf(dayNumberOf(today));
  return {
    today,
    zone,
    office,
    counter,
    special: special.filter(({ to }) => to >= today),
    closures: closures
      .filter(({ date }) => date.slice(0, 4) >= today.slice(0, 4))
      .map((closure) => (entered.includes(closure) ? { ...closure, entered: true as const } : closure)),
    days: Array.from({ length: shownDays }, (_, at) => dayView(calendar, dateOf(monday + at))),
    moving: change !== undefined && change.causes.length > 0,
  };
};
