// Daily figures in memory.
import type { CountedDay, FigureStore } from '@layan/application/ports/figures';
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import { copy, type MemoryTable } from './memory-table.ts';

export function memoryFigures(table: MemoryTable): FigureStore {
  const counted = new Map<CaseId, number>();
  const days = new Map<string, CountedDay>();
  return {
    countedTo: async (caseId) => counted.get(caseId) ?? 0,
    eventsAfter: async (caseId, after) =>
      copy((table.events.get(caseId) ?? []).filter(({ seq }) => seq > after)),
    day: async (agency, date) => copy(days.get(`${agency}#${date}`)),
    advance: async ({ caseId, agency, from, to, days: next }) => {
      const place = (date: string) => `${agency}#${date}`;
      const stale = next.some(
        ({ figures, revision }) => days.get(place(figures.date))?.revision !== revision,
      );
      if (stale || (counted.get(caseId) ?? 0) !== from) return err('moved-meanwhile');
      counted.set(caseId, to);
      for (const { figures, revision } of next)
        days.set(place(figures.date), copy({ figures, revision: (revision ?? 0) + 1 }));
      return ok(undefined);
    },
  };
}
