// Reads what somebody chose, by what it holds and not by what it is called.
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { MOST_BYTES, type Sheet, SheetRefusal, sheetOf } from './sheet.ts';

const starts = (bytes: Uint8Array, signs: readonly number[]): boolean =>
  signs.every((sign, at) => bytes[at] === sign);

/** @throws SheetRefusal */
export const readSheet = (bytes: Uint8Array): Sheet => {
  if (bytes.length > MOST_BYTES) throw new SheetRefusal('too-large');
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new SheetRefusal('old-format');
  if (starts(bytes, [0x50, 0x4b])) return sheetOf(readXlsx(bytes));
  const isText = !bytes.subarray(0, 4000).includes(0) || starts(bytes, [0xff, 0xfe]);
  if (!isText) throw new SheetRefusal('unreadable');
  return sheetOf(readCsv(bytes));
};
