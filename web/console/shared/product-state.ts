// How a product stands, in a word. The tone only repeats what the word says.
import type { ProductState } from '@layan/domain/product/product-state';

export const productStates = {
  frozen: { label: 'menunggu tanda tangan', tone: 'warn' },
  provisional: { label: 'berlaku sementara', tone: 'warn' },
  active: { label: 'berlaku', tone: 'plain' },
  suspended: { label: 'ditangguhkan', tone: 'warn' },
  revoked: { label: 'dicabut', tone: 'bad' },
  expired: { label: 'habis masa berlakunya', tone: 'bad' },
  returned: { label: 'dikembalikan', tone: 'bad' },
  cancelled: { label: 'batal ditandatangani', tone: 'bad' },
} as const satisfies Record<ProductState, { label: string; tone: 'plain' | 'warn' | 'bad' }>;
