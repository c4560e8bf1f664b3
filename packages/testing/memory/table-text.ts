// All that a tenant's table holds, as one text: whether anything changed is whether it is another.
import type { MemoryTable } from './memory-table.ts';

export const tableText = (table: MemoryTable): string =>
  JSON.stringify(table, (_name, value: unknown) => (value instanceof Map ? [...value] : value));
