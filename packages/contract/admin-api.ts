// The route table of the admin API (central admins only).
import {
  createTenant,
  getTenant,
  listTenants,
  resumeTenant,
  retryProvisioning,
  suspendTenant,
} from './admin/tenants.ts';

export const adminApi = {
  createTenant,
  listTenants,
  getTenant,
  suspendTenant,
  resumeTenant,
  retryProvisioning,
} as const;
