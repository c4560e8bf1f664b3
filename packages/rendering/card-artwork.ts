// What is printed on a card, in the words that stand on it: whoever asks for a card has looked everything up.

export interface CardArtwork {
  /** "Pemerintah Kota Probolinggo". */
  readonly governmentName: string;
  readonly agencyName: string;
  readonly agencyAddress: string;
  /** `#rrggbb`; darkened where white text would not be read on it. */
  readonly accent: string;
  /** PNG or SVG as data URI, or SVG text; a lettered seal when absent or unreadable. */
  readonly crest?: string | undefined;
  /** "Kartu Bestari". */
  readonly productLabel: string;
  /** Official number. */
  readonly number: string;
  readonly holderName: string;
  /** What else is said of the holder: address, village, last four digits of the NIK. */
  readonly lines: readonly CardLine[];
  /** "Sabtu, 21 November 2026". */
  readonly issued: string;
  readonly validUntil?: string | undefined;
  /** Says that the card is in force until the survey is done. */
  readonly provisional: boolean;
  /** Content of the QR code: an address with the signed payload as its fragment. */
  readonly qr: string;
  /** Host on which anybody may check the card, as people type it. */
  readonly verifyAddress: string;
  /** Sentences of the back. */
  readonly back: readonly string[];
  /** Which print of this card it is; the second and later ones say so. */
  readonly copy: number;
  /** Marks both sides as worthless. */
  readonly practice?: boolean | undefined;
}

export interface CardLine {
  readonly label: string;
  readonly value: string;
}

/** `card`: two pages of card size. `a4`, `f4`: one sheet for an ordinary printer, to be cut and folded. */
export const CARD_LAYOUTS = ['card', 'a4', 'f4'] as const;
export type CardLayout = (typeof CARD_LAYOUTS)[number];
