// What can be expected to go wrong while a citizen files.
import type { CaseRejection } from '@layan/domain/case/command';
import type { FieldProblem } from '@layan/domain/person/form-input';

export type FilingError =
  /** No published service of this name, or it cannot be filed on the portal. */
  | { readonly code: 'service-not-found' }
  /** The service was taken away; nothing new is filed. */
  | { readonly code: 'service-withdrawn' }
  /** Unknown, expired or somebody else's session: all alike. */
  | { readonly code: 'filing-not-found' }
  | { readonly code: 'filing-already-sent' }
  /** Edited elsewhere again and again at this moment; nothing of this request was saved. */
  | { readonly code: 'filing-changed' }
  | { readonly code: 'page-not-found' }
  | { readonly code: 'requirement-not-found' }
  | { readonly code: 'document-not-found' }
  | { readonly code: 'too-many-uploads'; readonly atMost: number }
  | {
      readonly code: 'filing-incomplete';
      readonly pages: readonly { readonly page: string; readonly problems: readonly FieldProblem[] }[];
      readonly requirements: readonly string[];
    }
  /** An objection to the same decision was filed before and is open or decided. */
  | { readonly code: 'objection-filed' }
  /** The process itself refuses (a bug in the standard rather than of the citizen). */
  | { readonly code: 'filing-refused'; readonly rejection: CaseRejection };

export type FilingFailure<Code extends FilingError['code']> = Extract<FilingError, { code: Code }>;
