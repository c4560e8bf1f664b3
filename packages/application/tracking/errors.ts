// What can be expected to go wrong while a citizen follows a case.
import type { CaseRejection } from '@layan/domain/case/command';
import type { FieldProblem } from '@layan/domain/person/form-input';

export type TrackingError =
  /** The check character says it was mistyped; nothing was looked up. */
  | { readonly code: 'ticket-malformed' }
  /** Unknown ticket or wrong secret: one answer. */
  | { readonly code: 'ticket-or-secret-wrong' }
  /** Expired, altered, or of another tenant. */
  | { readonly code: 'session-ended' }
  /** No letter of this case, or none that may be handed over now. */
  | { readonly code: 'letter-not-found' }
  /** No matter before or after this one. */
  | { readonly code: 'case-not-found' }
  | { readonly code: 'nothing-asked' }
  | { readonly code: 'requirement-not-asked' }
  | { readonly code: 'too-many-uploads'; readonly atMost: number }
  | {
      readonly code: 'completion-incomplete';
      readonly problems: readonly FieldProblem[];
      readonly requirements: readonly string[];
    }
  /** Somebody changed the case at this very moment; open it again. */
  | { readonly code: 'case-changed' }
  | { readonly code: 'case-ended' }
  | { readonly code: 'not-withdrawable' }
  | { readonly code: 'refused'; readonly rejection: CaseRejection };

export type TrackingFailure<Code extends TrackingError['code']> = Extract<TrackingError, { code: Code }>;
