// What came back to be the signed copy of a letter, as staff see it before they sign with it: what was found, and why it
// cannot be taken.
import type { SigningMethod } from '@layan/domain/case/event';
import type { ProductRecord } from '@layan/domain/case/snapshot';
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import type { Zone } from '@layan/domain/deadline/zones';
import type { ExaminedUpload, FoundSignature } from '@layan/domain/document/examined-upload';
import type { DocumentRecord } from '../ports/documents.ts';

export interface SignedUploadView {
  readonly id: string;
  readonly state: DocumentRecord['state'];
  readonly contentType?: string;
  readonly problem?: string;
  readonly signatures?: readonly {
    readonly subject: string;
    readonly issuer: string;
    readonly signed?: string;
    readonly valid: boolean;
    readonly bsre: boolean;
  }[];
  readonly same?: boolean;
  readonly code?: 'this' | 'none';
}

export interface SignedUploadsSeen {
  readonly documents: readonly DocumentRecord[];
  readonly zone: Zone;
  /** The agency signs with certificates of BSrE. */
  readonly bsre: boolean;
  /** Signed outside: a signed PDF is taken where a scan was expected. */
  readonly outside: boolean;
}

const faults = {
  unreadable: 'Tanda tangan di berkas ini tidak dapat dibaca.',
  uncovered: 'Tanda tangan tidak mencakup seluruh berkas. Berkas mungkin diubah sesudah ditandatangani.',
  content: 'Isi berkas berubah sesudah ditandatangani.',
  signature: 'Tanda tangan tidak cocok dengan sertifikatnya.',
  expired: 'Sertifikat penanda tangan tidak berlaku saat ditandatangani.',
} as const satisfies Record<NonNullable<FoundSignature['fault']>, string>;

const faultOfSigned = ({ signatures = [], matches }: ExaminedUpload, bsre: boolean): string | undefined => {
  const broken = signatures.find(({ valid }) => !valid);
  if (broken) return faults[broken.fault ?? 'signature'];
  if (bsre && !signatures.some((one) => one.bsre)) return 'Tanda tangan di berkas ini bukan dari BSrE.';
  return matches === 'same' ? undefined : 'Isi berkas ini berbeda dari surat yang disiapkan.';
};

const problemOf = (
  { prepared, id }: ProductRecord,
  { state, examined }: DocumentRecord,
  { bsre, outside }: SignedUploadsSeen,
): string | undefined => {
  if (state === 'rejected') return 'Berkas ini tidak dapat dibaca. Kirim PDF, JPEG, atau PNG yang utuh.';
  if (!examined) return undefined;
  const { codes = [], signatures = [], of } = examined;
  if (codes.length > 0 && !codes.includes(id)) return 'Pada berkas ini terbaca kode surat lain.';
  const isSigned = prepared?.method === 'certificate' || (outside && signatures.length > 0);
  if (isSigned && signatures.length === 0) return 'Berkas ini belum memuat tanda tangan elektronik.';
  if (of !== undefined && of !== prepared?.file.sha256)
    return 'Surat sudah dibuat ulang sesudah berkas ini disiapkan. Tanda tangani yang terbaru.';
  if (!isSigned)
    return examined.sha256 === prepared?.file.sha256
      ? 'Berkas ini surat yang belum ditandatangani. Unggah pindaian yang sudah ditandatangani.'
      : undefined;
  const asksBsre = prepared?.method === ('certificate' satisfies SigningMethod) && (prepared.bsre ?? bsre);
  return faultOfSigned(examined, asksBsre);
};

/** The newest last. */
export const signedUploadViews = (
  letter: ProductRecord,
  seen: SignedUploadsSeen,
): readonly SignedUploadView[] =>
  seen.documents
    .filter(({ of }) => of?.document === letter.id)
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
    .map((document) => {
      const { id, state, contentType, examined } = document;
      const problem = problemOf(letter, document, seen);
      return {
        ...{ id, state },
        ...(contentType && { contentType }),
        ...(problem !== undefined && { problem }),
        ...(examined?.signatures && {
          signatures: examined.signatures.map(({ subject, issuer, signedAt, valid, bsre }) => ({
            ...{ subject, issuer, valid, bsre },
            ...(signedAt && { signed: momentInWords(seen.zone, signedAt) }),
          })),
        }),
        ...(examined?.matches && { same: examined.matches === 'same' }),
        ...(examined?.codes && {
          code: examined.codes.includes(letter.id) ? ('this' as const) : ('none' as const),
        }),
      };
    });
