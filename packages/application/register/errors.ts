// What can be expected to go wrong while an old register is taken over, and while cards are looked up and changed.
import type { AccessRefusal } from '@layan/domain/access/operations';
import type { CaseRejection } from '@layan/domain/case/command';

export type RegisterError =
  | AccessRefusal
  /** No published service of this agency gives out such a product. */
  | { readonly code: 'product-not-found' }
  /** Unknown, or of another agency: one answer. */
  | { readonly code: 'import-not-found' }
  | { readonly code: 'columns-missing' }
  /** Rows come in order; the next one is told. */
  | { readonly code: 'rows-out-of-order'; readonly next: number }
  | { readonly code: 'import-row-not-found' }
  | { readonly code: 'import-row-settled' }
  /** Such a row cannot be settled so: what cannot be read cannot be taken over. */
  | { readonly code: 'settling-unfit' }
  /** Somebody else works on this import right now. */
  | { readonly code: 'import-changed' }
  | { readonly code: 'value-unreadable' }
  /** Unknown, of another agency, or of a case: one answer. */
  | { readonly code: 'card-not-found' }
  | { readonly code: 'card-changed' }
  | { readonly code: 'card-refused'; readonly rejection: CaseRejection }
  | { readonly code: 'search-unreadable' };

export type RegisterFailure<Code extends RegisterError['code']> = Extract<RegisterError, { code: Code }>;
