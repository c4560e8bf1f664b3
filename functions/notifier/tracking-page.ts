// Where a citizen looks up a case. The address says nothing of which: ticket and secret are typed in there.
import type { TenantId } from '@layan/domain/kernel/ids';

/** `localhost` is the one name nobody can get a certificate for (RFC 6761). */
export const trackingPage = (portalDomain: string, tenant: TenantId): string =>
  `${/^localhost(:\d+)?$/.test(portalDomain) ? 'http' : 'https'}://${tenant}.${portalDomain}/lacak`;
