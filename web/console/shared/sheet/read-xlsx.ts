// Reads the first sheet of a workbook: the values that were saved, never the formulas behind them. The archive is
// unpacked within bounds, and only the parts that hold texts, styles and cells.
import { strFromU8, unzipSync } from 'fflate';
import { columnName, MOST_COLUMNS, MOST_ROWS, SheetRefusal, type SheetRow } from './sheet.ts';

/** Unpacked, all parts together: a register of 20,000 rows takes some twenty million. */
const MOST_UNPACKED = 80 * 1024 * 1024;

/** Each is looked at against every row: a file of nothing but merged cells must not stop the page. */
const MOST_MERGES = 500;

const PARTS =
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/;

type Parts = Readonly<Record<string, Uint8Array>>;

/** The size an entry tells is all the room it gets, so a lie about it is cut short. */
const unpack = (bytes: Uint8Array): Parts => {
  let left = MOST_UNPACKED;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!PARTS.test(name)) return false;
        left -= originalSize;
        if (left < 0) throw new SheetRefusal('too-large');
        return true;
      },
    });
  } catch (error) {
    if (error instanceof SheetRefusal) throw error;
    throw new SheetRefusal('unreadable');
  }
};

const textIn = (parts: Parts, name: string): string => {
  const part = parts[name];
  return part ? strFromU8(part) : '';
};

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (all, hex, decimal, name) => {
      if (name !== undefined) return named[name] ?? all;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** The texts of a string, without the readings that stand beside Chinese letters. */
const textsIn = (xml: string): string =>
  [
    ...xml
      .replace(/<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g, '')
      .matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</g),
  ]
    .map(([, text = '']) => unescaped(text))
    .join('');

const sharedStrings = (parts: Parts): readonly string[] =>
  [
    ...textIn(parts, 'xl/sharedStrings.xml').matchAll(
      /<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g,
    ),
  ].map(([, xml = '']) => textsIn(xml));

