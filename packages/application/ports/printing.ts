// What printing takes: somebody who draws, and a place to fetch the drawing from.
import type { LetterArtwork } from '@layan/domain/letter/letter-artwork';

/** What is printed on a card, in the words that stand on it. */
export interface CardArtwork {
  readonly governmentName: string;
  readonly agencyName: string;
  readonly agencyAddress: string;
  /** `#rrggbb` */
  readonly accent: string;
  readonly crest?: string;
  readonly productLabel: string;
  readonly number: string;
  readonly holderName: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  /** "Sabtu, 21 November 2026". */
  readonly issued: string;
  readonly validUntil?: string;
  readonly provisional: boolean;
  /** Content of the QR code. */
  readonly qr: string;
  /** Where anybody may check the card, as people type it. */
  readonly verifyAddress: string;
  readonly back: readonly string[];
  /** Which print of this card it is. */
  readonly copy: number;
  /** Worthless, and says so. */
  readonly practice?: boolean;
}

export const cardLayouts = ['card', 'a4', 'f4'] as const;
export type CardLayout = (typeof cardLayouts)[number];

export interface LetterDrawing {
  /** A PDF; the same artwork gives the same bytes. */
  drawLetter(artwork: LetterArtwork): Promise<Uint8Array>;
}

export interface Printing extends LetterDrawing {
  /** A PDF. */
  drawCard(artwork: CardArtwork, layout: CardLayout): Promise<Uint8Array>;
  /** Keeps a PDF for a day at most, and gives a link that opens it for a minute. */
  keep(file: { readonly bytes: Uint8Array; readonly fileName: string }): Promise<string>;
}
