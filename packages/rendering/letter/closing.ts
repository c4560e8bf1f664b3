// The end of a document: the code that proves it beside who signs, those who sign by hand with them, and who gets a copy.
import type { LetterArtwork } from '@layan/domain/letter/letter-artwork';
import { QUIET } from '../card/inks.ts';
import type { Atom, Element, LetterPiece } from './atom.ts';
import { placeAndDate } from './opening.ts';
import { LEADING, MARGIN, type Sheet, SIZE, widthWithin } from './paper.ts';
import { block, flowing, heightOf, setLines, widthOf } from './set-text.ts';

const BLOCK = 82;
const CODE = 34;
const CAPTION = 41;
const ROOM = { hand: 24, note: 15 };
/** Room to write one's name in. */
const HAND_ROW = 9;
const HAND_ROOM = 3.4;
const INDENT = 6;

/** What stands where a hand or a certificate signs. */
function inTheRoom({ method, mark }: LetterArtwork): string {
  if (mark?.kind === 'concept') return '';
  if (method === 'seal') return 'Disegel secara elektronik';
  if (mark?.kind !== 'copy') return '';
  return method === 'ink' ? 'ttd.' : 'Ditandatangani secara elektronik';
}

/** A dotted line to write on, never wider than its place. */
export function dots({ measure }: Sheet, width: number): string {
  let line = '.'.repeat(200);
  while (widthOf(measure, line, 'regular', SIZE.body) > width) line = line.slice(0, -2);
  return line;
}

function signatureBlock(artwork: LetterArtwork, sheet: Sheet): Atom {
  const { signature, method, text } = artwork;
  const x = MARGIN.left + widthWithin(sheet.paper) - BLOCK;
  const of: Element = { tag: 'P' };
  const pieces: LetterPiece[] = [];
  let y = 0;
  const add = (given: string, face: 'regular' | 'bold' = 'regular') => {
    const set = setLines(sheet, given, { x, width: BLOCK, of, face }, y);
    pieces.push(...set);
    y += heightOf(set);
  };
  if (text.layout !== 'letter') add(placeAndDate(artwork));
  for (const line of signature.office) add(line);
  const room = method === 'seal' || artwork.mark?.kind === 'copy' ? ROOM.note : ROOM.hand;
  const note = inTheRoom(artwork);
  if (note !== '')
    pieces.push(
      ...setLines(sheet, note, { x, width: BLOCK, of, size: SIZE.table, ink: QUIET }, y + room / 2 - 2),
    );
  y += room;
  if (signature.name === undefined) add(dots(sheet, BLOCK * 0.8));
  else add(signature.name, 'bold');
  for (const line of signature.below) add(line);
  return { height: y, pieces };
}

function codeBlock({ check, agencyName }: LetterArtwork, sheet: Sheet): Atom | undefined {
  if (!check) return undefined;
  const x = MARGIN.left;
  const caption = setLines(
    sheet,
    `Periksa keaslian di\n${check.address}/periksa atau pindai kode ini.\nKode QR menunjukkan catatan ${agencyName}, bukan tanda tangan elektronik.`,
    {
      ...{ x: x + CODE + 2, width: CAPTION, of: { tag: 'P' } },
      ...{ size: SIZE.note, leading: LEADING.tight, ink: QUIET },
    },
    1.2,
  );
  return {
    height: Math.max(CODE, heightOf(caption)),
    pieces: [
      {
        kind: 'code',
        box: { x, y: 0, width: CODE, height: CODE },
        text: check.qr,
        of: { tag: 'Figure', alt: 'Kode QR keaslian dokumen ini' },
      },
      ...caption,
    ],
  };
}

/** Code and signature in one atom: neither is ever parted from the other, nor broken. */
function signed(artwork: LetterArtwork, sheet: Sheet): Atom {
  const signature = signatureBlock(artwork, sheet);
  const code = codeBlock(artwork, sheet);
  if (!code) return { ...signature, before: 6 };
  return {
    height: Math.max(signature.height, code.height),
    // Read in the order of importance: who signs, then how to check it.
    pieces: [...signature.pieces, ...code.pieces],
    before: 6,
  };
}

function others({ text }: LetterArtwork, sheet: Sheet): readonly Atom[] {
  if (text.others.length === 0) return [];
  const x = MARGIN.left;
  const width = widthWithin(sheet.paper);
  const columns = {
    name: { x: x + width * 0.4, width: width * 0.32 },
    hand: { x: x + width * 0.75, width: width * 0.25 },
  };
  const heading = setLines(sheet, 'Turut menandatangani:', { x, width: width * 0.38, of: { tag: 'P' } });
  const titles = Object.entries({ Nama: columns.name, 'Tanda tangan': columns.hand }).flatMap(
    ([title, column]) =>
      setLines(sheet, title, { ...column, of: { tag: 'P' }, size: SIZE.table, ink: QUIET }, 0.6),
  );
  return [
    { ...block([...heading, ...titles], 8), height: heightOf(heading), stick: true },
    ...text.others.map((label, index): Atom => {
      const of: Element = { tag: 'P' };
      const number = setLines(sheet, `${index + 1}.`, { x, width: INDENT, of }, HAND_ROOM);
      const office = setLines(sheet, label, { x: x + INDENT, width: width * 0.38 - INDENT, of }, HAND_ROOM);
      return {
        height: Math.max(HAND_ROW, heightOf(office) + HAND_ROOM),
        pieces: [
          ...number,
          ...office,
          ...setLines(sheet, dots(sheet, columns.name.width), { ...columns.name, of }, HAND_ROOM),
          ...setLines(sheet, dots(sheet, columns.hand.width), { ...columns.hand, of }, HAND_ROOM),
        ],
      };
    }),
  ];
}

function copies({ text }: LetterArtwork, sheet: Sheet): readonly Atom[] {
  if (text.copies.length === 0) return [];
  const [x, width] = [MARGIN.left, widthWithin(sheet.paper)];
  const small = { size: SIZE.body - 1, leading: LEADING.tight };
  const heading = block(setLines(sheet, 'Tembusan:', { x, width, of: { tag: 'P' }, ...small }), 7);
  const list = text.copies.flatMap((copy, index) => {
    const of: Element = { tag: 'P' };
    const number = text.copies.length === 1 ? '' : `${index + 1}.`;
    const indent = number === '' ? 0 : 6;
    const lines = setLines(sheet, copy, { x: x + indent, width: width - indent, of, ...small });
    const first = setLines(sheet, number, { x, width: 6, of, ...small });
    return flowing(lines, 0).map((atom, line) =>
      line === 0 && number !== '' ? { ...atom, pieces: [...first, ...atom.pieces] } : atom,
    );
  });
  return [{ ...heading, stick: true }, ...list];
}

export const closing = (artwork: LetterArtwork, sheet: Sheet): readonly Atom[] => [
  signed(artwork, sheet),
  ...others(artwork, sheet),
  ...copies(artwork, sheet),
];
