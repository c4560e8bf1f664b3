// A card as PDF: two pages of card size, or one sheet for an ordinary printer. The same artwork gives the same bytes.
import { layBack } from './card/back.ts';
import { layFront } from './card/front.ts';
import { CARD } from './card/piece.ts';
import type { CardArtwork, CardLayout } from './card-artwork.ts';
import { measuring } from './fonts/measuring.ts';
import { crestPicture, seal } from './pdf/crest-picture.ts';
import type { CrestPicture } from './pdf/draw-crest.ts';
import { drawPieces } from './pdf/draw-pieces.ts';
import { bytesOf, openDocument } from './pdf/open-document.ts';
import { points } from './pdf/points.ts';
import { drawSheet } from './sheet/draw-sheet.ts';
import { dayFromWords } from './text/day-from-words.ts';
import { printable } from './text/printable.ts';

async function draw(card: CardArtwork, layout: CardLayout, crest: CrestPicture): Promise<Uint8Array> {
  const document = openDocument({
    title: `${card.productLabel} ${card.number}`,
    author: `${card.agencyName}, ${card.governmentName}`,
    subject: card.copy > 1 ? `Cetakan ke-${card.copy}` : card.productLabel,
    date: dayFromWords(card.issued),
  });
  const measure = measuring();
  const sides = [layFront(card, measure), layBack(card, measure)] as const;
  if (layout === 'card')
    for (const side of sides) {
      document.addPage({ size: [points(CARD.width), points(CARD.height)], margin: 0 });
      drawPieces(document, side, crest, CARD);
    }
  else drawSheet(document, { card, layout, sides, crest, measure });
  return bytesOf(document);
}

/**
 * @example
 * const pdf = await renderCard({ productLabel: 'Kartu Bestari', holderName: 'Warga Uji Satu', ... }, 'card');
 */
export async function renderCard(artwork: CardArtwork, layout: CardLayout): Promise<Uint8Array> {
  const card = printable(artwork);
  const crest = crestPicture(card);
  try {
    return await draw(card, layout, crest);
  } catch (cause) {
    // A crest that cannot be drawn is no reason to leave people without their card.
    if (crest.kind !== 'svg') throw cause;
    return draw(card, layout, seal(card));
  }
}
