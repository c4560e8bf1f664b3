// Files that commands write, and why one could not be written.
import { UsageError } from '../errors.ts';
import type { Surroundings } from '../surroundings.ts';
import { codeOf } from './read-text.ts';

const writeErrors: Readonly<Record<string, string>> = {
  ENOENT: 'foldernya tidak ada',
  ENOTDIR: 'foldernya tidak ada',
  EISDIR: 'nama itu sebuah folder',
  EACCES: 'tidak diizinkan',
  EPERM: 'tidak diizinkan',
  EROFS: 'tempat itu hanya dapat dibaca',
  ENOSPC: 'tempatnya penuh',
};

export const writeOut = async (
  surroundings: Surroundings,
  path: string,
  content: string | Uint8Array,
): Promise<void> => {
  try {
    await surroundings.write(path, content);
  } catch (error) {
    throw new UsageError(
      'file-unwritable',
      `Berkas "${path}" tidak dapat ditulis: ${writeErrors[codeOf(error)] ?? `sebab lain (${codeOf(error)})`}.`,
    );
  }
};
