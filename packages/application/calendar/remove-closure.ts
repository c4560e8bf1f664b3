// Takes back a day on which the local government would have been closed; open promises move back by it. Days that were
// decreed before they came here stay.
import { mayUse } from '@layan/domain/access/operations';
import { dateIn } from '@layan/domain/deadline/dates-in-words';
import { closureRemoved, enteredClosures, withoutClosure } from '@layan/domain/deadline/local-closures';
import { err, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { CalendarView } from './calendar-view.ts';
import { type ChangeCalendarPorts, changeCalendar } from './change-calendar.ts';
import type { CalendarFailure } from './errors.ts';
import { loadCalendar } from './load-calendar.ts';
import { refuseDay } from './refuse-day.ts';

export interface RemoveClosureInput {
  readonly member: Membership;
  readonly date: string;
  readonly today?: boolean | undefined;
}

export type RemoveClosureError = CalendarFailure<
  | 'member-deactivated'
  | 'role-missing'
  | 'closure-not-found'
  | 'date-past'
  | 'date-today'
  | 'calendar-changed'
>;

export const makeRemoveClosure =
  (ports: ChangeCalendarPorts) =>
  async ({
    member,
    date,
    today = false,
  }: RemoveClosureInput): Promise<Result<CalendarView, RemoveClosureError>> => {
    const allowed = mayUse(member, 'remove-closure');
    if (!allowed.ok) return allowed;
    const loaded = await loadCalendar(ports.directory);
    const { calendar } = loaded.tenant;
    const closure = enteredClosures(calendar).find((candidate) => candidate.date === date);
    if (!closure) return err({ code: 'closure-not-found' });
    const refusal = refuseDay(date, dateIn(calendar.zone, ports.clock.now()), today);
    if (refusal) return err(refusal);
    return changeCalendar(ports, loaded, withoutClosure(calendar, date), [closureRemoved(closure)]);
  };
