// What stands between the letterhead and the body: place, date, number and addressee of a letter; title and number of a
// statement or of minutes.
import { dottedLine, gap } from '@layan/domain/letter/fill-letter';
import type { LetterArtwork } from '@layan/domain/letter/letter-artwork';
import type { Atom, Element, LetterPiece } from './atom.ts';
import { pairs } from './pairs.ts';
import { LEADING, MARGIN, type Sheet, SIZE, widthWithin } from './paper.ts';
import { block, flowing, heightOf, setLines, widthOf } from './set-text.ts';

type Marked = Pick<LetterArtwork, 'number' | 'date'>;

/** A frozen document without a number of ours gets number and date where it is signed, outside the agency. */
const datedOutside = ({ number, date }: Marked): boolean => date !== undefined && number === undefined;

export const numberOf = (artwork: Marked): string =>
  datedOutside(artwork) ? dottedLine : (artwork.number ?? gap('nomor saat ditetapkan'));
export const dateOf = (artwork: Marked): string =>
  datedOutside(artwork) ? dottedLine : (artwork.date ?? gap('tanggal saat ditetapkan'));
export const placeAndDate = (artwork: LetterArtwork): string => `${artwork.place}, ${dateOf(artwork)}`;

const YTH = 'Yth.';
const AFTER_YTH = 10;

function letterOpening(artwork: LetterArtwork, sheet: Sheet): readonly Atom[] {
  const { nature, annex, subject, to } = artwork.text;
  const width = widthWithin(sheet.paper);
  const x = MARGIN.left;
  const date = setLines(sheet, placeAndDate(artwork), { x, width, of: { tag: 'P' }, align: 'right' });
  const rows = [
    { label: 'Nomor', value: numberOf(artwork) },
    { label: 'Sifat', value: nature },
    { label: 'Lampiran', value: annex },
    { label: 'Hal', value: subject },
  ].flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]));
  const addressee: Element = { tag: 'P' };
  const lines = to.flatMap((line) =>
    setLines(sheet, line, { x: x + AFTER_YTH, width: width * 0.7, of: addressee }),
  );
  const yth = setLines(sheet, YTH, { x, width: AFTER_YTH, of: addressee });
  return [
    block(date, 5),
    ...pairs(sheet, rows, { x, width: width * 0.78, before: 2 }),
    ...flowing(lines, 6).map((atom, index) =>
      index === 0 ? { ...atom, pieces: [...yth, ...atom.pieces], stick: true } : { ...atom, stick: true },
    ),
  ];
}

/** A title with a line below it, as wide as its last line. */
function titleOf(artwork: LetterArtwork, sheet: Sheet): Atom {
  const width = widthWithin(sheet.paper);
  const set = { x: MARGIN.left, width, align: 'center', face: 'bold', leading: LEADING.tight } as const;
  const title = artwork.text.title.toLocaleUpperCase('id-ID');
  const lines = setLines(sheet, title, { ...set, size: SIZE.title, of: { tag: 'H1' } });
  const last = widthOf(sheet.measure, lines.at(-1)?.text ?? '', 'bold', SIZE.title);
  const y = heightOf(lines) + 0.4;
  const number = setLines(
    sheet,
    `Nomor: ${numberOf(artwork)}`,
    { ...set, face: 'regular', of: { tag: 'P' } },
    y + 1,
  );
  const rule: LetterPiece = {
    kind: 'rule',
    box: { x: MARGIN.left + (width - last) / 2, y, width: last, height: 0.35 },
  };
  return {
    height: y + 1 + heightOf(number),
    before: 7,
    stick: true,
    pieces: [...lines, rule, ...number],
  };
}

export const opening = (artwork: LetterArtwork, sheet: Sheet): readonly Atom[] =>
  artwork.text.layout === 'letter' ? letterOpening(artwork, sheet) : [titleOf(artwork, sheet)];
