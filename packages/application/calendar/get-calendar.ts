// Which days and hours count for the promises of this tenant, for everybody who works here.
import { mayUse } from '@layan/domain/access/operations';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { type CalendarView, calendarView } from './calendar-view.ts';
import type { CalendarFailure } from './errors.ts';
import { loadCalendar } from './load-calendar.ts';

export const makeGetCalendar =
  ({ directory, calendarChanges, clock }: Pick<Ports, 'directory' | 'calendarChanges' | 'clock'>) =>
  async ({
    member,
  }: {
    readonly member: Membership;
  }): Promise<Result<CalendarView, CalendarFailure<'member-deactivated' | 'role-missing'>>> => {
    const allowed = mayUse(member, 'get-calendar');
    if (!allowed.ok) return allowed;
    const [{ tenant }, change] = await Promise.all([loadCalendar(directory), calendarChanges.find()]);
    return ok(calendarView(tenant.calendar, change, clock.now()));
  };
