// A document of the government as PDF, as Permendagri 1/2023 lays it out. The same artwork gives the same bytes.
import type { LetterArtwork } from '@layan/domain/letter/letter-artwork';
import { measuring } from './fonts/measuring.ts';
import { annexes } from './letter/annexes.ts';
import { stickLast } from './letter/atom.ts';
import { bodyAtoms } from './letter/blocks.ts';
import { closing } from './letter/closing.ts';
import { lineDrawer } from './letter/draw-line.ts';
import { pageDrawer } from './letter/draw-pages.ts';
import { type Foot, footOf } from './letter/foot.ts';
import { letterhead } from './letter/letterhead.ts';
import { drawMarks } from './letter/marks.ts';
import { opening } from './letter/opening.ts';
import { type Page, paginate } from './letter/paginate.ts';
import { CLOSE, MARGIN, PAPERS, type Sheet, USUAL } from './letter/paper.ts';
import { printableArtwork } from './letter/printable-artwork.ts';
import { withContentId } from './pdf/content-id.ts';
import { crestPicture, seal } from './pdf/crest-picture.ts';
import type { CrestPicture } from './pdf/draw-crest.ts';
import { bytesOf, openDocument } from './pdf/open-document.ts';
import { points } from './pdf/points.ts';

/** So much of the body goes to the next page with the signature, which never stands alone. */
const KEPT_WITH_SIGNATURE = 2;

const titleOf = ({ productLabel, number, mark }: LetterArtwork): string =>
  [productLabel, number, mark?.kind === 'concept' ? '(konsep)' : undefined].filter(Boolean).join(' ');

interface LaidOut {
  readonly pages: readonly Page[];
  readonly foot: Foot;
}

function layOut(artwork: LetterArtwork, sheet: Sheet): LaidOut {
  const foot = footOf(artwork, sheet);
  const pages = paginate(
    [
      letterhead(artwork, sheet),
      ...opening(artwork, sheet),
      ...stickLast(bodyAtoms(sheet, artwork.text.body), KEPT_WITH_SIGNATURE),
      ...closing(artwork, sheet),
      ...annexes(artwork, sheet),
    ],
    { top: MARGIN.top, bottom: sheet.paper.height - foot.height, spacing: sheet.spacing },
  );
  return { pages, foot };
}

/** Lines come closer where that saves a page: nobody should get a second sheet for the copies alone. */
function layOutShort(artwork: LetterArtwork, sheet: Pick<Sheet, 'measure' | 'paper'>): LaidOut {
  const usual = layOut(artwork, { ...sheet, ...USUAL });
  if (usual.pages.length === 1) return usual;
  const close = layOut(artwork, { ...sheet, ...CLOSE });
  return close.pages.length < usual.pages.length ? close : usual;
}

async function draw(artwork: LetterArtwork, crest: CrestPicture): Promise<Uint8Array> {
  const paper = PAPERS[artwork.text.paper];
  const document = openDocument({
    title: titleOf(artwork),
    author: `${artwork.agencyName}, ${artwork.governmentName}`,
    subject: artwork.text.subject ?? artwork.text.title,
    date: new Date(artwork.at),
    address: artwork.check?.qr.split('#')[0],
  });
  const measure = measuring();
  const { pages, foot } = layOutShort(artwork, { measure, paper });
  const drawLine = lineDrawer(document, measure, artwork.mark?.kind === 'concept');
  const drawPage = pageDrawer(document, { crest, drawLine });
  pages.forEach((page, index) => {
    document.addPage({ size: [points(paper.width), points(paper.height)], margin: 0 });
    drawPage([...page, ...foot.pieces(index + 1, pages.length)]);
    drawMarks(document, artwork, paper);
  });
  return withContentId(await bytesOf(document));
}

/**
 * @example
 * const pdf = await renderLetter({ number: '400.9.14/0001/2026', date: '25 Maret 2026', text, signature, ... });
 */
export async function renderLetter(given: LetterArtwork): Promise<Uint8Array> {
  const artwork = printableArtwork(given);
  const crest = crestPicture(artwork);
  try {
    return await draw(artwork, crest);
  } catch (cause) {
    // A crest that cannot be drawn is no reason to leave people without their letter.
    if (crest.kind !== 'svg') throw cause;
    return draw(artwork, seal(artwork));
  }
}
