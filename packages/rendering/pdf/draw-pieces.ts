// Draws the pieces of one side at a place on the page. What is only decoration is marked so that no screen reader reads it.
import { WORTHLESS } from '../card/inks.ts';
import type { Box, Piece, TextPiece } from '../card/piece.ts';
import { lineHeight } from '../text/fit-text.ts';
import { drawCode } from './draw-code.ts';
import { type CrestPicture, drawCrest } from './draw-crest.ts';
import type { OpenDocument } from './open-document.ts';
import { points } from './points.ts';

/** From the top of a line to its letters' foot, as a share of the line. */
const BASELINE = 0.76;

const inPoints = ({ x, y, width, height }: Box): Box => ({
  x: points(x),
  y: points(y),
  width: points(width),
  height: points(height),
});

function drawText(document: OpenDocument, { box, lines, face, size, ink, align }: TextPiece): void {
  document.font(face).fontSize(size).fillColor(ink);
  lines.forEach((line, index) => {
    const slack = points(box.width) - document.widthOfString(line);
    const foot = box.y + lineHeight(size) * (index + BASELINE);
    document.text(line, points(box.x) + (align === 'right' ? slack : 0), points(foot), {
      lineBreak: false,
      baseline: 'alphabetic',
    });
  });
}

const MARK_SHARE = 0.88;
const MARK_OPACITY = 0.36;

/** Across the whole side, light enough that everything under it can be read. */
export function drawMark(
  document: OpenDocument,
  box: Box,
  text: string,
  opacity: number = MARK_OPACITY,
): void {
  const { x, y, width, height } = inPoints(box);
  const diagonal = Math.hypot(width, height);
  document.save();
  document.rotate((-Math.atan2(height, width) * 180) / Math.PI, { origin: [x + width / 2, y + height / 2] });
  document.font('bold').fontSize(1);
  const size = (diagonal * MARK_SHARE) / document.widthOfString(text);
  document.fontSize(size).fillColor(WORTHLESS, opacity);
  const foot = y + height / 2 + size * 0.35;
  document.text(text, x + (width - diagonal * MARK_SHARE) / 2, foot, {
    lineBreak: false,
    baseline: 'alphabetic',
  });
  document.restore();
  document.fillColor(WORTHLESS, 1);
}

function drawDecoration(document: OpenDocument, draw: () => void): void {
  document.markContent('Artifact', { type: 'Layout' });
  draw();
  document.endMarkedContent();
}

export function drawPieces(
  document: OpenDocument,
  pieces: readonly Piece[],
  crest: CrestPicture,
  at: { readonly x: number; readonly y: number },
): void {
  const tell = (tag: string, options: { alt?: string }, draw: () => void) =>
    document.addStructure(document.struct(tag, options, [draw]));
  document.save();
  document.translate(points(at.x), points(at.y));
  for (const piece of pieces) {
    switch (piece.kind) {
      case 'text':
        tell('P', {}, () => drawText(document, piece));
        break;
      case 'area':
        drawDecoration(document, () => {
          const { x, y, width, height } = inPoints(piece.box);
          if (piece.radius === undefined) document.rect(x, y, width, height);
          else document.roundedRect(x, y, width, height, points(piece.radius));
          document.fill(piece.ink);
        });
        break;
      case 'code':
        tell('Figure', { alt: piece.alt }, () => drawCode(document, inPoints(piece.box), piece.text));
        break;
      case 'crest':
        tell('Figure', { alt: piece.alt }, () => drawCrest(document, inPoints(piece.box), crest));
        break;
      case 'mark':
        tell('P', {}, () => drawMark(document, piece.box, piece.text));
        break;
      default:
        piece satisfies never;
    }
  }
  document.restore();
}
