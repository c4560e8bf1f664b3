// The tenant whose ports are open. Doors have admitted it, so its absence is a bug.
import type { Tenant } from '@layan/domain/tenant/tenant';
import type { TenantDirectory } from '../ports/tenants.ts';

export const getProfile = async (directory: TenantDirectory): Promise<Tenant> => {
  const tenant = await directory.find();
  if (!tenant) throw new Error('an open tenant has no profile');
  return tenant;
};
