// The products of a case after an event about one of them.
import type { InstantText } from '../kernel/ids.ts';
import type { CaseEventBody } from './event.ts';
import type { ProductRecord } from './snapshot.ts';

type ProductEvent = Extract<CaseEventBody, { type: 'productIssued' | 'productConfirmed' | 'productRevoked' }>;

export const evolveProduct = (
  products: readonly ProductRecord[],
  at: InstantText,
  event: ProductEvent,
): ProductRecord[] => {
  if (event.type === 'productIssued') {
    return [...products, { product: event.product, id: event.id, state: event.state, issuedAt: at }];
  }
  const state = event.type === 'productConfirmed' ? 'active' : 'revoked';
  return products.map((record) => (record.id === event.id ? { ...record, state } : record));
};

/** The newest copy of a product: the one whose state counts. */
export const newestOf = (products: readonly ProductRecord[], product: string): ProductRecord | undefined =>
  products.findLast((record) => record.product === product);
