// Widths of texts. What was measured is kept for one document only: it is made of people's names.
import type { Measure } from '../text/fit-text.ts';
import { extendedFaces, type Face, faces } from './faces.ts';
import { type FontRun, fontRuns } from './runs.ts';

const MM_PER_POINT = 25.4 / 72;

const widthOf = ({ text, extended }: FontRun, face: Face): number => {
  const font = (extended ? extendedFaces() : faces())[face];
  return (font.layout(text).advanceWidth / font.unitsPerEm) * MM_PER_POINT;
};

export function measuring(): Measure {
  const known: Readonly<Record<Face, Map<string, number>>> = { regular: new Map(), bold: new Map() };
  return (text, face) => {
    const before = known[face].get(text);
    if (before !== undefined) return before;
    const width = fontRuns(text).reduce((sum, run) => sum + widthOf(run, face), 0);
    known[face].set(text, width);
    return width;
  };
}
