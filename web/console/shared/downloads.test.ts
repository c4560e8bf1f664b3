// Everything that anybody can take away as a file, found in the sources: what it is, and that no text which somebody typed
// is ever a formula in it.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { hostileCells } from '@layan/domain/testing/hostile-cells';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { failedSheet } from '../features/batches/import/failed-rows.ts';
import { exportSheet } from '../features/case/lines/export-sheet.ts';
import { readSheet } from './sheet/read-sheet.ts';
import { type TextSheet, writeXlsx } from './sheet/write-xlsx.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return ['node_modules', 'dist', 'testing'].includes(entry.name) ? [] : filesIn(path);
    return /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) ? [path] : [];
  });
const sources = ['packages', 'functions', 'web'].flatMap((folder) =>
  filesIn(join(ROOT, folder)).map((path) => ({
    path: relative(ROOT, path),
    text: readFileSync(path, 'utf8').replace(/^\s*\/\/.*$/gm, ''),
  })),
);
const having = (pattern: RegExp): readonly string[] =>
  sources
    .filter(({ text }) => pattern.test(text))
    .map(({ path }) => path)
    .sort();

/** Says which files people may bring. */
const TAKEN_IN = 'web/console/shared/sheet/file-choice.tsx';

describe('what anybody can take away as a file', () => {
  // Whoever adds to this list says what the file is, and where it is shown that nothing in it runs.
  it('is known: where a file is handed to a browser, and as what', () => {
    expect(having(/\bsaveFile\(/).filter((path) => !path.endsWith('/save-file.ts'))).toEqual(
      [
        // A certificate and drafts of standards: JSON.
        'web/console/features/admin/certificate-view.tsx',
        // A batch: a workbook, below.
        'web/console/features/case/lines/export-lines.tsx',
        // Rows that could not be filed: a workbook, below.
        'web/console/features/batches/import/sheet-desk.tsx',
        // The copy of a person's data: JSON, and a page that escapes (packages/application/privacy).
        'web/console/features/privacy/copy-panel.tsx',
        'web/console/features/standards/documents.tsx',
        'web/console/features/standards/export-draft.tsx',
      ].sort(),
    );
    expect(having(/content-disposition/)).toEqual([
      'functions/portal/routes/rights.tsx',
      'packages/storage/scans/view-link.ts',
    ]);
  });

  it('is never comma-separated text, which cannot say that a cell is no formula', () => {
    expect(having(/text\/csv|tab-separated|\.csv['"`]|ms-excel['"`]/)).toEqual([TAKEN_IN]);
  });

  it('is a workbook through one writer, which knows texts only', () => {
    expect(having(/\bwriteXlsx\(/)).toEqual([
      'web/console/features/batches/import/sheet-desk.tsx',
      'web/console/features/case/lines/export-lines.tsx',
    ]);
    expect(having(/spreadsheetml/)).toEqual([
      'web/console/features/batches/import/sheet-desk.tsx',
      'web/console/features/case/lines/export-lines.tsx',
      TAKEN_IN,
      'web/console/shared/sheet/write-xlsx.ts',
    ]);
  });
});

const columns = [{ fact: 'name', label: 'Nama' }];
const line = (said: string) => ({
  ...{ position: 1, caseId: 'c', ticket: said, cells: { name: said } },
  decided: [{ decision: 'worthy', label: said, tone: 'proceed' as const, step: 's', stepLabel: said }],
});

/** Each with the text in every place that anybody fills: headings of their own sheets, names of sheets, cells. */
const workbooks: readonly (readonly [string, (said: string) => TextSheet])[] = [
  ['of a batch', (said) => exportSheet({ ticket: said }, { columns, rows: [line(said)] }, { name: said })],
  [
    'of rows that could not be filed',
    (said) =>
      failedSheet({ headings: [said, 'Nama'], rows: [{ line: 2, cells: [said, said] }] }, [
        { line: 2, why: said },
      ]),
  ],
];

describe.each(workbooks)('a workbook %s', (_name, sheetOf) => {
  it.each(hostileCells)('shows %j as text and calculates nothing, also when the cell is edited', (said) => {
    const bytes = writeXlsx(sheetOf(said));
    const parts = unzipSync(bytes);
    expect(
      Object.keys(parts).filter((name) => /vba|external|connections|query|ctrlProp/i.test(name)),
    ).toEqual([]);
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).not.toMatch(/<(\w+:)?f[\s>/]|<hyperlink|<oleObject|<legacyDrawing/);
    const cells = [...xml.matchAll(/<c r="\w+" s="(\d)" t="(\w+)"><is><t[^>]*>([^<]*)</g)];
    expect(cells.length).toBe([...xml.matchAll(/<c /g)].length);
    expect(new Set(cells.map(([, , type]) => type))).toEqual(new Set(['inlineStr']));
    const { headings, rows } = sheetOf(said);
    const hostile = [...headings, ...rows.flat()].filter((text) => text === said);
    const quoted = cells.filter(([, drawn]) => drawn === '2' || drawn === '3');
    // What begins with a quotation mark begins no formula anywhere.
    expect(quoted).toHaveLength(said.startsWith('"') ? 0 : hostile.length);
    const [shown] = readSheet(bytes).rows;
    expect(shown?.cells).toContain(said.replaceAll('\u0000', ''));
  });
});
