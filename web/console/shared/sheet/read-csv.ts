// Reads comma-separated text as Indonesian offices write it: with ";" or "," or tabs, in UTF-8 or the old Windows letters.
import { MOST_COLUMNS, MOST_ROWS, SheetRefusal, type SheetRow } from './sheet.ts';

const SEPARATORS = [';', ',', '\t'] as const;

/** UTF-8 where it is UTF-8, with or without its mark; the letters of Windows otherwise. */
const textOf = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** What stands most often outside quotes in the first lines. */
const separatorOf = (text: string): string => {
  const bare = text.slice(0, 5000).replace(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((one) => bare.split(one).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ';';
};

/** @throws SheetRefusal */
export const readCsv = (bytes: Uint8Array): readonly SheetRow[] => {
  const text = textOf(bytes).replace(/^\uFEFF/, '');
  // Some spreadsheets tell their separator in a line of its own.
  const told = /^sep=(.)\r?\n/.exec(text);
  const separator = told?.[1] ?? separatorOf(text);
  const rows: SheetRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = told ? 2 : 1;
  let start = line;
  const endCell = (): void => {
    if (cells.length < MOST_COLUMNS) cells.push(cell);
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: start, cells });
    // Headings and titles stand above the rows that count.
    if (rows.length > MOST_ROWS + 20) throw new SheetRefusal('too-many-rows');
    cells = [];
  };
  for (let at = told?.[0].length ?? 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\n') line += 1;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === separator) endCell();
    else if (sign === '\n') {
      endRow();
      start = line;
    } else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
};
