// The one place where a public request gets its tenant: the host name, and nothing else of the request.
import { TenantId } from '@layan/domain/kernel/ids';
import { PRACTICE_MARK } from '@layan/domain/tenant/portal-origin';

export interface PortalHost {
  readonly tenant: TenantId;
  readonly space: 'real' | 'practice';
}

/**
 * `kota-probolinggo.layan.id` under the domain `layan.id` is the tenant `kota-probolinggo`, and
 * `kota-probolinggo--latihan.layan.id` its practice space; any other host is none.
 */
export const tenantFromHost = (host: string | undefined, portalDomain: string): PortalHost | undefined => {
  const suffix = `.${portalDomain.toLowerCase()}`;
  const name = host?.toLowerCase();
  if (!name?.endsWith(suffix)) return undefined;
  const label = name.slice(0, -suffix.length);
  const inPractice = label.endsWith(PRACTICE_MARK);
  const tenant = TenantId.safeParse(inPractice ? label.slice(0, -PRACTICE_MARK.length) : label).data;
  return tenant && { tenant, space: inPractice ? 'practice' : 'real' };
};

/** The host of a tenant's portal, without the domain. */
export const hostLabelOf = (tenant: TenantId, space: PortalHost['space']): string =>
  space === 'practice' ? `${tenant}${PRACTICE_MARK}` : tenant;
