// One tenant as it is registered, with the state of its provisioning.
import type { Result } from '@layan/domain/kernel/result';
import type { TenantRegistration } from '../ports/tenants.ts';
import type { ControlPorts } from './control-ports.ts';
import type { TenantFailure } from './errors.ts';

export const makeGetTenant =
  (_ports: Pick<ControlPorts, 'register'>) =>
  async (_input: {
    readonly id: string;
  }): Promise<Result<TenantRegistration, TenantFailure<'tenant-not-found'>>> => {
    throw new Error('get-tenant is not written yet');
  };
