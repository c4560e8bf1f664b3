// Every text of a document in letters that its faces have, and without anything hidden. What people filled in was looked
// at before; here it is the last net, for words of templates and settings too.
import type { LetterArtwork } from '@layan/domain/letter/letter-artwork';
import type { LetterText, TextBlock } from '@layan/domain/letter/letter-text';
import { printableLetters } from '@layan/domain/letter/printable-letters';
import { plainText } from '@layan/domain/person/visible-text';

/** Lines stay; so do the spaces that hold a gap together. */
const text = (given: string): string =>
  printableLetters(
    plainText(given)
      .replace(/\p{Cf}/gu, '')
      .replace(/[^\S\n\u00a0]+/g, ' '),
  ).text.trim();

const line = (given: string): string => text(given).replaceAll('\n', ' ');

function block(given: TextBlock): TextBlock {
  switch (given.kind) {
    case 'paragraph':
      return { ...given, text: text(given.text) };
    case 'list':
      return { ...given, points: given.points.map(text) };
    case 'table':
      return {
        ...given,
        rows: given.rows.map(({ label, value }) => ({ label: line(label), value: text(value) })),
      };
    case 'lines':
      return { ...given, head: given.head.map(line), rows: given.rows.map((row) => row.map(line)) };
  }
}

const letter = (given: LetterText): LetterText => ({
  ...given,
  title: line(given.title),
  ...(given.nature !== undefined && { nature: line(given.nature) }),
  ...(given.annex !== undefined && { annex: line(given.annex) }),
  ...(given.subject !== undefined && { subject: line(given.subject) }),
  to: given.to.map(line),
  body: given.body.map(block),
  annexes: given.annexes.map(({ title, body }) => ({ title: line(title), body: body.map(block) })),
  others: given.others.map(line),
  copies: given.copies.map(line),
});

export const printableArtwork = (artwork: LetterArtwork): LetterArtwork => ({
  ...artwork,
  governmentName: line(artwork.governmentName),
  agencyName: line(artwork.agencyName),
  agencyAddress: line(artwork.agencyAddress),
  ...(artwork.phone !== undefined && { phone: line(artwork.phone) }),
  ...(artwork.email !== undefined && { email: line(artwork.email) }),
  letterhead: artwork.letterhead.map(line),
  productLabel: line(artwork.productLabel),
  place: line(artwork.place),
  text: letter(artwork.text),
  signature: {
    ...artwork.signature,
    office: artwork.signature.office.map(line),
    ...(artwork.signature.name !== undefined && { name: line(artwork.signature.name) }),
    below: artwork.signature.below.map(line),
  },
});
