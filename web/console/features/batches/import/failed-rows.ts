// Rows that could not be filed, as a sheet of the same layout with the reason behind each: mended there and taken in again.

import type { Sheet } from '../../../shared/sheet/sheet.ts';
import type { TextSheet } from '../../../shared/sheet/write-xlsx.ts';

export interface FailedRow {
  readonly line: number;
  readonly why: string;
}

export const failedSheet = ({ headings, rows }: Sheet, failed: readonly FailedRow[]): TextSheet => {
  const why = new Map(failed.map((row) => [row.line, row.why]));
  return {
    name: 'Perlu diperbaiki',
    headings: [...headings, 'Yang perlu diperbaiki', 'Baris asal'],
    rows: rows
      .filter(({ line }) => why.has(line))
      .map(({ line, cells }) => [
        ...headings.map((_, at) => cells[at] ?? ''),
        why.get(line) ?? '',
        String(line),
      ]),
  };
};
