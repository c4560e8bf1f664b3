// First thing at every door of a tenant: does it exist, and is it open?
import type { Result } from '@layan/domain/kernel/result';
import type { Tenant } from '@layan/domain/tenant/tenant';
import type { Ports } from '../ports/surroundings.ts';
import type { TenantFailure } from './errors.ts';

export const makeAdmitTenant =
  (_ports: Pick<Ports, 'directory'>) =>
  async (): Promise<Result<Tenant, TenantFailure<'tenant-not-found' | 'tenant-suspended'>>> => {
    throw new Error('admit-tenant is not written yet');
  };
