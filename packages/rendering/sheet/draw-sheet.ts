// One sheet of paper with both sides next to each other: cut along the edge, fold in the middle, and it is a card.
import { HAIRLINE, INK, QUIET } from '../card/inks.ts';
import { CARD, type Piece } from '../card/piece.ts';
import { textIn } from '../card/text-piece.ts';
import type { CardArtwork, CardLayout } from '../card-artwork.ts';
import type { CrestPicture } from '../pdf/draw-crest.ts';
import { drawPieces } from '../pdf/draw-pieces.ts';
import type { OpenDocument } from '../pdf/open-document.ts';
import { points } from '../pdf/points.ts';
import type { Measure } from '../text/fit-text.ts';

/** Millimetres; F4 is the folio paper of Indonesian offices. */
const PAPERS = { a4: { width: 210, height: 297 }, f4: { width: 215, height: 330 } } as const;
const TOP = 62;
const MARK = { gap: 1.5, length: 5 };
const RULER = 50;

interface Sheet {
  readonly card: CardArtwork;
  readonly layout: Exclude<CardLayout, 'card'>;
  readonly sides: readonly [front: readonly Piece[], back: readonly Piece[]];
  readonly crest: CrestPicture;
  readonly measure: Measure;
}

const words = ({ card, layout, measure }: Sheet, left: number): readonly Piece[] => {
  const width = 2 * CARD.width;
  const scale = { x: left, y: TOP + CARD.height + 22 };
  return [
    textIn(
      measure,
      `${card.productLabel} nomor ${card.number}`,
      { x: left, y: 24, width, height: 8 },
      { face: 'bold', ink: INK, largest: 14, smallest: 9, sit: 'bottom' },
    ),
    textIn(
      measure,
      'Cetak pada ukuran sebenarnya (100%), gunting mengikuti garis tepi, lalu lipat ke belakang pada garis putus-putus di tengah.',
      { x: left, y: 34, width, height: 12 },
      { face: 'regular', ink: INK, largest: 10, smallest: 9 },
    ),
    { kind: 'area', box: { ...scale, width: RULER, height: 0.3 }, ink: INK },
    { kind: 'area', box: { x: left, y: scale.y - 1.2, width: 0.3, height: 2.7 }, ink: INK },
    { kind: 'area', box: { x: left + RULER - 0.3, y: scale.y - 1.2, width: 0.3, height: 2.7 }, ink: INK },
    textIn(
      measure,
      `Garis ini 50 mm bila ukuran cetak benar. Kertas ${layout.toUpperCase()}.`,
      { x: left + RULER + 3, y: scale.y - 2, width: width - RULER - 3, height: 4.4 },
      { face: 'regular', ink: QUIET, largest: 8, smallest: 7, sit: 'middle' },
    ),
  ];
};

function drawMarks(document: OpenDocument, left: number): void {
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    document.moveTo(points(x1), points(y1)).lineTo(points(x2), points(y2));
  const [right, bottom, middle] = [left + 2 * CARD.width, TOP + CARD.height, left + CARD.width];
  const reach = MARK.gap + MARK.length;
  document.markContent('Artifact', { type: 'Layout' });
  document.lineWidth(0.4).strokeColor(HAIRLINE);
  document.rect(points(left), points(TOP), points(2 * CARD.width), points(CARD.height)).stroke();
  document.lineWidth(0.5).strokeColor(INK);
  for (const x of [left, right]) {
    line(x, TOP - reach, x, TOP - MARK.gap);
    line(x, bottom + MARK.gap, x, bottom + reach);
  }
  for (const y of [TOP, bottom]) {
    line(left - reach, y, left - MARK.gap, y);
    line(right + MARK.gap, y, right + reach, y);
  }
  document.stroke();
  document.dash(3, { space: 2 });
  line(middle, TOP - reach - 3, middle, bottom + reach + 3);
  document.stroke().undash();
  document.endMarkedContent();
}

export function drawSheet(document: OpenDocument, sheet: Sheet): void {
  const { width, height } = PAPERS[sheet.layout];
  const left = (width - 2 * CARD.width) / 2;
  document.addPage({ size: [points(width), points(height)], margin: 0 });
  drawPieces(document, words(sheet, left), sheet.crest, { x: 0, y: 0 });
  sheet.sides.forEach((side, index) => {
    drawPieces(document, side, sheet.crest, { x: left + index * CARD.width, y: TOP });
  });
  drawMarks(document, left);
}
