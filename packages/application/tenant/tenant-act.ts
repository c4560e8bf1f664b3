// What central admins do to a tenant, as it stands in the control plane's chain.
import type { ChainAct } from '@layan/domain/audit/chain';
import type { InstantText, TenantId } from '@layan/domain/kernel/ids';

/** `by`: subject of the central admin; the system without one. */
export const tenantAct = (
  act: string,
  tenant: TenantId,
  by: string | undefined,
  at: InstantText,
  detail?: string,
): ChainAct => ({
  at,
  by: by === undefined ? { party: 'system' } : { party: 'central-admin', id: by },
  act,
  about: tenant,
  ...(detail === undefined ? {} : { detail }),
});
