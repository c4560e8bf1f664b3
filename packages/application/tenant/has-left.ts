// Whether a tenant's doors are closed for good: nothing may change in it any more, however it is asked.
import type { TenantRegistration } from '../ports/tenants.ts';

/** What came in now would be in no export, and be destroyed with the rest. */
export const isClosedForGood = ({ offboarding }: Pick<TenantRegistration, 'offboarding'>): boolean =>
  offboarding !== undefined && offboarding.state !== 'announced' && offboarding.state !== 'confirmed';
