// What can be expected to go wrong with standards.
import type { AccessRefusal } from '@layan/domain/access/operations';
import type { NotReady } from '@layan/domain/standard/publishing';

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
  /** Everything that stands between the version and the step. */
  | NotReady
  /** A day that is not: the past, or an end before its beginning. */
  | { readonly code: 'day-unfit'; readonly field: 'from' | 'until' | 'publishOn' | 'enactedOn' }
  /** Approved without asking the public, and without saying why. */
  | { readonly code: 'consultation-missing' }
  /** No such template in the library. */
  | { readonly code: 'template-not-found' }
  /** The agency, or another one of the tenant, has a standard of this id. */
  | { readonly code: 'standard-exists'; readonly id: string }
  /** It was not adopted from the library. */
  | { readonly code: 'not-adopted' }
  /** What was taken does not stand without something that was not. */
  | { readonly code: 'elements-unfit' }
  /** No version is published that cases could move to. */
  | { readonly code: 'nothing-published' };

export type StandardFailure<Code extends StandardError['code']> = Extract<StandardError, { code: Code }>;

export type StandardAccessFailure = StandardFailure<'member-deactivated' | 'role-missing'>;
