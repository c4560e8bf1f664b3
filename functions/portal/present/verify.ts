// A product that was looked up, as its page tells it.
import type { VerifiedLetter, VerifiedProduct } from '@layan/application/product/verify-product';
import { dateInWords, dayInWords, momentInWords } from '@layan/domain/deadline/dates-in-words';
import type { InstantText } from '@layan/domain/kernel/ids';
import type { ProductState } from '@layan/domain/product/product-state';
import type { Tenant } from '@layan/domain/tenant/tenant';
import type { VerifyProps } from '@layan/portal/pages/verify';
import { comparePath } from './verify-paths.ts';

const productStates = {
  frozen: {
    tone: 'attention',
    title: 'Belum ditandatangani',
    sentence: 'belum ditandatangani dan belum berlaku.',
  },
  active: { tone: 'good', title: 'Berlaku', sentence: 'boleh dipakai.' },
  provisional: {
    tone: 'good',
    title: 'Berlaku sementara',
    sentence: 'boleh dipakai. Dinas masih memeriksa keadaan pemegangnya.',
  },
  suspended: {
    tone: 'attention',
    title: 'Ditangguhkan',
    sentence: 'untuk sementara tidak boleh dipakai.',
  },
  revoked: { tone: 'attention', title: 'Dicabut', sentence: 'tidak berlaku lagi.' },
  expired: {
    tone: 'attention',
    title: 'Tidak berlaku lagi',
    sentence: 'sudah habis masa berlakunya.',
  },
  returned: {
    tone: 'attention',
    title: 'Dikembalikan',
    sentence: 'sudah dikembalikan pemegangnya dan tidak berlaku lagi.',
  },
  cancelled: {
    tone: 'attention',
    title: 'Dibatalkan',
    sentence: 'batal ditandatangani dan tidak pernah berlaku.',
  },
} as const satisfies Record<ProductState, Pick<VerifyProps['state'], 'tone' | 'title' | 'sentence'>>;

const validityOf = (
  { letter, validUntil }: VerifiedProduct,
  zone: Tenant['calendar']['zone'],
): Pick<VerifyProps, 'validUntil'> => {
  if (validUntil !== undefined) return { validUntil: dateInWords(zone, validUntil) };
  return letter ? {} : { validUntil: 'Tanpa batas waktu' };
};

/** "OSD LU Kelas 2, Lembaga Sandi Negara" out of "CN=OSD LU Kelas 2, O=Lembaga Sandi Negara, C=ID". */
const nameIn = (subject: string): string =>
  ['CN', 'O']
    .flatMap((key) => new RegExp(`(?:^|, )${key}=([^=]+?)(?=, [A-Z]+=|$)`).exec(subject)?.[1] ?? [])
    .join(', ') || 'tanpa nama';

const signedWords = ({ signature }: VerifiedLetter, zone: Tenant['calendar']['zone']): string => {
  if (!signature) return 'Belum ditandatangani';
  const { method, at, subject = '', issuer = '' } = signature;
  const when = dateInWords(zone, at);
  switch (method) {
    case 'seal':
      return `Segel elektronik dinas, ${when}. Segel ini bukan tanda tangan elektronik tersertifikasi.`;
    case 'certificate':
      return `Tanda tangan elektronik dengan sertifikat atas nama ${nameIn(subject)}, diterbitkan oleh ${nameIn(issuer)}. Diterima ${when}. Tanda tangannya cocok dengan berkas; penerbit sertifikat ditampilkan apa adanya.`;
    case 'ink':
      return `Tanda tangan basah. Pindaiannya diterima ${when}.`;
  }
};

const letterProps = (
  { id, letter }: VerifiedProduct,
  zone: Tenant['calendar']['zone'],
  compared: Compared | undefined,
): Pick<VerifyProps, 'letter'> => {
  if (!letter) return {};
  const { signature } = letter;
  return {
    letter: {
      signed: signedWords(letter, zone),
      ...(signature && {
        file: {
          sha256: signature.sha256,
          action: comparePath(id),
          ...(signature.seal !== undefined && { seal: signature.seal }),
          ...(compared && { compared }),
        },
      }),
    },
  };
};

export type Compared = NonNullable<NonNullable<NonNullable<VerifyProps['letter']>['file']>['compared']>;

export const verifyProps = (
  product: VerifiedProduct,
  { calendar: { zone } }: Tenant,
  now: InstantText,
  compared?: Compared,
): Omit<VerifyProps, 'site' | 'check' | 'script'> => {
  const { tone, title, sentence } = productStates[product.state];
  return {
    product: product.label,
    number: product.number,
    state: { tone, title, sentence: `${product.label} ini ${sentence}` },
    since: `Sejak ${dateInWords(zone, product.since)}.`,
    ...(product.holder === undefined ? {} : { holder: product.holder }),
    agency: product.agency,
    issued: product.letter ? dayInWords(product.letter.date) : dateInWords(zone, product.issuedAt),
    ...validityOf(product, zone),
    ...letterProps(product, zone, compared),
    checked: momentInWords(zone, now),
  };
};
