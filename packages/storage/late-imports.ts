// The store of imports for a function that starts without it: a register is taken over once, cases come every minute.
import type { ImportStore } from '@layan/application/ports/imports';
import type { Table } from './table/table.ts';

export function lateImports(table: Table): ImportStore {
  const store = async () => (await import('./import-store.ts')).importStore(table);
  return {
    find: async (agency, id) => (await store()).find(agency, id),
    list: async (agency) => (await store()).list(agency),
    save: async (record, before) => (await store()).save(record, before),
    findRow: async (importId, position) => (await store()).findRow(importId, position),
    rows: async (query) => (await store()).rows(query),
    saveRow: async (importId, row, before) => (await store()).saveRow(importId, row, before),
  };
}
