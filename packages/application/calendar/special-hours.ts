// Enters and takes back a period with hours of its own, such as Ramadan; open promises are reckoned by it again.
import { mayUse } from '@layan/domain/access/operations';
import { TenantCalendar } from '@layan/domain/deadline/calendar';
import { dateIn } from '@layan/domain/deadline/dates-in-words';
import {
  daysIn,
  overlapping,
  periodAdded,
  periodRemoved,
  withoutPeriod,
  withPeriod,
} from '@layan/domain/deadline/special-hours';
import { err, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { CalendarView } from './calendar-view.ts';
import { type ChangeCalendarPorts, changeCalendar } from './change-calendar.ts';
import type { CalendarFailure } from './errors.ts';
import { loadCalendar } from './load-calendar.ts';
import { refuseDay } from './refuse-day.ts';

export interface AddSpecialHoursInput {
  readonly member: Membership;
  readonly from: string;
  readonly to: string;
  readonly name: string;
  /** Seven days, Monday first; checked here. */
  readonly office: unknown;
  readonly counter: unknown;
}

export type AddSpecialHoursError = CalendarFailure<
  | 'member-deactivated'
  | 'role-missing'
  | 'date-past'
  | 'date-today'
  | 'period-malformed'
  | 'period-overlaps'
  | 'hours-malformed'
  | 'calendar-changed'
>;

/** Ramadan has thirty days; nothing of this kind lasts twice as long. */
const longest = 62;

const Period = TenantCalendar.shape.special.def.element;

export const makeAddSpecialHours =
  (ports: ChangeCalendarPorts) =>
  async ({
    member,
    name,
    ...input
  }: AddSpecialHoursInput): Promise<Result<CalendarView, AddSpecialHoursError>> => {
    const allowed = mayUse(member, 'add-special-hours');
    if (!allowed.ok) return allowed;
    const period = Period.safeParse({ ...input, name: name.trim() });
    if (!period.success) return err({ code: 'hours-malformed' });
    const days = daysIn(period.data).length;
    if (days === 0 || days > longest) return err({ code: 'period-malformed' });
    const loaded = await loadCalendar(ports.directory);
    const { calendar } = loaded.tenant;
    const refusal = refuseDay(period.data.from, dateIn(calendar.zone, ports.clock.now()), false);
    if (refusal) return err(refusal);
    const other = overlapping(calendar, period.data);
    if (other) return err({ code: 'period-overlaps', name: other.name });
    return changeCalendar(ports, loaded, withPeriod(calendar, period.data), periodAdded(period.data));
  };

export interface RemoveSpecialHoursInput {
  readonly member: Membership;
  /** Its first day. */
  readonly from: string;
}

export type RemoveSpecialHoursError = CalendarFailure<
  'member-deactivated' | 'role-missing' | 'date-past' | 'date-today' | 'period-not-found' | 'calendar-changed'
>;

/** Only before it begins: promises were kept by what has been. */
export const makeRemoveSpecialHours =
  (ports: ChangeCalendarPorts) =>
  async ({
    member,
    from,
  }: RemoveSpecialHoursInput): Promise<Result<CalendarView, RemoveSpecialHoursError>> => {
    const allowed = mayUse(member, 'remove-special-hours');
    if (!allowed.ok) return allowed;
    const loaded = await loadCalendar(ports.directory);
    const { calendar } = loaded.tenant;
    const period = calendar.special.find((candidate) => candidate.from === from);
    if (!period) return err({ code: 'period-not-found' });
    const refusal = refuseDay(from, dateIn(calendar.zone, ports.clock.now()), false);
    if (refusal) return err(refusal);
    return changeCalendar(ports, loaded, withoutPeriod(calendar, from), periodRemoved(period));
  };
