// What can be expected to go wrong with tenants.

export type TenantError =
  | { readonly code: 'tenant-not-found' }
  | { readonly code: 'tenant-suspended' }
  | { readonly code: 'tenant-exists' }
  | { readonly code: 'tenant-changed' }
  | { readonly code: 'tenant-invalid'; readonly problems: readonly TenantProblem[] }
  | { readonly code: 'not-failed' }
  /** Thirty days' notice, unless the tenant agreed in writing. */
  | { readonly code: 'offboarding-too-soon' }
  | { readonly code: 'offboarding-not-due' }
  /** Nobody confirms what they announced, or agrees to what they asked for. */
  | { readonly code: 'offboarding-own' }
  /** Its people have not fetched everything, and the thirty days for that are not over. */
  | { readonly code: 'offboarding-not-fetched' }
  /** Nobody fetched it: why it is destroyed all the same has to be said. */
  | { readonly code: 'offboarding-reason-short' }
  /** Not at this stage. */
  | { readonly code: 'offboarding-not-possible' };

export interface TenantProblem {
  /** Path of the field, e.g. `agencies.0.name`. */
  readonly field: string;
  /** Stable: `level-mismatch`, `contrast-too-low`, `agency-duplicate`, `agency-unknown`, `malformed` … */
  readonly code: string;
  readonly message: string;
}

export type TenantFailure<Code extends TenantError['code']> = Extract<TenantError, { code: Code }>;
