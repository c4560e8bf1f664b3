// What can be expected to go wrong with staff.
import type { AccessRefusal } from '@layan/domain/access/operations';

export type StaffError =
  | AccessRefusal
  /** Signed in, but nobody of this tenant. */
  | { readonly code: 'not-a-member' }
  /** Unknown or of another agency. */
  | { readonly code: 'member-not-found' }
  | { readonly code: 'member-changed' }
  | { readonly code: 'member-exists' }
  /** The address has an account of another tenant; say no more than that. */
  | { readonly code: 'address-not-usable' }
  | { readonly code: 'unknown-role'; readonly roles: readonly string[] }
  | { readonly code: 'unknown-area'; readonly areas: readonly string[] }
  | { readonly code: 'own-roles' }
  | { readonly code: 'own-account' }
  | { readonly code: 'last-manager' }
  | { readonly code: 'official-invalid'; readonly field: 'position' | 'nameWithTitles' | 'nip' }
  /** A last day before the first one, or two absences over each other. */
  | { readonly code: 'absence-invalid' }
  | { readonly code: 'settings-changed' }
  | { readonly code: 'bsre-without-certificate' };

export type StaffFailure<Code extends StaffError['code']> = Extract<StaffError, { code: Code }>;
