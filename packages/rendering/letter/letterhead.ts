// The head of a document: crest, government, agency, where it is found, and the double rule below.
import type { LetterArtwork } from '@layan/domain/letter/letter-artwork';
import { INK } from '../card/inks.ts';
import { fitText } from '../text/fit-text.ts';
import type { Atom, LetterPiece } from './atom.ts';
import { LEADING, MARGIN, type Sheet, widthWithin } from './paper.ts';
import { heightOf, setLines } from './set-text.ts';

const CREST = { width: 21, height: 25 };
const GAP = 3;
const RULE = { thick: 0.9, space: 0.7, thin: 0.25 };

const contactOf = ({ phone, email }: LetterArtwork): string =>
  [phone && `Telepon ${phone}`, email && `Surel ${email}`].filter(Boolean).join(' · ');

export function letterhead(artwork: LetterArtwork, sheet: Sheet): Atom {
  const x = MARGIN.left + CREST.width + GAP;
  const width = widthWithin(sheet.paper) - CREST.width - GAP;
  const rows = [
    {
      text: artwork.governmentName.toLocaleUpperCase('id-ID'),
      face: 'bold',
      largest: 13,
      smallest: 9,
      lines: 2,
    },
    { text: artwork.agencyName.toLocaleUpperCase('id-ID'), face: 'bold', largest: 14, smallest: 9, lines: 3 },
    ...[artwork.agencyAddress, contactOf(artwork), ...artwork.letterhead]
      .filter((text) => text !== '')
      .map((text) => ({ text, face: 'regular', largest: 9, smallest: 7.5, lines: 2 }) as const),
  ] as const;
  let y = 0;
  const pieces: LetterPiece[] = [];
  for (const { text, face, largest, smallest, lines } of rows) {
    const height = lines * smallest * 1.22 * (25.4 / 72) + 0.01;
    const { size } = fitText(sheet.measure, text, {
      width,
      height: Math.max(height, 5.8),
      face,
      largest,
      smallest,
    });
    const of = { tag: 'P' } as const;
    const set = setLines(
      sheet,
      text,
      { x, width, of, face, size, leading: LEADING.tight, align: 'center', ink: INK },
      y,
    );
    pieces.push(...set);
    y += heightOf(set);
  }
  const height = Math.max(y, CREST.height);
  const top = (height - y) / 2;
  const crest = { x: MARGIN.left, y: (height - CREST.height) / 2, ...CREST };
  const rule = { x: MARGIN.left, width: widthWithin(sheet.paper) };
  const below = height + 2;
  return {
    height: below + RULE.thick + RULE.space + RULE.thin,
    pieces: [
      { kind: 'crest', box: crest, of: { tag: 'Figure', alt: `Lambang ${artwork.governmentName}` } },
      ...pieces.map((piece) => (piece.kind === 'line' ? { ...piece, y: piece.y + top } : piece)),
      { kind: 'rule', box: { ...rule, y: below, height: RULE.thick } },
      { kind: 'rule', box: { ...rule, y: below + RULE.thick + RULE.space, height: RULE.thin } },
    ],
  };
}
