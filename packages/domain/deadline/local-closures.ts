// Days on which a local government is closed by its own decision ("Hari jadi kota") or by a decree that came later, and
// what changing one moves.
import type { Closure, TenantCalendar } from './calendar.ts';
import { decreedClosures } from './holidays.ts';
import { hoursOn } from './working-days.ts';

/** A day that began or ceased to count, and why: the reason that a promise moved for. */
export interface CalendarCause {
  readonly date: string;
  readonly reason: string;
}

export interface LocalClosure {
  readonly date: string;
  readonly name: string;
  /** A day decreed by the government counts like one of our own; local when absent. */
  readonly kind?: Closure['kind'];
}

/** Whether anything is open on a date, office or counter. */
export const isOpenOn = (calendar: TenantCalendar, date: string): boolean =>
  (['office', 'counter'] as const).some((which) => hoursOn(calendar, which, date).length > 0);

export const localClosures = ({ closures }: TenantCalendar): readonly LocalClosure[] =>
  closures.filter(({ kind }) => kind === 'local').map(({ date, name }) => ({ date, name }));

/** The closures stay in the order of their days. */
export const withClosure = (
  calendar: TenantCalendar,
  { date, name, kind = 'local' }: LocalClosure,
): TenantCalendar => {
  const closure: Closure = { date, kind, name };
  const at = calendar.closures.findIndex((other) => other.date > date);
  return { ...calendar, closures: calendar.closures.toSpliced(at < 0 ? Infinity : at, 0, closure) };
};

/** Days that somebody here entered: those that were decreed when this was written stay as they are. */
export const enteredClosures = ({ closures }: TenantCalendar): readonly Closure[] => {
  const decreed = new Set(decreedClosures.map(({ date, name }) => `${date} ${name}`));
  return closures.filter(({ kind, date, name }) => kind === 'local' || !decreed.has(`${date} ${name}`));
};

export const withoutClosure = (calendar: TenantCalendar, date: string): TenantCalendar => {
  const entered = enteredClosures(calendar).filter((closure) => closure.date === date);
  return { ...calendar, closures: calendar.closures.filter((closure) => !entered.includes(closure)) };
};

const kinds = {
  local: 'libur daerah',
  nationalHoliday: 'libur nasional',
  jointLeave: 'cuti bersama',
} as const satisfies Record<Closure['kind'], string>;

export const closureAdded = ({ date, name, kind = 'local' }: LocalClosure): CalendarCause => ({
  date,
  reason: `${kinds[kind]}: ${name}`,
});

export const closureRemoved = ({ date, name, kind = 'local' }: LocalClosure): CalendarCause => ({
  date,
  reason: `${kinds[kind]} dibatalkan: ${name}`,
});
