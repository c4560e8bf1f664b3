// Changes that were left behind closed doors are read by the first of them, and by whoever opens the doors.
import type { LeftChanges } from '@layan/application/ports/left-changes';
import type { Clock } from '@layan/domain/kernel/clock';
import type { Table } from './table/table.ts';

export function lateLeftChanges(table: Table, clock: Clock): LeftChanges {
  const store = async () => (await import('./left-changes.ts')).leftChanges(table, clock);
  return {
    note: async (caseId) => (await store()).note(caseId),
    takeUp: async () => (await store()).takeUp(),
  };
}
