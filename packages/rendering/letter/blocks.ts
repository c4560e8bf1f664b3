// The body of a document: paragraphs, points, labelled values, and lines of a batch.
import type { TextBlock } from '@layan/domain/letter/letter-text';
import type { Atom, Element } from './atom.ts';
import { linesTable } from './lines-table.ts';
import { pairs } from './pairs.ts';
import { MARGIN, type Sheet, widthWithin } from './paper.ts';
import { flowing, setLines } from './set-text.ts';

/** Above each block; above the first one. */
const BETWEEN = 2.6;
const FIRST = 6;
const INDENT = 7;

function points(sheet: Sheet, texts: readonly string[], before: number): readonly Atom[] {
  const width = widthWithin(sheet.paper) - INDENT;
  return texts.flatMap((text, index) => {
    const of: Element = { tag: 'P' };
    const set = { width: INDENT, of, x: MARGIN.left };
    const number = setLines(sheet, `${index + 1}.`, set);
    const lines = setLines(sheet, text, { x: MARGIN.left + INDENT, width, of, align: 'justify' });
    return flowing(lines, index === 0 ? before : 0.8).map((atom, line) =>
      line === 0 ? { ...atom, pieces: [...number, ...atom.pieces] } : atom,
    );
  });
}

function blockAtoms(sheet: Sheet, given: TextBlock, before: number): readonly Atom[] {
  const whole = { x: MARGIN.left, width: widthWithin(sheet.paper) };
  switch (given.kind) {
    case 'paragraph':
      return flowing(setLines(sheet, given.text, { ...whole, of: { tag: 'P' }, align: 'justify' }), before);
    case 'list':
      return points(sheet, given.points, before);
    case 'table':
      return given.rows.length === 0
        ? []
        : pairs(sheet, given.rows, { x: whole.x + INDENT, width: whole.width - INDENT, before });
    case 'lines':
      return linesTable(sheet, given, { ...whole, before });
  }
}

export const bodyAtoms = (sheet: Sheet, body: readonly TextBlock[]): readonly Atom[] =>
  body.flatMap((given, index) => blockAtoms(sheet, given, index === 0 ? FIRST : BETWEEN));
