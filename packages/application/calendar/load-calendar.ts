// The profile of the tenant at this moment; whoever changes its calendar must not go by what is remembered.
import type { TenantDirectory } from '../ports/tenants.ts';

export const loadCalendar = async (directory: TenantDirectory) => {
  const found = await directory.findForChange();
  if (!found) throw new Error('a member of staff without a tenant');
  return found;
};
