/// <reference path="./svg-to-pdfkit.d.ts" />
// The crest of the government: a picture, a drawing, or a seal with its initials.
import draw from 'svg-to-pdfkit';
import { PAPER } from '../card/inks.ts';
import type { Box } from '../card/piece.ts';
import type { OpenDocument } from './open-document.ts';

export type CrestPicture =
  | { readonly kind: 'png'; readonly bytes: Buffer }
  | { readonly kind: 'svg'; readonly text: string }
  | { readonly kind: 'seal'; readonly letters: string; readonly ink: string };

/** The seal of the portal's pages, in its own units. */
const SEAL = { width: 44, height: 52 };

function drawSeal(document: OpenDocument, box: Box, letters: string, ink: string): void {
  document.save();
  const scale = Math.min(box.width / SEAL.width, box.height / SEAL.height);
  document.translate(box.x, box.y).scale(scale);
  document.path('M2 2h40v28c0 10-9 16-20 20C11 46 2 40 2 30z').fill(ink);
  document.path('M5.5 5.5h33V30c0 8-7 13-16.5 16.3C12.5 43 5.5 38 5.5 30z').lineWidth(1.5).stroke(PAPER);
  document.font('bold').fontSize(16).fillColor(PAPER);
  const left = (SEAL.width - document.widthOfString(letters)) / 2;
  document.text(letters, left, 30, { lineBreak: false, baseline: 'alphabetic' });
  document.restore();
}

export function drawCrest(document: OpenDocument, box: Box, crest: CrestPicture): void {
  const { x, y, width, height } = box;
  switch (crest.kind) {
    case 'png':
      document.image(crest.bytes, x, y, { fit: [width, height], align: 'center', valign: 'center' });
      return;
    case 'svg':
      draw(document, crest.text, x, y, {
        width,
        height,
        assumePt: true,
        fontCallback: (_family, bold) => (bold ? 'bold' : 'regular'),
        imageCallback: () => '',
        warningCallback: () => undefined,
      });
      return;
    case 'seal':
      drawSeal(document, box, crest.letters, crest.ink);
      return;
    default:
      crest satisfies never;
  }
}
