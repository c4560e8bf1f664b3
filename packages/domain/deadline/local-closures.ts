// Days on which a local government is closed by its own decision ("Hari jadi kota"), and what changing one moves.
import type { Closure, TenantCalendar } from './calendar.ts';
import { hoursOn } from './working-days.ts';

/** A day that began or ceased to count, and why: the reason that a promise moved for. */
export interface CalendarCause {
  readonly date: string;
  readonly reason: string;
}

export interface LocalClosure {
  readonly date: string;
  readonly name: string;
}

/** Whether anything is open on a date, office or counter. */
export const isOpenOn = (calendar: TenantCalendar, date: string): boolean =>
  (['office', 'counter'] as const).some((which) => hoursOn(calendar, which, date).length > 0);

export const localClosures = ({ closures }: TenantCalendar): readonly LocalClosure[] =>
  closures.filter(({ kind }) => kind === 'local').map(({ date, name }) => ({ date, name }));

/** The closures stay in the order of their days. */
export const withClosure = (calendar: TenantCalendar, { date, name }: LocalClosure): TenantCalendar => {
  const closure: Closure = { date, kind: 'local', name };
  const at = calendar.closures.findIndex((other) => other.date > date);
  return { ...calendar, closures: calendar.closures.toSpliced(at < 0 ? Infinity : at, 0, closure) };
};

export const withoutClosure = (calendar: TenantCalendar, date: string): TenantCalendar => ({
  ...calendar,
  closures: calendar.closures.filter((closure) => closure.kind !== 'local' || closure.date !== date),
});

export const closureAdded = ({ date, name }: LocalClosure): CalendarCause => ({
  date,
  reason: `libur daerah: ${name}`,
});

export const closureRemoved = ({ date, name }: LocalClosure): CalendarCause => ({
  date,
  reason: `libur daerah dibatalkan: ${name}`,
});
