// The front: who issues it, what it is, whose it is, and until when.
import type { CardArtwork } from '../card-artwork.ts';
import { fitTexts, lineHeight, type Measure } from '../text/fit-text.ts';
import { HAIRLINE, INK, NOTE, NOTE_INK, PAPER, QUIET, readableAccent } from './inks.ts';
import { type Box, CARD, type Piece } from './piece.ts';
import { practiceMark } from './practice-mark.ts';
import { placed, textIn } from './text-piece.ts';

const LEFT = 4.6;
const WIDTH = CARD.width - 2 * LEFT;
const HEADER = { y: 2.6, height: 9.4 };
const BAND = { y: 13, height: 7.6 };
const NOTICE = { y: 20.6, height: 4 };
const NAME = { y: 21.7, height: 7.4 };
const LABELS = 17;
const GAP = 0.25;
const FOOT = { y: 47, height: 5.4 };
const PROVISIONAL = 'Berlaku sementara sampai survei selesai';

const header = (card: CardArtwork, measure: Measure, accent: string): readonly Piece[] => {
  const crest: Box = { x: LEFT, y: HEADER.y, width: 8.2, height: HEADER.height };
  const x = crest.x + crest.width + 2.6;
  const width = CARD.width - LEFT - x;
  return [
    { kind: 'crest', box: crest, alt: `Lambang ${card.governmentName}` },
    textIn(
      measure,
      card.governmentName,
      { x, y: HEADER.y, width, height: 4.4 },
      { face: 'bold', ink: accent, largest: 8.5, smallest: 5, sit: 'bottom' },
    ),
    textIn(
      measure,
      card.agencyName,
      { x, y: HEADER.y + 4.5, width, height: 5.2 },
      { face: 'regular', ink: INK, largest: 6.5, smallest: 4 },
    ),
  ];
};

const band = (card: CardArtwork, measure: Measure, accent: string): readonly Piece[] => {
  const half = WIDTH / 2 - 1;
  const right = { x: CARD.width - LEFT - half, width: half };
  const copy = card.copy > 1 ? ` · Cetakan ke-${card.copy}` : '';
  return [
    { kind: 'area', box: { x: 0, width: CARD.width, ...BAND }, ink: accent },
    textIn(
      measure,
      card.productLabel,
      { x: LEFT, width: half, ...BAND },
      { face: 'bold', ink: PAPER, largest: 13, smallest: 7, sit: 'middle' },
    ),
    textIn(
      measure,
      `Nomor kartu${copy}`,
      { ...right, y: BAND.y + 0.8, height: 2.4 },
      { face: 'regular', ink: PAPER, largest: 5.25, smallest: 4, align: 'right' },
    ),
    textIn(
      measure,
      card.number,
      { ...right, y: BAND.y + 3.1, height: 3.9 },
      { face: 'bold', ink: PAPER, largest: 9, smallest: 4, align: 'right' },
    ),
  ];
};

const details = (card: CardArtwork, measure: Measure, box: Box): readonly Piece[] => {
  const values = fitTexts(
    measure,
    card.lines.map(({ value }) => value),
    {
      width: box.width - LABELS,
      height: box.height,
      face: 'regular',
      largest: 7.5,
      smallest: 4.25,
      gap: GAP,
    },
  );
  let { y } = box;
  return card.lines.flatMap(({ label }, index) => {
    const value = values[index];
    if (value === undefined) return [];
    const first = lineHeight(value.size);
    const row = [
      textIn(
        measure,
        label,
        { x: box.x, y, width: LABELS - 1, height: first },
        {
          face: 'regular',
          ink: QUIET,
          largest: value.size - 0.5,
          smallest: Math.min(4, value.size - 0.5),
          sit: 'middle',
        },
      ),
      placed(
        value,
        { x: box.x + LABELS, y, width: box.width - LABELS, height: value.height },
        { face: 'regular', ink: INK },
      ),
    ];
    y += value.height + GAP;
    return row;
  });
};

const notice = (measure: Measure): readonly Piece[] => [
  { kind: 'area', box: { x: 0, width: CARD.width, ...NOTICE }, ink: NOTE },
  textIn(
    measure,
    PROVISIONAL,
    { x: LEFT, width: WIDTH, ...NOTICE },
    { face: 'bold', ink: NOTE_INK, largest: 7.5, smallest: 6, sit: 'middle' },
  ),
];

const foot = (card: CardArtwork, measure: Measure): readonly Piece[] => {
  const half = WIDTH / 2 - 1;
  const date = (label: string, words: string, x: number): readonly Piece[] => [
    textIn(
      measure,
      label,
      { x, y: FOOT.y + 0.45, width: half, height: 2.2 },
      { face: 'regular', ink: QUIET, largest: 5, smallest: 4 },
    ),
    textIn(
      measure,
      words,
      { x, y: FOOT.y + 2.65, width: half, height: 2.9 },
      { face: 'regular', ink: INK, largest: 6.5, smallest: 4.5 },
    ),
  ];
  return [
    { kind: 'area', box: { x: LEFT, y: FOOT.y, width: WIDTH, height: 0.15 }, ink: HAIRLINE },
    ...date('Diterbitkan', card.issued, LEFT),
    ...(card.validUntil === undefined
      ? []
      : date('Berlaku sampai', card.validUntil, CARD.width - LEFT - half)),
  ];
};

export function layFront(card: CardArtwork, measure: Measure): readonly Piece[] {
  const accent = readableAccent(card.accent);
  const top = NAME.y + (card.provisional ? NOTICE.height : 0);
  const name = textIn(
    measure,
    card.holderName,
    { x: LEFT, y: top, width: WIDTH, height: NAME.height },
    { face: 'bold', ink: INK, largest: 12, smallest: 8.5 },
  );
  const below = name.box.y + name.box.height + 0.7;
  const end = FOOT.y - 0.6;
  return [
    { kind: 'area', box: { x: 0, y: 0, width: CARD.width, height: 1.2 }, ink: accent },
    ...header(card, measure, accent),
    ...band(card, measure, accent),
    ...(card.provisional ? notice(measure) : []),
    name,
    ...details(card, measure, { x: LEFT, y: below, width: WIDTH, height: end - below }),
    ...foot(card, measure),
    ...(card.practice ? [practiceMark] : []),
  ];
}
