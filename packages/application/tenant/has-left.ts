// Whether a tenant's doors are to be closed for good, and whether they are: nothing may change in it then, however it is asked.
import type { TenantRegistration } from '../ports/tenants.ts';

/** What came in now would be in no export, and be destroyed with the rest. */
export const isClosedForGood = ({ offboarding }: Pick<TenantRegistration, 'offboarding'>): boolean =>
  offboarding !== undefined && offboarding.state !== 'announced' && offboarding.state !== 'confirmed';

/** Until then, as long as a case is held, it works as ever: what it promised is kept. */
export const hasShutDoors = (registration: Pick<TenantRegistration, 'offboarding'>): boolean => {
  const { offboarding } = registration;
  return (
    isClosedForGood(registration) && (offboarding?.state !== 'closing' || offboarding.closedAt !== undefined)
  );
};
