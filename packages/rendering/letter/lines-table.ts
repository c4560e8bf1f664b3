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
const EMPTY = 'Tidak ada.';

/** Narrow columns get what they need, the wide ones share the rest by what they would need. */
export function columnWidths(natural: readonly number[], width: number): readonly number[] {
  const total = natural.reduce((sum, each) => sum + each, 0);
  if (total <= width) return natural.map((each) => (each / total) * width);
  const fair = width / natural.length;
  const narrow = natural.filter((each) => each <= fair).reduce((sum, each) => sum + each, 0);
  const wide = total - narrow;
  return natural.map((each) => (each <= fair ? each : ((width - narrow) * each) / wide));
}

function naturalWidths(sheet: Sheet, { head, rows }: Lines): readonly number[] {
  return head.map((label, column) => {
    const texts = rows.map((row) => widthOf(sheet.measure, row[column] ?? '', 'regular', SIZE.table));
    const heading = Math.max(
      ...label.split(' ').map((word) => widthOf(sheet.measure, word, 'bold', SIZE.table)),
    );
    // One value as long as a paragraph does not take the width of all others.
    return (
      Math.min(
        70,
        texts.reduce((most, each) => Math.max(most, each), heading),
      ) +
      2 * PADDING.x
    );
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
  const widths = columnWidths(naturalWidths(sheet, { ...lines, rows }), place.width);
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
