// What can be expected to go wrong around the books of channels and the openings of boxes.
import type { AccessRefusal } from '@layan/domain/access/operations';
import type { ReceiptProblem } from '@layan/domain/case/paper-receipt';

export type BookError =
  | AccessRefusal
  /** Unknown, of another agency, or of a service this member has no part in: one answer. */
  | { readonly code: 'book-not-found' }
  | { readonly code: 'month-malformed' }
  /** Only boxes are opened. */
  | { readonly code: 'not-a-box' }
  | { readonly code: 'opening-time-refused'; readonly problem: ReceiptProblem };

export type BookFailure<Code extends BookError['code']> = Extract<BookError, { code: Code }>;
