// Letters in memory, by their case and their content.
import { createHash } from 'node:crypto';
import type { LetterFiles, LetterType } from '@layan/application/ports/letters';
import type { CaseId } from '@layan/domain/kernel/ids';
import { ContentHash } from '@layan/domain/standard/content-hash';
import { byText, emptyTable, type MemoryTable } from './memory-table.ts';

export interface MemoryLetters extends LetterFiles {
  /** What is kept under a hash, whatever its case and type. */
  kept(sha256: string): { readonly bytes: Uint8Array; readonly contentType: LetterType } | undefined;
}

export function memoryLetters(tenant: string, table: MemoryTable = emptyTable()): MemoryLetters {
  const files = new Map<string, { bytes: Uint8Array; contentType: LetterType }>();
  const nameOf = (caseId: CaseId, sha256: string) => `${caseId}/${sha256}`;
  return {
    read: async (caseId, sha256) => {
      const found = files.get(nameOf(caseId, sha256));
      return found?.contentType === 'application/pdf' ? found.bytes.slice() : undefined;
    },
    keep: async ({ caseId, bytes, contentType = 'application/pdf', upload }) => {
      const sha256 = ContentHash.parse(createHash('sha256').update(bytes).digest('hex'));
      const others = (table.letters.get(caseId) ?? []).filter((one) => one.sha256 !== sha256);
      const noted = [...others, { sha256, ...(upload !== undefined && { upload }) }];
      table.letters.set(
        caseId,
        noted.sort((a, b) => byText(a.sha256, b.sha256)),
      );
      const name = nameOf(caseId, sha256);
      if (!files.has(name)) files.set(name, { bytes: bytes.slice(), contentType });
      return { sha256, bytes: bytes.length };
    },
    link: async ({ caseId, sha256, fileName }) =>
      `https://documents.example/letters/${tenant}/${caseId}/${sha256}/${fileName}`,
    kept: (sha256) => [...files].find(([name]) => name.endsWith(`/${sha256}`))?.[1],
  };
}
