// Where a tenant is found on the web: a host of its own below the domain of all portals.
import type { TenantId } from '../kernel/ids.ts';

/** On one machine nothing has a certificate. */
const isLocal = (portalDomain: string) => /^localhost(:\d+)?$/.test(portalDomain);

/** "https://kota-probolinggo.layan.id" */
export const portalOrigin = (portalDomain: string, tenant: TenantId): string =>
  `${isLocal(portalDomain) ? 'http' : 'https'}://${tenant}.${portalDomain}`;
