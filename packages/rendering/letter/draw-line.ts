// Draws one line: in the face that has its letters, reaching both margins where it should, gaps of a draft in red.
import { WORTHLESS } from '../card/inks.ts';
import { extendedFaces, FACES, type Face, faces } from '../fonts/faces.ts';
import { fontRuns } from '../fonts/runs.ts';
import { type StretchedFont, stretched } from '../fonts/stretched.ts';
import type { OpenDocument } from '../pdf/open-document.ts';
import { points } from '../pdf/points.ts';
import type { Measure } from '../text/fit-text.ts';
import type { LinePiece } from './atom.ts';
import { heightOfLine, widthOf } from './set-text.ts';

/** From the top of a line to its letters' foot, where the line is as high as its letters need. */
const BASELINE = 0.76 * 1.22;
const NATURAL = 1.22;
/** A line that would be torn further apart than this share of its size keeps its ragged end. */
const WIDEST = 0.5;
/** Gaps are written without breaking spaces: nothing that people fill in ever has those in brackets. */
const GAP = /(\[[^\]\s]*\u00a0[^\]]*\])/;

export type DrawLine = (piece: LinePiece) => void;

interface Segment {
  readonly text: string;
  readonly ink: string;
  readonly extended: boolean;
}

const segmentsOf = ({ text, ink }: LinePiece, draft: boolean): readonly Segment[] =>
  (draft ? text.split(GAP) : [text])
    .flatMap((part) =>
      fontRuns(part).map((run) => ({ ...run, ink: draft && GAP.test(part) ? WORTHLESS : ink })),
    )
    .filter((segment) => segment.text !== '');

export function lineDrawer(document: OpenDocument, measure: Measure, draft: boolean): DrawLine {
  const plain: Record<Face, StretchedFont> = {
    regular: stretched(faces().regular),
    bold: stretched(faces().bold),
  };
  for (const face of FACES) document.registerFont(face, plain[face].font);
  const registered = new Set<Face>();
  const nameOf = (face: Face, extended: boolean): string => {
    if (!extended) return face;
    if (!registered.has(face)) document.registerFont(`extended-${face}`, extendedFaces()[face]);
    registered.add(face);
    return `extended-${face}`;
  };

  /** Millimetres to add to each space. */
  const extraOf = ({ text, face, size, width, align }: LinePiece): number => {
    const spaces = text.split(' ').length - 1;
    if (align !== 'justify' || spaces === 0) return 0;
    const extra = (width - widthOf(measure, text, face, size)) / spaces;
    return extra > 0 && points(extra) <= WIDEST * size ? extra : 0;
  };
  const startOf = ({ x, width, align, text, face, size }: LinePiece): number => {
    if (align !== 'right' && align !== 'center') return x;
    const slack = width - widthOf(measure, text, face, size);
    return x + (align === 'right' ? slack : slack / 2);
  };

  return (piece) => {
    const { text, face, size, leading, y } = piece;
    if (text === '') return;
    const extra = extraOf(piece);
    const foot = y + heightOfLine(size, BASELINE + (leading - NATURAL) / 2);
    const { unitsPerEm } = faces()[face];
    plain[face].stretch((points(extra) / size) * unitsPerEm);
    let x = startOf(piece);
    for (const segment of segmentsOf(piece, draft)) {
      document.font(nameOf(face, segment.extended)).fontSize(size).fillColor(segment.ink);
      // Given features, even none, pdfkit lays the line out at once and not word by word.
      document.text(segment.text, points(x), points(foot), {
        ...{ lineBreak: false, baseline: 'alphabetic', features: [] },
      });
      x += widthOf(measure, segment.text, face, size) + extra * (segment.text.split(' ').length - 1);
    }
    plain[face].stretch(0);
  };
}
