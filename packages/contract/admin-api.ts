// The route table of the admin API (central admins only).
import { listAdminActs } from './admin/chain.ts';
import {
  askEmergencyAccess,
  confirmEmergencyAccess,
  declineEmergencyAccess,
  endEmergencyAccess,
  listEmergencies,
} from './admin/emergencies.ts';
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
  listEmergencies,
  askEmergencyAccess,
  confirmEmergencyAccess,
  declineEmergencyAccess,
  endEmergencyAccess,
  listAdminActs,
} as const;
