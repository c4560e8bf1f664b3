// What is drawn of a document, in the words that stand on it: whoever asks for it has looked everything up.
// The same artwork gives the same bytes.
import type { SigningMethod } from '../case/event.ts';
import type { InstantText } from '../kernel/ids.ts';
import type { LetterText } from './letter-text.ts';

/** How who signs is written (Permendagri 1/2023 art. 44). */
export interface SignatureBlock {
  /** "Kepala Dinas Sosial"; or two lines, "a.n. Kepala Dinas Sosial" and "Sekretaris". */
  readonly office: readonly string[];
  /** Absent: a dotted line, filled in by hand by somebody outside the agency. */
  readonly name?: string;
  /** Rank and NIP, where they are written. */
  readonly below: readonly string[];
}

export interface LetterArtwork {
  readonly governmentName: string;
  readonly agencyName: string;
  readonly agencyAddress: string;
  readonly phone?: string;
  readonly email?: string;
  /** Further lines of the letterhead. */
  readonly letterhead: readonly string[];
  /** `#rrggbb` */
  readonly accent: string;
  readonly crest?: string;
  readonly productLabel: string;
  readonly text: LetterText;
  /** Official number; absent before the document is frozen. */
  readonly number?: string;
  /** "Pekalongan". */
  readonly place: string;
  /** "25 Maret 2026"; absent before the document is frozen. */
  readonly date?: string;
  /** When it was frozen, or of a draft when it is looked at: the only moment the file knows. */
  readonly at: InstantText;
  readonly signature: SignatureBlock;
  readonly method: SigningMethod;
  /** The certificate is BSrE’s: the document says so. */
  readonly bsre?: true;
  /** Content of the QR code, and where people check it by hand; absent on a draft. Keep `qr` for copies: signing anew gives another. */
  readonly check?: { readonly qr: string; readonly address: string };
  /** "KONSEP", or "Salinan ke-2". */
  readonly mark?: { readonly kind: 'concept' } | { readonly kind: 'copy'; readonly number: number };
  /** Worthless, and says so. */
  readonly practice?: true;
}
