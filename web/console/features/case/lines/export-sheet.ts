// What a workbook of a batch says: the lines that are in it, by the columns of its standard, called as the agency's
// own sheets call them.
import type { BatchLine, BatchView } from '@layan/contract/staff/batch';
import type { TextSheet } from '../../../shared/sheet/write-xlsx.ts';
import type { AllLines } from './use-batch.ts';

const decided = ({ decided: all }: BatchLine): string => all.at(-1)?.label ?? '';

/** Lines that left are left out: what is entered elsewhere is what is proposed. Refused ones are as well. */
export const exportSheet = (
  { ticket }: Pick<BatchView, 'ticket'>,
  { columns, rows }: Pick<AllLines, 'columns' | 'rows'>,
  /** By fact: what the agency's sheets call its column. */
  called: Readonly<Record<string, string>> = {},
): TextSheet => ({
  name: ticket,
  headings: ['No', ...columns.map(({ fact, label }) => called[fact] ?? label), 'Keputusan', 'Tiket'],
  rows: rows
    .filter(({ out, decided: all }) => out === undefined && !all.some(({ tone }) => tone === 'refuse'))
    .map((line, at) => [
      String(at + 1),
      ...columns.map(({ fact }) => line.cells[fact] ?? ''),
      decided(line),
      line.ticket,
    ]),
});
