// What can be expected to go wrong with batches.
import type { CaseError } from '../case/errors.ts';

export type BatchError =
  | CaseError
  /** Unknown, no batch, of another agency, or one that this member has no part in: one answer. */
  | { readonly code: 'batch-not-found' }
  /** Of several areas of the member, or of all, one must be named; and none but theirs. */
  | { readonly code: 'area-refused' }
  | { readonly code: 'nothing-waits' }
  /** They wait no longer, are in another batch, or never were in this area. */
  | { readonly code: 'cases-gone'; readonly count: number }
  /** Their columns hold characters that its documents cannot be set in. */
  | {
      readonly code: 'cases-unprintable';
      readonly tickets: readonly string[];
      readonly characters: readonly string[];
    }
  /** A note that stands on a document holds them. */
  | { readonly code: 'note-unprintable'; readonly characters: readonly string[] }
  /** A batch of this area that says the same runs; its ticket. */
  | { readonly code: 'batch-running'; readonly ticket: string };

export type BatchFailure<Code extends BatchError['code']> = Extract<BatchError, { code: Code }>;
export type BatchAccessFailure = BatchFailure<'member-deactivated' | 'role-missing' | 'batch-not-found'>;
