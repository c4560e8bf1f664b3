// Widths of texts. What was measured is kept for one document only: it is made of people's names.
import type { Measure } from '../text/fit-text.ts';
import { type Face, faces } from './faces.ts';

const MM_PER_POINT = 25.4 / 72;

export function measuring(): Measure {
  const known: Readonly<Record<Face, Map<string, number>>> = { regular: new Map(), bold: new Map() };
  const fonts = faces();
  return (text, face) => {
    const before = known[face].get(text);
    if (before !== undefined) return before;
    const width = (fonts[face].layout(text).advanceWidth / fonts[face].unitsPerEm) * MM_PER_POINT;
    known[face].set(text, width);
    return width;
  };
}
