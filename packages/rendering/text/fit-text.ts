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
const TOLERANCE = 1e-6;

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

/** Words at their widths: lines are then sums, and trying another size measures nothing anew. */
export function wrap(text: string, width: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  const space = measure(' ');
  for (const word of text.split(' '))
    for (const piece of pieces(word, (part) => measure(part) <= width)) {
      if (line !== '' && taken + measure(piece) > width) {
        lines.push(line.trimEnd());
        line = '';
        taken = 0;
      }
      line += `${piece} `;
      taken += measure(piece) + space;
    }
  return [...lines, line.trimEnd()];
}

function cut(lines: readonly string[], count: number, fits: (text: string) => boolean): readonly string[] {
  if (lines.length <= count) return lines;
  let last = lines[count - 1] ?? '';
  while (last !== '' && !fits(`${last}${ELLIPSIS}`)) last = last.slice(0, -1);
  return [...lines.slice(0, count - 1), `${last.trimEnd()}${ELLIPSIS}`];
}

/** Wraps at any size. */
const wrapAt =
  (measure: Measure, { width, face }: Pick<Room, 'width' | 'face'>) =>
  (text: string, size: number): readonly string[] =>
    wrap(text, width / size, (part) => measure(part, face));

export function fitText(measure: Measure, text: string, room: Room): FittedText {
  const { width, height, face, largest, smallest } = room;
  const wrapped = wrapAt(measure, room);
  const most = Math.max(1, Math.floor(height / lineHeight(smallest)));
  for (let count = 1; count <= most; count += 1) {
    for (let size = largest; size >= smallest; size -= STEP) {
      if (size > smallest && lineHeight(size) * count > height) continue;
      const lines = wrapped(text, size);
      if (lines.length <= count) return { lines, size, height: lines.length * lineHeight(size) };
    }
  }
  const lines = cut(wrapped(text, smallest), most, (part) => measure(part, face) * smallest <= width);
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
  room: Room & { readonly gap: number },
): readonly FittedText[] {
  const { width, height, face, largest, smallest, gap } = room;
  const wrapped = wrapAt(measure, room);
  const free = height - gap * Math.max(0, texts.length - 1);
  const set = (all: readonly (readonly string[])[], size: number) =>
    all.map((lines) => ({ lines, size, height: lines.length * lineHeight(size) }));

  for (let size = largest; size >= smallest; size -= STEP) {
    const all = texts.map((text) => wrapped(text, size));
    if (rowsOf(all) * lineHeight(size) <= free) return set(all, size);
  }
  // So many texts that one row each is too much: smaller than is good to read, but none is lost or covers another.
  const size = Math.min(smallest, free / texts.length / lineHeight(1));
  const all = texts.map((text) => wrapped(text, size));
  const kept = shareRows(all, Math.floor(free / lineHeight(size) + TOLERANCE));
  const fits = (part: string) => measure(part, face) * size <= width;
  return set(
    all.map((lines, index) => cut(lines, kept[index] ?? 1, fits)),
    size,
  );
}
