// The letters of a card that its faces have. Names in Indonesian registers are in Latin letters (Permendagri 73/2022);
// what is not is set without its accent, or as a question mark, never as an empty box.
import type { CardArtwork } from '../card-artwork.ts';
import { faces } from '../fonts/faces.ts';

const has = (character: string): boolean =>
  faces().regular.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);

const plain = (character: string): string => {
  if (has(character)) return character;
  const bare = character.normalize('NFKD').replace(/\p{M}/gu, '');
  return bare !== '' && [...bare].every(has) ? bare : '?';
};

/** One line of text without control characters and needless spaces. */
export const printableText = (text: string): string =>
  [
    ...text
      .normalize('NFC')
      .replace(/[\s\p{C}]+/gu, ' ')
      .trim(),
  ]
    .map(plain)
    .join('');

/** The code and the crest are no text; everything else is. */
export const printable = (card: CardArtwork): CardArtwork => ({
  ...card,
  governmentName: printableText(card.governmentName),
  agencyName: printableText(card.agencyName),
  agencyAddress: printableText(card.agencyAddress),
  productLabel: printableText(card.productLabel),
  number: printableText(card.number),
  holderName: printableText(card.holderName),
  lines: card.lines.map(({ label, value }) => ({ label: printableText(label), value: printableText(value) })),
  issued: printableText(card.issued),
  validUntil: card.validUntil === undefined ? undefined : printableText(card.validUntil),
  verifyAddress: printableText(card.verifyAddress),
  back: card.back.map(printableText),
});
