// Who read what, in memory.
import type { ReadLog, ReadRow } from '@layan/application/ports/reads';
import { readKey } from '@layan/storage/keys';
import { byText, copy } from './memory-table.ts';

export function memoryReads(): ReadLog {
  const rows = new Map<string, Map<string, ReadRow>>();
  return {
    note: async (reading) => {
      const { about, at, ...who } = reading;
      const { pk, sk } = readKey(about, reading);
      const kept = rows.get(pk) ?? new Map<string, ReadRow>();
      const before = kept.get(sk) ?? { about, ...who, first: at, last: at, times: 0 };
      rows.set(pk, kept.set(sk, { ...before, last: at, times: before.times + 1 }));
    },
    list: async (about) => {
      const { pk } = readKey(about, { at: '2026-01-01T00:00:00Z', by: '', operation: '' });
      return copy([...(rows.get(pk) ?? [])].sort(([a], [b]) => byText(a, b)).map(([, row]) => row));
    },
  };
}
