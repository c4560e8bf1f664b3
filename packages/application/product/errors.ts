// What can be expected to go wrong while staff print products.
import type { AccessRefusal } from '@layan/domain/access/operations';
import type { ProductState } from '@layan/domain/product/product-state';

export type PrintError =
  | AccessRefusal
  /** Unknown, of another agency, or of a case this member has no part in: one answer. */
  | { readonly code: 'product-not-found' }
  /** A letter, or a card that was issued before the system: there is nothing to sign. */
  | { readonly code: 'product-not-printable' }
  /** Only what is in force is printed. */
  | { readonly code: 'product-not-in-force'; readonly state: ProductState }
  | { readonly code: 'value-unreadable' };
