// The route table of the admin API (central admins only).
import { listAdminActs } from './admin/chain.ts';
import {
  askEmergencyAccess,
  confirmEmergencyAccess,
  declineEmergencyAccess,
  endEmergencyAccess,
  listEmergencies,
} from './admin/emergencies.ts';
import { adminSignOut } from './admin/session.ts';
import {
  announceOffboarding,
  cancelOffboarding,
  closeTenant,
  confirmOffboarding,
  createTenant,
  destroyTenant,
  getCertificate,
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
  announceOffboarding,
  confirmOffboarding,
  cancelOffboarding,
  closeTenant,
  destroyTenant,
  getCertificate,
  listEmergencies,
  askEmergencyAccess,
  confirmEmergencyAccess,
  declineEmergencyAccess,
  endEmergencyAccess,
  listAdminActs,
  adminSignOut,
} as const;
