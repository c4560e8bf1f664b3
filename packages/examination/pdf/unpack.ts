// Unpacks deflated data within a budget, so that a bomb costs no more than a scan does. What stands behind the end of the
// data, or a wrong sum there, is as forgiving readers take it: of no account. Source: RFC 1950 and 1951.
import { constants, inflateRawSync } from 'node:zlib';

export interface UnpackBudget {
  unpacked: number;
  read: number;
}

/** The head names the method; the sum at the end is not asked for, because readers do not. */
const HEAD = 2;
/** The largest page of a common scanner, in full colour, and half as much again. */
const MOST_OF_ONE = 160 * 1024 * 1024;

/** What an attempt that fails may have read. */
const MOST_BROKEN = 64 * 1024;
/** Of one byte; zlib does not say how far an attempt came that failed. */
const MOST_UNPACKED_OF_BYTE = 1032;

/** Whether data has the head of deflated data: the method, and a sum that is right. */
export const startsPacked = (data: Uint8Array): boolean => {
  const [method = 0, flags = 0] = data;
  const isDeflate = (method & 0x0f) === 8 && method >> 4 <= 7 && (flags & 0x20) === 0;
  return isDeflate && (method * 256 + flags) % 31 === 0;
};

/** With `info`, zlib also says how much it read; the declared types do not know. */
const withRead = (opened: unknown): { readonly buffer: Uint8Array; readonly read: number } => {
  if (typeof opened === 'object' && opened !== null && 'buffer' in opened && 'engine' in opened) {
    const { buffer, engine } = opened;
    if (
      buffer instanceof Uint8Array &&
      typeof engine === 'object' &&
      engine !== null &&
      'bytesWritten' in engine
    )
      return { buffer, read: Number(engine.bytesWritten) };
  }
  throw new TypeError('zlib answered something else.');
};

const isTooMuch = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

/** `broken`: it cannot be unpacked to its end; `too-much`: the budget does not reach. */
export const unpack = (data: Uint8Array, budget: UnpackBudget): Uint8Array | 'broken' | 'too-much' => {
  if (budget.unpacked <= 0 || budget.read <= 0) return 'too-much';
  try {
    const { buffer, read } = withRead(
      inflateRawSync(data.subarray(HEAD), {
        maxOutputLength: Math.min(budget.unpacked, MOST_OF_ONE),
        chunkSize: 64 * 1024,
        finishFlush: constants.Z_SYNC_FLUSH,
        info: true,
      }),
    );
    budget.unpacked -= buffer.length;
    budget.read -= read;
    return budget.read < 0 ? 'too-much' : buffer;
  } catch (error) {
    if (!(error instanceof Error) || error instanceof TypeError) throw error;
    budget.read -= MOST_BROKEN;
    budget.unpacked -= Math.min(MOST_OF_ONE, data.length * MOST_UNPACKED_OF_BYTE);
    return isTooMuch(error) ? 'too-much' : 'broken';
  }
};
