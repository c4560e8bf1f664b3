// Whatever the texts, nothing covers anything else and nothing leaves the card.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardArtwork } from '../card-artwork.ts';
import { longest, oneWord, ordinary, practice, provisional } from '../fixtures/cards.ts';
import { measuring } from '../fonts/measuring.ts';
import { lineHeight } from '../text/fit-text.ts';
import { layBack } from './back.ts';
import { layFront } from './front.ts';
import { type Box, CARD, type Piece, type TextPiece } from './piece.ts';

const EDGE = 1.1;
const HAIR = 1e-6;

const isInside = ({ x, y, width, height }: Box): boolean =>
  x >= -HAIR && y >= -HAIR && x + width <= CARD.width + HAIR && y + height <= CARD.height - EDGE;

const overlap = (one: Box, other: Box): boolean =>
  one.x + HAIR < other.x + other.width &&
  other.x + HAIR < one.x + one.width &&
  one.y + HAIR < other.y + other.height &&
  other.y + HAIR < one.y + one.height;

/** Text may stand on an area of colour; nothing stands on text, code or crest. */
const solid = (pieces: readonly Piece[]): readonly Exclude<Piece, { kind: 'area' | 'mark' }>[] =>
  pieces.flatMap((piece) => (piece.kind === 'area' || piece.kind === 'mark' ? [] : [piece]));

function faultsOf(pieces: readonly Piece[]): readonly string[] {
  const measure = measuring();
  const all = solid(pieces);
  const name = (piece: Piece) => (piece.kind === 'text' ? piece.lines.join(' ') : piece.kind);
  const texts = all.filter((piece): piece is TextPiece => piece.kind === 'text');
  return [
    ...all.filter(({ box }) => !isInside(box)).map((piece) => `outside: ${name(piece)}`),
    ...all.flatMap((one, index) =>
      all
        .slice(index + 1)
        .filter((other) => overlap(one.box, other.box))
        .map((other) => `${name(one)} covers ${name(other)}`),
    ),
    ...texts
      .filter(({ box, lines, size }) => box.height + HAIR < lines.length * lineHeight(size))
      .map((piece) => `too high: ${name(piece)}`),
    ...texts
      .filter(({ box, lines, size, face }) =>
        lines.some((line) => measure(line, face) * size > box.width + 0.05),
      )
      .map((piece) => `too wide: ${name(piece)}`),
  ];
}

const faultsOfCard = (card: CardArtwork): readonly string[] => [
  ...faultsOf(layFront(card, measuring())),
  ...faultsOf(layBack(card, measuring())),
];

const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzMWI.,-/0189');
const word = fc.string({ unit: letters, minLength: 1, maxLength: 30 });
const words = (longestText: number) =>
  fc
    .array(word, { minLength: 1, maxLength: 24 })
    .map((parts) => parts.join(' ').slice(0, longestText).trim());

const anyCard: fc.Arbitrary<CardArtwork> = fc
  .record({
    governmentName: words(120),
    agencyName: words(160),
    agencyAddress: words(240),
    productLabel: words(80),
    number: words(60),
    holderName: words(120),
    lines: fc.array(fc.record({ label: words(40), value: words(240) }), { maxLength: 9 }),
    issued: words(40),
    validUntil: fc.option(words(40), { nil: undefined }),
    provisional: fc.boolean(),
    verifyAddress: words(60).map((text) => text.replaceAll(' ', '-')),
    back: fc.array(words(200), { maxLength: 10 }),
    copy: fc.integer({ min: 1, max: 1000 }),
    practice: fc.boolean(),
  })
  .map((some) => ({ ...ordinary, ...some }));

describe('both sides of a card', () => {
  test.each([
    ['ordinary', ordinary],
    ['longest', longest],
    ['one word', oneWord],
    ['provisional', provisional],
    ['practice', practice],
  ])('hold every text within its place: %s', (_, card) => {
    expect(faultsOfCard(card)).toEqual([]);
  });

  test('hold every text within its place, whatever the texts', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        expect(faultsOfCard(card)).toEqual([]);
      }),
      { numRuns: process.env.LAYAN_DEEP ? 3000 : 300 },
    );
  });

  test('leave at least 36 mm for the code itself', () => {
    const code = layBack(ordinary, measuring()).find(({ kind }) => kind === 'code');
    const modules = 89;
    expect(((code?.box.width ?? 0) * modules) / (modules + 8)).toBeGreaterThan(36);
  });
});
