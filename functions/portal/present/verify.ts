// A product that was looked up, as its page tells it.
import type { VerifiedProduct } from '@layan/application/product/verify-product';
import { dateInWords, momentInWords } from '@layan/domain/deadline/dates-in-words';
import type { InstantText } from '@layan/domain/kernel/ids';
import type { ProductState } from '@layan/domain/product/product-state';
import type { Tenant } from '@layan/domain/tenant/tenant';
import type { VerifyProps } from '@layan/portal/pages/verify';

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

export const verifyProps = (
  product: VerifiedProduct,
  { calendar: { zone } }: Tenant,
  now: InstantText,
): Omit<VerifyProps, 'site' | 'check' | 'script'> => {
  const { tone, title, sentence } = productStates[product.state];
  return {
    product: product.label,
    number: product.number,
    state: { tone, title, sentence: `${product.label} ini ${sentence}` },
    since: `Sejak ${dateInWords(zone, product.since)}.`,
    ...(product.holder === undefined ? {} : { holder: product.holder }),
    agency: product.agency,
    issued: dateInWords(zone, product.issuedAt),
    validUntil:
      product.validUntil === undefined ? 'Tanpa batas waktu' : dateInWords(zone, product.validUntil),
    checked: momentInWords(zone, now),
  };
};
