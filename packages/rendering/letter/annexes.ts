// Annexes: each on a new page, with what it belongs to at its head.
import type { LetterArtwork } from '@layan/domain/letter/letter-artwork';
import type { Atom } from './atom.ts';
import { bodyAtoms } from './blocks.ts';
import { dateOf, numberOf } from './opening.ts';
import { pairs } from './pairs.ts';
import { LEADING, MARGIN, type Sheet, SIZE, widthWithin } from './paper.ts';
import { block, setLines } from './set-text.ts';

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

export function annexes(artwork: LetterArtwork, sheet: Sheet): readonly Atom[] {
  const { text, productLabel } = artwork;
  const whole = { x: MARGIN.left, width: widthWithin(sheet.paper) };
  return text.annexes.flatMap(({ title, body }, index) => {
    const which = text.annexes.length === 1 ? '' : ` ${roman[index] ?? index + 1}`;
    const belongsTo = setLines(sheet, `Lampiran${which} ${productLabel}`, { ...whole, of: { tag: 'P' } });
    const heading = setLines(sheet, title, {
      ...{ ...whole, of: { tag: 'H2' }, face: 'bold', align: 'center' },
      ...{ size: SIZE.body + 0.5, leading: LEADING.tight },
    });
    return [
      { ...block(belongsTo, 0), newPage: true, stick: true },
      ...pairs(
        sheet,
        [
          { label: 'Nomor', value: numberOf(artwork) },
          { label: 'Tanggal', value: dateOf(artwork) },
        ],
        { ...whole, before: 0 },
      ),
      { ...block(heading, 6), stick: true },
      ...bodyAtoms(sheet, body),
    ];
  });
}
