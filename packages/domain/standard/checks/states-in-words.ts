// How promises and products stand, as the author of an example reads it.
import type { Example } from '../example.ts';

type PromiseState = NonNullable<Example['promises']>[string];
type ProductState = NonNullable<Example['products']>[string];

const promises = {
  conditional: 'belum pasti berlaku',
  running: 'berjalan',
  paused: 'berhenti sementara',
  kept: 'ditepati',
  broken: 'terlewat',
  dropped: 'tidak berlaku',
  none: 'tidak pernah mulai',
} as const satisfies Record<PromiseState, string>;

const products = {
  frozen: 'menunggu tanda tangan',
  provisional: 'sementara',
  active: 'berlaku',
  suspended: 'dibekukan',
  revoked: 'dicabut',
  cancelled: 'batal',
} as const satisfies Record<ProductState, string>;

const inWords = (words: Readonly<Record<string, string>>, state: string): string => words[state] ?? state;

export const promiseStateInWords = (state: string): string => inWords(promises, state);

/** Undefined for a product that was not issued. */
export const productStateInWords = (state: string | undefined): string =>
  state === undefined ? 'tidak ada' : inWords(products, state);
