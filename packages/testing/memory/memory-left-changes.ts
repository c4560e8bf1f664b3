// Changes that were left behind closed doors.
import type { LeftChanges } from '@layan/application/ports/left-changes';
import type { CaseId } from '@layan/domain/kernel/ids';
import type { MemoryTable } from './memory-table.ts';

export function memoryLeftChanges(table: MemoryTable): LeftChanges {
  const noted = new Set<CaseId>();
  return {
    note: async (caseId) => {
      noted.add(caseId);
    },
    takeUp: async () => {
      table.outbox.push(...[...noted].map((caseId) => ({ caseId, seq: 0 })));
      noted.clear();
    },
  };
}
