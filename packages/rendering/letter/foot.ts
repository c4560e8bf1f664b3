// What stands at the foot of each page: how the document is signed, and from the second page on which page of what it is.
import type { LetterArtwork } from '@layan/domain/letter/letter-artwork';
import { QUIET } from '../card/inks.ts';
import type { LetterPiece } from './atom.ts';
import { LEADING, MARGIN, type Sheet, SIZE, widthWithin } from './paper.ts';
import { heightOf, setLines } from './set-text.ts';

const EVIDENCE =
  'UU ITE Nomor 11 Tahun 2008 Pasal 5 ayat (1): “Informasi Elektronik dan/atau Dokumen Elektronik dan/atau hasil cetaknya merupakan alat bukti hukum yang sah.”';
const BSRE =
  'Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh BSrE.';
const PROOF = 'Keaslian dokumen ini dapat dibuktikan dengan kode QR yang tercantum di dalamnya.';

/** How an original says that it is signed; on paper signed by hand nothing needs saying. */
function ofTheOriginal({ method, bsre, agencyName }: LetterArtwork): readonly string[] {
  switch (method) {
    case 'ink':
      return [];
    case 'seal':
      return [
        `Dokumen ini dibubuhi segel elektronik milik ${agencyName}. Segel ini bukan tanda tangan elektronik tersertifikasi.`,
        PROOF,
      ];
    case 'certificate':
      return bsre
        ? [EVIDENCE, BSRE, PROOF]
        : ['Tanda tangan elektronik dokumen ini ada di dalam berkas PDF-nya.', PROOF];
  }
}

export function footSentences(artwork: LetterArtwork): readonly string[] {
  switch (artwork.mark?.kind) {
    case 'concept':
      return ['Konsep: belum bernomor, belum ditandatangani, dan tidak dapat dipakai.'];
    case 'copy':
      // What is drawn anew carries no signature of its own: it says so, and where the original is.
      return ['Salinan dari dokumen yang telah ditandatangani.', ...(artwork.check ? [PROOF] : [])];
    case undefined:
      return ofTheOriginal(artwork);
  }
}

export interface Foot {
  /** From the lower edge of the paper up, with room above it. */
  readonly height: number;
  pieces(page: number, pages: number): readonly LetterPiece[];
}

export function footOf(artwork: LetterArtwork, sheet: Sheet): Foot {
  const small = { size: SIZE.foot, leading: LEADING.tight, ink: QUIET } as const;
  const whole = { x: MARGIN.left, width: widthWithin(sheet.paper) };
  const line = 3.1;
  const numbers = sheet.paper.height - MARGIN.foot - line;
  const notes = footSentences(artwork).flatMap((sentence) =>
    setLines(sheet, sentence, { ...whole, ...small, of: { tag: 'P' } }),
  );
  const top = numbers - heightOf(notes) - 0.6;
  const height = heightOf(notes);
  const stacked = notes.map((piece, index) => ({ ...piece, y: top + (height / notes.length) * index }));
  const { productLabel, number } = artwork;
  const what = number === undefined ? productLabel : `${productLabel} Nomor ${number}`;
  return {
    height: sheet.paper.height - top + 4,
    pieces: (page, pages) => [
      ...(notes.length === 0
        ? []
        : [{ kind: 'rule', box: { ...whole, y: top - 1, height: 0.15 } } as const, ...stacked]),
      ...(page === 1
        ? []
        : [
            ...setLines(
              sheet,
              what,
              { ...whole, width: whole.width - 30, ...small, of: { tag: 'P' } },
              numbers,
            ).slice(0, 1),
            ...setLines(
              sheet,
              `Halaman ${page} dari ${pages}`,
              { ...whole, ...small, align: 'right', of: { tag: 'P' } },
              numbers,
            ),
          ]),
    ],
  };
}
