// The back: the code that proves the card, how to check it, what its holder should know, and whose it is.
import type { CardArtwork } from '../card-artwork.ts';
import { fitTexts, type Measure } from '../text/fit-text.ts';
import { HAIRLINE, INK, QUIET, readableAccent } from './inks.ts';
import { type Box, CARD, type Piece } from './piece.ts';
import { practiceMark } from './practice-mark.ts';
import { placed, textIn } from './text-piece.ts';

/** The quiet zone of four modules lies inside: about 37 mm of code. */
const CODE_BOX: Box = { x: 3, y: 3, width: 40.4, height: 40.4 };
const COLUMN = { x: 45.4, width: CARD.width - 45.4 - 4.6 };
const FOOT: Box = { x: 4.6, y: 45.2, width: CARD.width - 9.2, height: 6.4 };
const GAP = 0.8;

const howToCheck = (card: CardArtwork, measure: Measure, accent: string): readonly Piece[] => {
  const address = textIn(
    measure,
    `${card.verifyAddress}/periksa`,
    { ...COLUMN, y: 6.8, height: 5 },
    { face: 'bold', ink: INK, largest: 6.5, smallest: 4 },
  );
  return [
    textIn(
      measure,
      'Periksa keaslian di',
      { ...COLUMN, y: 3.4, height: 3.3 },
      { face: 'bold', ink: accent, largest: 7.5, smallest: 6 },
    ),
    address,
    textIn(
      measure,
      'atau pindai kode ini.',
      { ...COLUMN, y: address.box.y + address.box.height, height: 2.8 },
      { face: 'regular', ink: INK, largest: 6.5, smallest: 5 },
    ),
  ];
};

const sentences = (card: CardArtwork, measure: Measure, top: number): readonly Piece[] => {
  const box: Box = { ...COLUMN, y: top, height: FOOT.y - 1.7 - top };
  let { y } = box;
  const room = { ...box, face: 'regular', largest: 6.25, smallest: 4, gap: GAP } as const;
  return fitTexts(measure, card.back, room).map((text) => {
    const piece = placed(text, { ...box, y, height: text.height }, { face: 'regular', ink: INK });
    y += text.height + GAP;
    return piece;
  });
};

export function layBack(card: CardArtwork, measure: Measure): readonly Piece[] {
  const accent = readableAccent(card.accent);
  const how = howToCheck(card, measure, accent);
  const end = Math.max(...how.map(({ box }) => box.y + box.height));
  return [
    { kind: 'area', box: { x: 0, y: 0, width: CARD.width, height: 1.2 }, ink: accent },
    { kind: 'code', box: CODE_BOX, text: card.qr, alt: `Kode QR keaslian ${card.productLabel}` },
    ...how,
    { kind: 'area', box: { ...COLUMN, y: end + 0.9, height: 0.15 }, ink: HAIRLINE },
    ...sentences(card, measure, end + 1.9),
    { kind: 'area', box: { x: FOOT.x, y: FOOT.y - 0.7, width: FOOT.width, height: 0.15 }, ink: HAIRLINE },
    textIn(
      measure,
      card.agencyName,
      { ...FOOT, height: 2.8 },
      { face: 'bold', ink: INK, largest: 5.75, smallest: 4 },
    ),
    textIn(
      measure,
      card.agencyAddress,
      { ...FOOT, y: FOOT.y + 2.9, height: 4.2 },
      { face: 'regular', ink: QUIET, largest: 5.5, smallest: 3.75 },
    ),
    ...(card.practice ? [practiceMark] : []),
  ];
}
