// Seals in memory, with their files and the rows to check; whoever tampers holds the maps themselves.
import type { SealFiles, SealStore } from '@layan/application/ports/seals';
import type { CaseHead, SealRow } from '@layan/domain/audit/seal';
import type { CaseId } from '@layan/domain/kernel/ids';
import { byText, copy } from './memory-table.ts';

export interface MemorySealFiles extends SealFiles {
  readonly files: Map<number, string>;
}

export function memorySealFiles(): MemorySealFiles {
  const files = new Map<number, string>();
  return {
    files,
    keep: async (number, file) => {
      if (files.has(number)) return 'there-already';
      files.set(number, file);
      return 'kept';
    },
    read: async (number) => files.get(number),
  };
}

export function memorySeals(): SealStore {
  const heads = new Map<CaseId, CaseHead>();
  const rows: SealRow[] = [];
  return {
    noteHead: async (head) => {
      if ((heads.get(head.caseId)?.seq ?? 0) < head.seq) heads.set(head.caseId, copy(head));
    },
    heads: async (limit) =>
      copy([...heads.values()].sort((a, b) => byText(a.caseId, b.caseId)).slice(0, limit)),
    newest: async ({ before = Number.POSITIVE_INFINITY, limit }) =>
      copy(
        rows
          .filter(({ number }) => number < before)
          .sort((a, b) => b.number - a.number)
          .slice(0, limit),
      ),
    note: async (seal, sealed) => {
      if (rows.some(({ number }) => number === seal.number)) return 'known';
      rows.push(copy(seal));
      for (const { caseId, seq } of sealed) if ((heads.get(caseId)?.seq ?? 0) <= seq) heads.delete(caseId);
      return 'noted';
    },
  };
}
