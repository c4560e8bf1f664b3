// Where a citizen looks up a case. The address says nothing of which: ticket and secret are typed in there.
import type { TenantId } from '@layan/domain/kernel/ids';
import { portalOrigin } from '@layan/domain/tenant/portal-origin';

export const trackingPage = (portalDomain: string, tenant: TenantId): string =>
  `${portalOrigin(portalDomain, tenant)}/lacak`;
