// Letters in memory, by their content.
import { createHash } from 'node:crypto';
import type { LetterFiles, LetterType } from '@layan/application/ports/letters';
import { ContentHash } from '@layan/domain/standard/content-hash';

export interface MemoryLetters extends LetterFiles {
  /** What is kept under a hash, whatever its type. */
  kept(sha256: string): { readonly bytes: Uint8Array; readonly contentType: LetterType } | undefined;
}

export function memoryLetters(tenant: string): MemoryLetters {
  const files = new Map<string, { bytes: Uint8Array; contentType: LetterType }>();
  return {
    read: async (sha256) => {
      const found = files.get(sha256);
      return found?.contentType === 'application/pdf' ? found.bytes.slice() : undefined;
    },
    keep: async (bytes, contentType = 'application/pdf') => {
      const sha256 = ContentHash.parse(createHash('sha256').update(bytes).digest('hex'));
      if (!files.has(sha256)) files.set(sha256, { bytes: bytes.slice(), contentType });
      return { sha256, bytes: bytes.length };
    },
    link: async ({ sha256, fileName }) => `https://documents.example/letters/${tenant}/${sha256}/${fileName}`,
    kept: (sha256) => files.get(sha256),
  };
}
