// What can be expected to go wrong with emergency access.

export type EmergencyError =
  | { readonly code: 'emergency-not-found' }
  | { readonly code: 'emergency-changed' }
  /** It was decided, has lapsed, or is over. */
  | { readonly code: 'emergency-not-open' }
  /** Nobody confirms what they asked for themselves. */
  | { readonly code: 'own-emergency' }
  | { readonly code: 'emergency-reason-short' }
  /** No such local government, or it does not run. */
  | { readonly code: 'emergency-tenant-unknown' }
  | { readonly code: 'agency-unknown' }
  /** The key of this request was used for another. */
  | { readonly code: 'emergency-mismatch' };

export type EmergencyFailure<Code extends EmergencyError['code']> = Extract<EmergencyError, { code: Code }>;
