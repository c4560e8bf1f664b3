// Closes portal and console of a tenant; nothing is deleted. The provisioner carries it into the tenant's profile.
import type { Result } from '@layan/domain/kernel/result';
import type { TenantRegistration } from '../ports/tenants.ts';
import type { ControlPorts } from './control-ports.ts';
import type { TenantFailure } from './errors.ts';

export const makeSuspendTenant =
  (_ports: ControlPorts) =>
  async (_input: {
    readonly id: string;
    readonly revision: number;
  }): Promise<Result<TenantRegistration, TenantFailure<'tenant-not-found' | 'tenant-changed'>>> => {
    throw new Error('suspend-tenant is not written yet');
  };
