// Marks across and above a page: drafts and practice say that they are worthless, copies which copy they are.
import type { LetterArtwork } from '@layan/domain/letter/letter-artwork';
import { WORTHLESS } from '../card/inks.ts';
import { drawMark } from '../pdf/draw-pieces.ts';
import type { OpenDocument } from '../pdf/open-document.ts';
import { points } from '../pdf/points.ts';
import { MARGIN, type Paper, SIZE } from './paper.ts';

/** Small letters lie below it: paler than on a card. */
const OPACITY = 0.13;
const COPY = { top: 4.5, height: 6.5, padding: 2.5 };

const acrossOf = ({ mark, practice }: LetterArtwork): string | undefined => {
  if (practice) return 'LATIHAN, TIDAK BERLAKU';
  return mark?.kind === 'concept' ? 'KONSEP' : undefined;
};

function drawCopyMark(document: OpenDocument, paper: Paper, text: string): void {
  document.font('bold').fontSize(SIZE.table);
  const width = document.widthOfString(text) + 2 * points(COPY.padding);
  const x = points(paper.width - MARGIN.right) - width;
  document.lineWidth(0.9).rect(x, points(COPY.top), width, points(COPY.height)).stroke(WORTHLESS);
  document.fillColor(WORTHLESS).text(text, x + points(COPY.padding), points(COPY.top + COPY.height * 0.68), {
    lineBreak: false,
    baseline: 'alphabetic',
  });
}

export function drawMarks(document: OpenDocument, artwork: LetterArtwork, paper: Paper): void {
  const across = acrossOf(artwork);
  const { mark } = artwork;
  const tell = (draw: () => void) => document.addStructure(document.struct('P', {}, [draw]));
  if (across !== undefined)
    tell(() =>
      drawMark(
        document,
        { x: 20, y: 40, width: paper.width - 40, height: paper.height - 80 },
        across,
        OPACITY,
      ),
    );
  if (mark?.kind === 'copy') tell(() => drawCopyMark(document, paper, `SALINAN KE-${mark.number}`));
}
