// The one place where a public request gets its tenant: the host name, and nothing else of the request.
import { TenantId } from '@layan/domain/kernel/ids';

/** `kota-probolinggo.layan.id` under the domain `layan.id` is the tenant `kota-probolinggo`; any other host is none. */
export const tenantFromHost = (host: string | undefined, portalDomain: string): TenantId | undefined => {
  const suffix = `.${portalDomain.toLowerCase()}`;
  const name = host?.toLowerCase();
  if (!name?.endsWith(suffix)) return undefined;
  return TenantId.safeParse(name.slice(0, -suffix.length)).data;
};
