// First thing at every door of a tenant: does it exist, and is it open? One that is closed is still read.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Tenant } from '@layan/domain/tenant/tenant';
import type { Ports } from '../ports/surroundings.ts';
import type { TenantFailure } from './errors.ts';

export const makeAdmitTenant =
  (ports: Pick<Ports, 'directory'>) =>
  async (): Promise<Result<Tenant, TenantFailure<'tenant-not-found' | 'tenant-suspended'>>> => {
    const tenant = await ports.directory.find();
    if (!tenant) return err({ code: 'tenant-not-found' });
    return tenant.state === 'suspended' ? err({ code: 'tenant-suspended' }) : ok(tenant);
  };
