// What can be expected to go wrong while staff look at drafts of letters.
import type { CaseFailure } from '../case/errors.ts';

export type PreviewLetterError =
  | CaseFailure<'member-deactivated' | 'role-missing' | 'case-not-found'>
  /** No such letter, or nobody with work on it now. */
  | { readonly code: 'letter-not-shown' };
