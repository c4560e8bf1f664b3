// Rows of a sheet by what their columns say, and what would become of them.
import {
  type ReadContext,
  type ReadRow,
  type RegisterRow,
  readRegisterRow,
  rowProblemWords,
} from '@layan/domain/register/read-row';
import {
  type ColumnMapping,
  type RegisterCells,
  RegisterField,
} from '@layan/domain/register/register-fields';
import type { Sheet } from '../../shared/sheet/sheet.ts';

/** More than any field may hold; the rest of an endless cell is not sent. */
const LONGEST = 500;

export interface MappedRow {
  readonly line: number;
  readonly cells: RegisterCells;
}

export const mappedRows = ({ headings, rows }: Sheet, { columns }: ColumnMapping): readonly MappedRow[] => {
  const places = RegisterField.options.flatMap((field) => {
    const at = headings.indexOf(columns[field] ?? '');
    return at === -1 ? [] : [{ field, at }];
  });
  return rows.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(
      places.flatMap(({ field, at }) => {
        const said = (cells[at] ?? '').slice(0, LONGEST);
        return said === '' ? [] : [[field, said]];
      }),
    ),
  }));
};

export interface RowRead {
  readonly line: number;
  readonly row?: RegisterRow;
  readonly problems: readonly string[];
}

export interface Foreseen {
  readonly good: number;
  readonly badCount: number;
  /** Of the good ones: rows with neither NIK nor family card. */
  readonly unguarded: number;
  readonly first: readonly RowRead[];
  readonly bad: readonly RowRead[];
}

const FIRST = 5;
const BAD = 50;

const readAs = (line: number, read: ReadRow): RowRead =>
  read.ok ? { line, row: read.value, problems: [] } : { line, problems: read.problems.map(rowProblemWords) };

const isUnguarded = ({ row }: RowRead): boolean =>
  row !== undefined && row.nik === undefined && row.familyCardNumber === undefined;

/** The same reading as the server's. */
export const foresee = (rows: readonly MappedRow[], context: ReadContext): Foreseen => {
  const read = rows.map(({ line, cells }) => readAs(line, readRegisterRow(cells, context)));
  const good = read.filter(({ row }) => row !== undefined);
  const bad = read.filter(({ row }) => row === undefined);
  return {
    good: good.length,
    unguarded: good.filter(isUnguarded).length,
    first: good.slice(0, FIRST),
    bad: bad.slice(0, BAD),
    badCount: bad.length,
  };
};
