// Labels and values with their colons below each other.
import type { Atom, Element } from './atom.ts';
import { type Sheet, SIZE } from './paper.ts';
import { flowing, setLines, widthOf } from './set-text.ts';

export interface Pair {
  readonly label: string;
  readonly value: string;
}

interface Place {
  readonly x: number;
  readonly width: number;
  /** Space above the first. */
  readonly before: number;
  /** Most of the width that labels may take. */
  readonly share?: number;
}

const COLON = 3.5;
const GAP = 3;

export function pairs(sheet: Sheet, rows: readonly Pair[], place: Place): readonly Atom[] {
  const { x, width, before, share = 0.36 } = place;
  const natural = Math.max(...rows.map(({ label }) => widthOf(sheet.measure, label, 'regular', SIZE.body)));
  const labels = Math.min(natural, width * share) + GAP;
  const right = { x: x + labels + COLON, width: width - labels - COLON };
  return rows.flatMap(({ label, value }, index) => {
    const of: Element = { tag: 'P' };
    const left = setLines(sheet, label, { x, width: labels, of });
    const colon = setLines(sheet, ':', { x: x + labels, width: COLON, of });
    const text = setLines(sheet, value, { ...right, of });
    const longer = left.length > text.length ? left : text;
    const atoms = flowing(longer, index === 0 ? before : 0);
    return atoms.map((atom, line) => ({
      ...atom,
      pieces: [left[line], line === 0 ? colon[0] : undefined, text[line]].flatMap((piece) =>
        piece ? [{ ...piece, y: 0 }] : [],
      ),
    }));
  });
}
