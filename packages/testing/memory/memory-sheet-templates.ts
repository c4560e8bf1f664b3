// Layouts of spreadsheets in memory.
import type { SheetTemplate, SheetTemplates } from '@layan/application/ports/sheets';
import { err, ok } from '@layan/domain/kernel/result';
import { copy } from './memory-table.ts';

export function memorySheetTemplates(): SheetTemplates {
  const kept = new Map<string, SheetTemplate>();
  return {
    find: async (standard) => copy(kept.get(standard)),
    save: async (template, before) => {
      if (kept.get(template.standard)?.revision !== before) return err('changed-meanwhile');
      kept.set(template.standard, copy(template));
      return ok(undefined);
    },
  };
}
