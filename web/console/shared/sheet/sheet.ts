// A spreadsheet as this room sees it: headings and rows of text. Nothing is calculated, nothing is fetched.

export interface SheetRow {
  /** As the spreadsheet counts; 1 is its first line. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Sheet {
  readonly headings: readonly string[];
  /** Rows below the headings that say anything. */
  readonly rows: readonly SheetRow[];
}

export const MOST_BYTES = 5 * 1024 * 1024;
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 200;

export type SheetProblem = 'too-large' | 'unreadable' | 'too-many-rows' | 'old-format' | 'empty' | 'too-slow';

/** What can be expected of files that people choose. */
export class SheetRefusal extends Error {
  readonly problem: SheetProblem;

  constructor(problem: SheetProblem) {
    super(problem);
    this.name = 'SheetRefusal';
    this.problem = problem;
  }
}

export const sheetProblemWords = {
  'too-large': 'Berkas ini lebih dari 5 MB. Hapus gambar dan lembar lain, lalu pilih lagi.',
  unreadable: 'Berkas ini belum terbaca. Simpan sebagai .xlsx atau .csv, lalu pilih lagi.',
  'too-many-rows': 'Berkas ini lebih dari 20.000 baris. Bagi menjadi beberapa berkas.',
  'old-format': 'Ini berkas Excel lama (.xls). Simpan sebagai .xlsx, lalu pilih lagi.',
  empty: 'Berkas ini tidak berisi baris data di bawah judul kolom.',
  'too-slow': 'Berkas ini terlalu lama dibaca. Simpan ulang sebagai .csv, lalu pilih lagi.',
} as const satisfies Record<SheetProblem, string>;

const isSaid = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim() !== '');

/** "A", "B" … "AA" */
export const columnName = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : `${columnName(Math.floor(at / 26) - 1)}${columnName(at % 26)}`;

/** Headings differ, so that each names one column: a second "Nama" is "Nama (kolom D)". */
const headingsOf = (cells: readonly string[], width: number): readonly string[] => {
  const known = new Set<string>();
  return Array.from({ length: width }, (_, at) => {
    const said = (cells[at] ?? '').replace(/\s+/g, ' ').trim().slice(0, 150);
    const name = said === '' ? `Kolom ${columnName(at)}` : said;
    const heading = known.has(name) ? `${name} (kolom ${columnName(at)})` : name;
    known.add(heading);
    return heading;
  });
};

/** Titles above a table fill one or two cells; the headings are the first line of the first twenty with three, or as many as any has. */
const headingAt = (lines: readonly SheetRow[]): number => {
  const filled = lines.slice(0, 20).map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length);
  const wanted = Math.min(3, Math.max(0, ...filled));
  return filled.findIndex((count) => count >= wanted);
};

/** @throws SheetRefusal */
export const sheetOf = (lines: readonly SheetRow[]): Sheet => {
  const said = lines.filter(({ cells }) => isSaid(cells));
  const at = headingAt(said);
  const heading = said[at];
  const rows = said.slice(at + 1);
  if (heading === undefined || rows.length === 0) throw new SheetRefusal('empty');
  if (rows.length > MOST_ROWS) throw new SheetRefusal('too-many-rows');
  const width = Math.min(MOST_COLUMNS, Math.max(...[heading, ...rows].map(({ cells }) => cells.length)));
  return { headings: headingsOf(heading.cells, width), rows };
};
