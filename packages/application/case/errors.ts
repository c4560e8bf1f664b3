// What can be expected to go wrong while staff work on cases.

import type { AccessRefusal } from '@layan/domain/access/operations';
import type { CaseRejection } from '@layan/domain/case/command';
import type { Actor } from '@layan/domain/case/event';
import type { InstantText } from '@layan/domain/kernel/ids';
import type { FieldProblem } from '@layan/domain/person/form-input';

export interface LastChange {
  readonly at: InstantText;
  readonly by: Actor;
  /** Sentence in Indonesian: what was done. */
  readonly what: string;
}

export type CaseError =
  | AccessRefusal
  /** Unknown, of another agency, or of an area or service this member has no part in: one answer. */
  | { readonly code: 'case-not-found' }
  | { readonly code: 'document-not-found' }
  | { readonly code: 'fact-not-found' }
  /** Somebody was faster; nothing of this request was written. */
  | { readonly code: 'case-changed'; readonly seq: number; readonly lastChange: LastChange }
  /** The key was used with another body. */
  | { readonly code: 'idempotency-mismatch' }
  | { readonly code: 'facts-invalid'; readonly problems: readonly FieldProblem[] }
  /** The holder has a product of this group already, in this or another case. */
  | {
      readonly code: 'product-already-held';
      readonly product: string;
      /** The one that is held, where this agency gave it out. */
      readonly held?: { readonly label: string; readonly number: string; readonly imported: boolean };
    }
  | { readonly code: 'reason-too-short'; readonly atLeast: number }
  | { readonly code: 'unmasking-not-allowed' }
  | { readonly code: 'value-unreadable' }
  /** No open step that this member may do shows the form. */
  | { readonly code: 'form-not-shown' }
  | { readonly code: 'too-many-uploads'; readonly atMost: number }
  /** What was to be attached is not accepted evidence of this step. */
  | { readonly code: 'evidence-not-accepted' }
  | { readonly code: 'case-rejected'; readonly rejection: CaseRejection };

export type CaseFailure<Code extends CaseError['code']> = Extract<CaseError, { code: Code }>;

/** What every command on a case can answer. */
export type CommandError = CaseFailure<
  | 'member-deactivated'
  | 'role-missing'
  | 'case-not-found'
  | 'case-changed'
  | 'idempotency-mismatch'
  | 'facts-invalid'
  | 'product-already-held'
  | 'evidence-not-accepted'
  | 'case-rejected'
>;
