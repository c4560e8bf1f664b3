// Sets a text into a box: as large as it may, else smaller, else on more lines, else cut with an ellipsis.
import type { Face } from '../fonts/faces.ts';

/** Width in millimetres of a text set in one point. */
export type Measure = (text: string, face: Face) => number;

export interface Room {
  /** In millimetres. */
  readonly width: number;
  readonly height: number;
  readonly face: Face;
  /** In points. */
  readonly largest: number;
  readonly smallest: number;
}

export interface FittedText {
  readonly lines: readonly string[];
  /** In points. */
  readonly size: number;
  /** In millimetres. */
  readonly height: number;
}

const MM_PER_POINT = 25.4 / 72;
const LEADING = 1.22;
const STEP = 0.25;
const ELLIPSIS = '…';

/** Height in millimetres of a line of text set in the given points. */
export const lineHeight = (size: number): number => size * LEADING * MM_PER_POINT;

/** Where a long word is broken rather than between any two letters: an address of the web has no spaces. */
const SEAM = /[-./]/g;

function lengthOfPiece(word: string, fits: (text: string) => boolean): number {
  let most = word.length - 1;
  while (most > 1 && !fits(word.slice(0, most))) most -= 1;
  const seams = [...word.slice(0, most).matchAll(SEAM)];
  return (seams.at(-1)?.index ?? most - 1) + 1;
}

/** A word wider than the line is cut where it must be. */
function* pieces(word: string, fits: (text: string) => boolean): Generator<string> {
  let rest = word;
  while (rest.length > 1 && !fits(rest)) {
    const length = lengthOfPiece(rest, fits);
    yield rest.slice(0, length);
    rest = rest.slice(length);
  }
  yield rest;
}

function wrap(text: string, fits: (text: string) => boolean): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    for (const piece of pieces(word, fits)) {
      const longer = line === '' ? piece : `${line} ${piece}`;
      if (line !== '' && !fits(longer)) {
        lines.push(line);
        line = piece;
      } else line = longer;
    }
  }
  return [...lines, line];
}

function cut(lines: readonly string[], count: number, fits: (text: string) => boolean): readonly string[] {
  if (lines.length <= count) return lines;
  let last = lines[count - 1] ?? '';
  while (last !== '' && !fits(`${last}${ELLIPSIS}`)) last = last.slice(0, -1);
  return [...lines.slice(0, count - 1), `${last.trimEnd()}${ELLIPSIS}`];
}

export function fitText(measure: Measure, text: string, room: Room): FittedText {
  const { width, height, face, largest, smallest } = room;
  const fitsAt = (size: number) => (part: string) => measure(part, face) * size <= width;
  const most = Math.max(1, Math.floor(height / lineHeight(smallest)));
  for (let count = 1; count <= most; count += 1) {
    for (let size = largest; size >= smallest; size -= STEP) {
      if (size > smallest && lineHeight(size) * count > height) continue;
      const lines = wrap(text, fitsAt(size));
      if (lines.length <= count) return { lines, size, height: lines.length * lineHeight(size) };
    }
  }
  const lines = cut(wrap(text, fitsAt(smallest)), most, fitsAt(smallest));
  return { lines, size: smallest, height: lines.length * lineHeight(smallest) };
}

const rowsOf = (texts: readonly (readonly string[])[]): number =>
  texts.reduce((sum, { length }) => sum + length, 0);

/** How many rows each text keeps when all together may have so many: the longest give first, the last of equals. */
function shareRows(texts: readonly (readonly string[])[], rows: number): readonly number[] {
  const kept = texts.map(({ length }) => length);
  for (let over = rowsOf(texts) - rows; over > 0; over -= 1) {
    const longest = Math.max(...kept);
    if (longest <= 1) break;
    kept[kept.lastIndexOf(longest)] = longest - 1;
  }
  return kept;
}

/** Several texts in one size, one below the other; when even the smallest size is too large, the longest are cut. */
export function fitTexts(
  measure: Measure,
  texts: readonly string[],
  { width, height, face, largest, smallest, gap }: Room & { readonly gap: number },
): readonly FittedText[] {
  const free = height - gap * Math.max(0, texts.length - 1);
  const fitsAt = (size: number) => (part: string) => measure(part, face) * size <= width;
  const set = (wrapped: readonly (readonly string[])[], size: number) =>
    wrapped.map((lines) => ({ lines, size, height: lines.length * lineHeight(size) }));

  for (let size = largest; size >= smallest; size -= STEP) {
    const wrapped = texts.map((text) => wrap(text, fitsAt(size)));
    if (rowsOf(wrapped) * lineHeight(size) <= free) return set(wrapped, size);
  }
  // So many texts that one row each is too much: smaller than is good to read, but none is lost or covers another.
  const size = Math.min(smallest, free / texts.length / lineHeight(1));
  const wrapped = texts.map((text) => wrap(text, fitsAt(size)));
  const kept = shareRows(wrapped, Math.floor(free / lineHeight(size)));
  return set(
    wrapped.map((lines, index) => cut(lines, kept[index] ?? 1, fitsAt(size))),
    size,
  );
}
