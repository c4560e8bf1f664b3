// What of the calendar changed, in memory.
import type { CalendarChange, CalendarChanges } from '@layan/application/ports/calendar';
import { err, ok } from '@layan/domain/kernel/result';
import { copy } from './memory-table.ts';

export function memoryCalendarChanges(): CalendarChanges {
  let kept: CalendarChange | undefined;
  return {
    find: async () => copy(kept),
    save: async (change, before) => {
      if (kept?.revision !== before) return err('changed-meanwhile');
      kept = copy(change);
      return ok(undefined);
    },
  };
}
