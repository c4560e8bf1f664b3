// Draws laid out pages, and tells screen readers what belongs together: one element for a paragraph, however many lines
// and pages it takes.
import { INK } from '../card/inks.ts';
import type { Box } from '../card/piece.ts';
import { drawCode } from '../pdf/draw-code.ts';
import { type CrestPicture, drawCrest } from '../pdf/draw-crest.ts';
import type { OpenDocument } from '../pdf/open-document.ts';
import { points } from '../pdf/points.ts';
import type { Element, LetterPiece } from './atom.ts';
import type { DrawLine } from './draw-line.ts';
import type { Page } from './paginate.ts';

type Structure = ReturnType<OpenDocument['struct']>;

const inPoints = ({ x, y, width, height }: Box): Box => ({
  ...{ x: points(x), y: points(y) },
  ...{ width: points(width), height: points(height) },
});

function structures(document: OpenDocument): (element: Element) => Structure {
  const known = new Map<Element, Structure>();
  const structureOf = (element: Element): Structure => {
    const before = known.get(element);
    if (before) return before;
    const { tag, parent, alt } = element;
    const structure = document.struct(tag, alt === undefined ? {} : { alt });
    known.set(element, structure);
    if (parent) structureOf(parent).add(structure);
    else document.addStructure(structure);
    return structure;
  };
  return structureOf;
}

export interface Drawing {
  readonly crest: CrestPicture;
  readonly drawLine: DrawLine;
}

export function pageDrawer(document: OpenDocument, { crest, drawLine }: Drawing): (page: Page) => void {
  const structureOf = structures(document);

  const drawPiece = (piece: Exclude<LetterPiece, { kind: 'rule' }>) => {
    switch (piece.kind) {
      case 'line':
        drawLine(piece);
        break;
      case 'crest':
        drawCrest(document, inPoints(piece.box), crest);
        break;
      case 'code':
        drawCode(document, inPoints(piece.box), piece.text);
        break;
    }
  };

  return (page) => {
    let current: Element | undefined;
    for (const piece of page) {
      if (piece.kind === 'rule') continue;
      if (piece.of !== current) {
        if (current) document.endMarkedContent();
        structureOf(piece.of).add(document.markStructureContent(piece.of.tag));
        current = piece.of;
      }
      drawPiece(piece);
    }
    if (current) document.endMarkedContent();
    document.markContent('Artifact', { type: 'Layout' });
    for (const piece of page)
      if (piece.kind === 'rule') {
        const { x, y, width, height } = inPoints(piece.box);
        document.rect(x, y, width, height);
      }
    document.fill(INK);
    document.endMarkedContent();
  };
}
