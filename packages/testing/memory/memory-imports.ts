// Imports of a register in memory.
import type { ImportRow, ImportStore, RegisterImport } from '@layan/application/ports/imports';
import { err, ok } from '@layan/domain/kernel/result';
import { copy } from './memory-table.ts';

export function memoryImports(): ImportStore {
  const imports = new Map<string, RegisterImport>();
  const rows = new Map<string, ReadonlyMap<number, ImportRow>>();
  const of = (importId: string) => rows.get(importId) ?? new Map<number, ImportRow>();
  const name = (agency: string, id: string) => `${agency}#${id}`;
  return {
    find: async (agency, id) => copy(imports.get(name(agency, id))),
    list: async (agency) => copy([...imports.values()].filter((one) => one.agency === agency)),
    save: async (record, before) => {
      const key = name(record.agency, record.id);
      if (imports.get(key)?.revision !== before) return err('changed-meanwhile');
      imports.set(key, copy(record));
      return ok(undefined);
    },
    findRow: async (importId, position) => copy(of(importId).get(position)),
    rows: async ({ importId, limit, after = 0 }) => {
      const left = [...of(importId).values()]
        .filter(({ position }) => position > after)
        .sort((a, b) => a.position - b.position);
      const shown = left.slice(0, limit);
      const last = left.length > limit ? shown.at(-1) : undefined;
      return { rows: copy(shown), ...(last && { next: last.position }) };
    },
    saveRow: async (importId, row, before) => {
      if (of(importId).get(row.position)?.revision !== before) return err('changed-meanwhile');
      rows.set(importId, new Map([...of(importId), [row.position, copy(row)]]));
      return ok(undefined);
    },
  };
}
