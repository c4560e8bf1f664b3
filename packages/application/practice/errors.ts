// What can be expected to go wrong around practice.
import type { AccessRefusal } from '@layan/domain/access/operations';

export type PracticeError =
  | AccessRefusal
  /** Nobody has opened it, or it was closed. */
  | { readonly code: 'practice-closed' }
  /** Somebody else opened, emptied or closed it at this moment. */
  | { readonly code: 'practice-changed' };

export type PracticeFailure<Code extends PracticeError['code']> = Extract<PracticeError, { code: Code }>;
