// A fitted text at its place.
import type { Face } from '../fonts/faces.ts';
import { type FittedText, fitText, type Measure } from '../text/fit-text.ts';
import type { Box, TextPiece } from './piece.ts';

export interface Setting {
  readonly face: Face;
  readonly ink: string;
  readonly largest: number;
  readonly smallest: number;
  readonly align?: TextPiece['align'];
  /** Where the text stands in a box that is higher than it. */
  readonly sit?: 'top' | 'middle' | 'bottom';
}

const SLACK = { top: 0, middle: 0.5, bottom: 1 } as const;

export const placed = (
  { lines, size, height }: FittedText,
  box: Box,
  { face, ink, align = 'left', sit = 'top' }: Omit<Setting, 'largest' | 'smallest'>,
): TextPiece => ({
  kind: 'text',
  box: { ...box, y: box.y + (box.height - height) * SLACK[sit], height },
  lines,
  face,
  size,
  ink,
  align,
});

export const textIn = (measure: Measure, text: string, box: Box, setting: Setting): TextPiece =>
  placed(fitText(measure, text, { ...box, ...setting }), box, setting);