/** Formats of the standard that show a day. */
const dayFormats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** Which styles of cells show a day, by their place. */
const dayStyles = (parts: Parts): readonly boolean[] => {
  const xml = textIn(parts, 'xl/styles.xml');
  const own = new Set(
    [...xml.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g)].flatMap(([tag]) => {
      const code = unescaped(attribute(tag, 'formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
      return /[dy]/i.test(code) ? [Number(attribute(tag, 'numFmtId'))] : [];
    }),
  );
  const formats = /<(?:\w+:)?cellXfs[\s>]([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(xml)?.[1] ?? '';
  return [...formats.matchAll(/<(?:\w+:)?xf\s[^>]*>/g)].map(([tag]) => {
    const id = Number(attribute(tag, 'numFmtId'));
    return dayFormats.has(id) || own.has(id);
  });
};

const dayMs = 86_400_000;

const dayOf = (serial: number, from1904: boolean): string => {
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const day = new Date(first + Math.floor(serial) * dayMs);
  return Number.isNaN(day.getTime()) ? String(serial) : day.toISOString().slice(0, 10);
};

/** Long numbers of spreadsheets keep fifteen digits; what ends in a zero they made up says so. */
const numberText = (value: number): string =>
  Math.abs(value) >= 1e15 && value % 10 === 0 ? value.toExponential() : String(value);

interface Book {
  readonly strings: readonly string[];
  readonly days: readonly boolean[];
  readonly from1904: boolean;
}

const cellText = (tag: string, inside: string, { strings, days, from1904 }: Book): string => {
  const type = attribute(tag, 't');
  if (type === 'inlineStr') return textsIn(inside);
  const value = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</.exec(inside)?.[1];
  if (value === undefined || type === 'e') return '';
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'ya' : 'tidak';
  if (type === 'str' || type === 'd') return unescaped(value);
  const number = Number(value);
  if (value.trim() === '' || Number.isNaN(number)) return '';
  return days[Number(attribute(tag, 's'))] ? dayOf(number, from1904) : numberText(number);
};

const columns = new Map(Array.from({ length: MOST_COLUMNS }, (_, at) => [columnName(at), at]));

/** Where the cell stands; the next place when it does not say. Far away columns are left out. */
const columnOf = (tag: string, next: number): number | undefined => {
  const name = /^[A-Z]+/.exec(attribute(tag, 'r') ?? '')?.[0];
  const at = name === undefined ? next : columns.get(name);
  return at !== undefined && at < MOST_COLUMNS ? at : undefined;
};

const cellsOf = (xml: string, book: Book): readonly string[] => {
  const cells: string[] = [];
  for (const [, tag = '', inside = ''] of xml.matchAll(
    /<(?:\w+:)?c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g,
  )) {
    const at = columnOf(tag, cells.length);
    if (at === undefined) continue;
    while (cells.length < at) cells.push('');
    cells[at] = cellText(tag, inside, book);
  }
  return cells;
};

/** The first sheet of the workbook that people see, whatever its file is called. */
const firstSheet = (parts: Parts, workbook: string): string => {
  const tags = [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => tag);
  const tag = tags.find((one) => !/^(very)?hidden$/i.test(attribute(one, 'state') ?? '')) ?? tags[0] ?? '';
  const id = /\s(?:\w+:)?id="([^"]*)"/.exec(tag)?.[1];
  const relations = textIn(parts, 'xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g);
  for (const [relation] of relations) {
    if (id === undefined || attribute(relation, 'Id') !== id) continue;
    const target = (attribute(relation, 'Target') ?? '').replace(/^\/?(xl\/)?/, '');
    if (parts[`xl/${target}`]) return textIn(parts, `xl/${target}`);
  }
  const any = Object.keys(parts)
    .filter((name) => name.startsWith('xl/worksheets/'))
    .sort()[0];
  if (any === undefined) throw new SheetRefusal('unreadable');
  return textIn(parts, any);
};

/** Cells that were merged downwards all say what the first one says: so people read them. */
const fillMerged = (xml: string, rows: readonly SheetRow[]): readonly SheetRow[] => {
  const merges = [...xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*>/g)].slice(0, MOST_MERGES).flatMap(([tag]) => {
    const ends = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(attribute(tag, 'ref') ?? '');
    const at = columns.get(ends?.[1] ?? '');
    const [first, last] = [Number(ends?.[2]), Number(ends?.[3])];
    return at !== undefined && last > first ? [{ at, first, last }] : [];
  });
  if (merges.length === 0) return rows;
  const byLine = new Map(rows.map(({ line, cells }) => [line, [...cells]]));
  for (const { at, first, last } of merges) {
    const said = byLine.get(first)?.[at] ?? '';
    for (const { line } of rows) {
      const cells = line > first && line <= last ? byLine.get(line) : undefined;
      if (said === '' || cells === undefined || (cells[at] ?? '') !== '') continue;
      while (cells.length < at) cells.push('');
      cells[at] = said;
    }
  }
  return rows.map(({ line }) => ({ line, cells: byLine.get(line) ?? [] }));
};

/** @throws SheetRefusal */
export const readXlsx = (bytes: Uint8Array): readonly SheetRow[] => {
  const parts = unpack(bytes);
  const workbook = textIn(parts, 'xl/workbook.xml');
  const book: Book = {
    strings: sharedStrings(parts),
    days: dayStyles(parts),
    from1904: /<(?:\w+:)?workbookPr[^>]*\sdate1904="(1|true)"/.test(workbook),
  };
  const rows: SheetRow[] = [];
  let line = 0;
  const xml = firstSheet(parts, workbook);
  const found = xml.matchAll(/<(?:\w+:)?row(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g);
  for (const [, tag = '', inside = ''] of found) {
    line = Number(attribute(tag, 'r') ?? line + 1);
    const cells = cellsOf(inside, book);
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
    // Headings and titles stand above the rows that count.
    if (rows.length > MOST_ROWS + 20) throw new SheetRefusal('too-many-rows');
  }
  return fillMerged(xml, rows);
};
