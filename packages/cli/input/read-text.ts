// The text of a file that a stranger gave: bounded, UTF-8, or refused in words.
import { UsageError } from '../errors.ts';
import type { Surroundings } from '../surroundings.ts';

/** Standards we know have a twentieth of this. */
const mostBytes = 5_000_000;

const systemErrors: Readonly<Record<string, string>> = {
  ENOENT: 'tidak ditemukan',
  EISDIR: 'adalah folder, bukan berkas',
  EACCES: 'tidak boleh dibaca',
  EPERM: 'tidak boleh dibaca',
  ENAMETOOLONG: 'bernama terlalu panjang',
  ENOTDIR: 'tidak ditemukan',
};

/** The code of a system error, "ENOENT". */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

const decode = (path: string, bytes: Uint8Array): string => {
  try {
    if (isUtf16(bytes)) throw new TypeError('UTF-16');
    // Drops the byte order mark that some editors write.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new UsageError('file-not-text', `Berkas "${path}" bukan teks UTF-8. Simpan ulang sebagai UTF-8.`);
};

export const readText = async (surroundings: Surroundings, path: string): Promise<string> => {
  let bytes: Uint8Array;
  try {
    bytes = await surroundings.read(path, mostBytes);
  } catch (error) {
    const why = systemErrors[codeOf(error)] ?? `tidak dapat dibaca (${codeOf(error) || 'sebab lain'})`;
    throw new UsageError('file-unreadable', `Berkas "${path}" ${why}.`);
  }
  if (bytes.length > mostBytes)
    throw new UsageError(
      'file-too-large',
      `Berkas "${path}" terlalu besar; paling besar ${mostBytes / 1_000_000} MB.`,
    );
  return decode(path, bytes);
};
