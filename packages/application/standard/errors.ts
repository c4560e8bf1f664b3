// What can be expected to go wrong with standards.
import type { AccessRefusal } from '@layan/domain/access/operations';
import type { Finding } from '@layan/domain/standard/finding';

export type StandardError =
  | AccessRefusal
  /** Unknown, not published (for the portal), or of another agency. */
  | { readonly code: 'standard-not-found' }
  | { readonly code: 'reading-not-found' }
  /** Not a document of the format; every place that does not fit. */
  | {
      readonly code: 'standard-unreadable';
      readonly problems: readonly { readonly place: string; readonly message: string }[];
    }
  /** The document names another agency than the member's. */
  | { readonly code: 'other-agency' }
  /** Edited since it was read. */
  | { readonly code: 'draft-changed'; readonly hash?: string }
  | { readonly code: 'not-a-draft' }
  | {
      readonly code: 'not-publishable';
      readonly findings: readonly Finding[];
      readonly unconfirmed: readonly string[];
    };

export type StandardFailure<Code extends StandardError['code']> = Extract<StandardError, { code: Code }>;

export type StandardAccessFailure = StandardFailure<'member-deactivated' | 'role-missing'>;
