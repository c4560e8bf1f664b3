// Lines of a batch as a table over as many pages as it takes; its headings are drawn again on each.
import type { TextBlock } from '@layan/domain/letter/letter-text';
import type { Face } from '../fonts/faces.ts';
import type { Atom, Element, LetterPiece } from './atom.ts';
import { LEADING, type Sheet, SIZE } from './paper.ts';
import { heightOf, setLines, widthOf } from './set-text.ts';

type Lines = Extract<TextBlock, { kind: 'lines' }>;

interface Place {
  readonly x: number;
  readonly width: number;
  readonly before: number;
}

const PADDING = { x: 1.4, y: 0.9 };
const RULE = 0.2;
/** Against roundings that would break a word which just fits. */
const SLACK = 0.05;
const EMPTY = 'Tidak ada.';

export interface ColumnNeed {
  /** Width of its longest word: less would break words. */
  readonly least: number;
  /** Width in which nearly all its values stand on one line. */
  readonly wished: number;
}

const sumOf = (widths: readonly number[]): number => widths.reduce((sum, each) => sum + each, 0);

/** What is left over goes first to those who lack least: one long column does not keep all others from their width. */
function shared(lacking: readonly number[], rest: number): readonly number[] {
  const given = lacking.map(() => 0);
  const order = lacking
    .map((_, index) => index)
    .sort((one, other) => (lacking[one] ?? 0) - (lacking[other] ?? 0));
  let left = rest;
  order.forEach((index, served) => {
    const share = Math.min(lacking[index] ?? 0, left / (order.length - served));
    given[index] = share;
    left -= share;
  });
  return given;
}

/** Every column has room for its words where that is possible. */
export function columnWidths(columns: readonly ColumnNeed[], width: number): readonly number[] {
  const least = columns.map((column) => column.least);
  const taken = sumOf(least);
  if (taken >= width) return least.map((each) => (each / taken) * width);
  const lacking = columns.map((column) => Math.max(0, column.wished - column.least));
  const more = shared(lacking, width - taken);
  const widths = least.map((each, index) => each + (more[index] ?? 0));
  // When all have what they wish, each grows in its measure.
  return widths.map((each) => (each / sumOf(widths)) * width);
}

/** A single value as long as a paragraph does not take the width from all others. */
const NEARLY_ALL = 0.9;
const LONGEST_WORD = 34;
const ALIKE = 1.25;

const nearlyAll = (widths: readonly number[]): number =>
  widths.toSorted((one, other) => one - other)[Math.floor((widths.length - 1) * NEARLY_ALL)] ?? 0;

/** The most, where all are much alike, such as tickets and numbers: none of them is to be broken. */
function usual(widths: readonly number[]): number {
  const [nearly, most] = [nearlyAll(widths), Math.max(...widths)];
  return most <= nearly * ALIKE ? most : nearly;
}

function needs(sheet: Sheet, { head, rows }: Lines): readonly ColumnNeed[] {
  const wide = (text: string, face: Face) => widthOf(sheet.measure, text, face, SIZE.table);
  const widest = (text: string, face: Face) => Math.max(...text.split(' ').map((word) => wide(word, face)));
  const room = 2 * PADDING.x + SLACK;
  return head.map((label, column) => {
    const texts = rows.map((row) => row[column] ?? '');
    const words = usual(texts.map((text) => widest(text, 'regular')));
    const least = Math.min(LONGEST_WORD, Math.max(widest(label, 'bold'), words)) + room;
    const wished = nearlyAll(texts.map((text) => wide(text, 'regular'))) + room;
    return { least, wished: Math.max(least, wished) };
  });
}

interface Row {
  readonly cells: readonly string[];
  readonly face: Face;
  readonly tag: 'TH' | 'TD';
  readonly of: Element;
}

function rowAtom(sheet: Sheet, row: Row, widths: readonly number[], place: Place): Atom {
  const { x, width } = place;
  const parent: Element = { tag: 'TR', parent: row.of };
  let left = x;
  const cells = widths.map((wide, column) => {
    const setting = {
      ...{ x: left + PADDING.x, width: wide - 2 * PADDING.x, of: { tag: row.tag, parent } },
      ...{ face: row.face, size: SIZE.table, leading: LEADING.tight },
    };
    left += wide;
    return setLines(sheet, row.cells[column] ?? '', setting, PADDING.y);
  });
  const height = Math.max(...cells.map(heightOf)) + 2 * PADDING.y;
  let edge = x;
  const edges = [0, ...widths].map((wide) => {
    edge += wide;
    return edge;
  });
  const rules: readonly LetterPiece[] = [
    ...edges.map((at) => ({ x: at - RULE / 2, y: 0, width: RULE, height })),
    { x, y: -RULE / 2, width, height: RULE },
    { x, y: height - RULE / 2, width, height: RULE },
  ].map((box) => ({ kind: 'rule', box }));
  return { height, pieces: [...cells.flat(), ...rules] };
}

export function linesTable(sheet: Sheet, lines: Lines, place: Place): readonly Atom[] {
  const { head } = lines;
  const rows = lines.rows.length > 0 ? lines.rows : [head.map((_, at) => (at === 0 ? EMPTY : ''))];
  const widths = columnWidths(needs(sheet, { ...lines, rows }), place.width);
  const of: Element = { tag: 'Table' };
  const heading = rowAtom(sheet, { cells: head, face: 'bold', tag: 'TH', of }, widths, place);
  return [
    { ...heading, before: place.before, stick: true },
    ...rows.map((cells) => ({
      ...rowAtom(sheet, { cells, face: 'regular', tag: 'TD', of }, widths, place),
      repeat: heading,
    })),
  ];
}
