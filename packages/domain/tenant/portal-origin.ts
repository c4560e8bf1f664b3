// Where a tenant is found on the web: a host of its own below the domain of all portals.
import type { TenantId } from '../kernel/ids.ts';

/** On one machine nothing has a certificate. */
const isLocal = (portalDomain: string) => /^localhost(:\d+)?$/.test(portalDomain);

/** Follows the slug in the host of a practice space; no slug holds two hyphens in a row, so it is never the end of one. */
export const PRACTICE_MARK = '--latihan';

/** Where the practice space of the tenant is found, beside the tenant itself. */
export const practiceOrigin = (origin: string, tenant: TenantId): string =>
  origin.replace(`//${tenant}.`, `//${tenant}${PRACTICE_MARK}.`);

/** Where staff work, beside the portal of the tenant. */
export const consoleBeside = (origin: string, tenant: TenantId): string =>
  origin.replace(`//${tenant}.`, '//console.');

/** "https://kota-probolinggo.layan.id" */
export const portalOrigin = (portalDomain: string, tenant: TenantId): string =>
  `${isLocal(portalDomain) ? 'http' : 'https'}://${tenant}.${portalDomain}`;
