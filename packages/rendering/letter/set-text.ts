// Text set into lines of a width.
import { INK } from '../card/inks.ts';
import type { Face } from '../fonts/faces.ts';
import { type Measure, wrap } from '../text/fit-text.ts';
import type { Atom, Element, LinePiece } from './atom.ts';
import { type Sheet, SIZE } from './paper.ts';

const MM_PER_POINT = 25.4 / 72;

export interface Setting {
  readonly x: number;
  readonly width: number;
  readonly of: Element;
  readonly face?: Face;
  readonly size?: number;
  readonly leading?: number;
  readonly ink?: string;
  readonly align?: LinePiece['align'];
}

export const heightOfLine = (size: number, leading: number): number => size * leading * MM_PER_POINT;

export const widthOf = (measure: Measure, text: string, face: Face, size: number): number =>
  measure(text, face) * size;

/** One piece for each line, the first at `y`. Line breaks of the text stay. */
export function setLines(sheet: Sheet, text: string, setting: Setting, y = 0): readonly LinePiece[] {
  const { measure } = sheet;
  const { x, width, of, face = 'regular', size = SIZE.body, leading = sheet.leading, ink = INK } = setting;
  const { align = 'left' } = setting;
  const height = heightOfLine(size, leading);
  const lines = text.split('\n').flatMap((part) => {
    const wrapped = wrap(part, width / size, (piece) => measure(piece, face));
    // The last line of a paragraph is never stretched.
    return wrapped.map((line, index) => ({ line, last: index === wrapped.length - 1 }));
  });
  return lines.map(({ line, last }, index) => ({
    kind: 'line',
    ...{ x, y: y + index * height, width, text: line, face, size, leading, ink, of },
    align: align === 'justify' && last ? 'left' : align,
  }));
}

export const heightOf = (lines: readonly LinePiece[]): number =>
  lines.reduce((sum, { size, leading }) => sum + heightOfLine(size, leading), 0);

/** Lines that may part between two pages, but neither after the first nor before the last of them. */
export function flowing(lines: readonly LinePiece[], before: number): readonly Atom[] {
  return lines.map((line, index) => ({
    height: heightOfLine(line.size, line.leading),
    pieces: [{ ...line, y: 0 }],
    ...(index === 0 && { before }),
    stick: lines.length > 1 && (index === 0 || index === lines.length - 2),
  }));
}

/** Lines that stay together. */
export const block = (lines: readonly LinePiece[], before: number): Atom => ({
  height: heightOf(lines),
  pieces: lines,
  before,
});
