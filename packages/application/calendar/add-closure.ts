// Enters a day on which the local government is closed, by its own decision or by a decree that came later; open promises
// move by it.
import { mayUse } from '@layan/domain/access/operations';
import type { Closure } from '@layan/domain/deadline/calendar';
import { dateIn } from '@layan/domain/deadline/dates-in-words';
import { closureAdded, isOpenOn, withClosure } from '@layan/domain/deadline/local-closures';
import { err, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { CalendarView } from './calendar-view.ts';
import { type ChangeCalendarPorts, changeCalendar } from './change-calendar.ts';
import type { CalendarFailure } from './errors.ts';
import { loadCalendar } from './load-calendar.ts';
import { refuseDay } from './refuse-day.ts';

export interface AddClosureInput {
  readonly member: Membership;
  readonly date: string;
  readonly name: string;
  /** Decreed by the government later; local when absent. */
  readonly kind?: Closure['kind'] | undefined;
  /** Whoever closes the day that has begun says so. */
  readonly today?: boolean | undefined;
}

export type AddClosureError = CalendarFailure<
  | 'member-deactivated'
  | 'role-missing'
  | 'date-past'
  | 'date-today'
  | 'date-too-far'
  | 'already-closed'
  | 'calendar-changed'
>;

/** Until the end of the year after the next. */
const lastDay = (today: string): string => `${Number(today.slice(0, 4)) + 2}-12-31`;

export const makeAddClosure =
  (ports: ChangeCalendarPorts) =>
  async ({
    member,
    date,
    today: knowingly = false,
    ...input
  }: AddClosureInput): Promise<Result<CalendarView, AddClosureError>> => {
    const allowed = mayUse(member, 'add-closure');
    if (!allowed.ok) return allowed;
    const loaded = await loadCalendar(ports.directory);
    const { calendar } = loaded.tenant;
    const today = dateIn(calendar.zone, ports.clock.now());
    const refusal = refuseDay(date, today, knowingly);
    if (refusal) return err(refusal);
    const last = lastDay(today);
    if (date > last) return err({ code: 'date-too-far', last });
    const known = calendar.closures.find((closure) => closure.date === date);
    if (known) return err({ code: 'already-closed', name: known.name });
    if (!isOpenOn(calendar, date)) return err({ code: 'already-closed' });
    const closure = { date, name: input.name.trim(), kind: input.kind ?? ('local' as const) };
    return changeCalendar(ports, loaded, withClosure(calendar, closure), [closureAdded(closure)]);
  };
