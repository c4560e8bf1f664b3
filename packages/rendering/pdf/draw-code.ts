// The QR code as vector: sharp at any printer's resolution.
import { encode } from 'uqr';
import { CODE, PAPER } from '../card/inks.ts';
import type { Box } from '../card/piece.ts';
import type { OpenDocument } from './open-document.ts';

/** Light modules that must surround a code (ISO/IEC 18004). */
const QUIET_ZONE = 4;
/** Rows overlap by a hair, or viewers show a white line between them. */
const OVERLAP = 1.02;
const MASK = 2;

export function drawCode(document: OpenDocument, box: Box, text: string): void {
  const { data, size } = encode(text, { ecc: 'M', boostEcc: true, border: 0, maskPattern: MASK });
  document.rect(box.x, box.y, box.width, box.height).fill(PAPER);
  document.save();
  document.translate(box.x, box.y).scale(box.width / (size + 2 * QUIET_ZONE));
  document.translate(QUIET_ZONE, QUIET_ZONE);
  data.forEach((row, y) => {
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x += 1;
      document.rect(start, y, x + 1 - start, OVERLAP);
    }
  });
  document.fill(CODE);
  document.restore();
}
