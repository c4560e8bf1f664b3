// Writes a changed calendar. What it changes is noted first, so that no change is left without its promises being moved;
// a note without a change moves nothing.
import type { TenantCalendar } from '@layan/domain/deadline/calendar';
import type { CalendarCause } from '@layan/domain/deadline/local-closures';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { CalendarChange } from '../ports/calendar.ts';
import type { Ports } from '../ports/surroundings.ts';
import { type CalendarView, calendarView } from './calendar-view.ts';
import type { CalendarFailure } from './errors.ts';
import type { loadCalendar } from './load-calendar.ts';

export type ChangeCalendarPorts = Pick<Ports, 'directory' | 'calendarChanges' | 'clock'>;

type Loaded = Awaited<ReturnType<typeof loadCalendar>>;

export const changeCalendar = async (
  { directory, calendarChanges, clock }: ChangeCalendarPorts,
  { tenant, revision }: Loaded,
  calendar: TenantCalendar,
  added: readonly CalendarCause[],
): Promise<Result<CalendarView, CalendarFailure<'calendar-changed'>>> => {
  const noted = await calendarChanges.find();
  const days = new Set(added.map(({ date }) => date));
  const change: CalendarChange = {
    // The same day again says the last word about it.
    causes: [...(noted?.causes ?? []).filter(({ date }) => !days.has(date)), ...added],
    at: clock.now(),
    moved: false,
    revision: (noted?.revision ?? 0) + 1,
  };
  const note = await calendarChanges.save(change, noted?.revision);
  if (!note.ok) return err({ code: 'calendar-changed' });
  const changed = await directory.change({ ...tenant, calendar }, revision);
  return changed.ok ? ok(calendarView(calendar, change, clock.now())) : err({ code: 'calendar-changed' });
};
