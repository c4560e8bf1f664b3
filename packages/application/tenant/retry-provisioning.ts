// Tries the failed step of a registration again.
import type { Result } from '@layan/domain/kernel/result';
import type { TenantRegistration } from '../ports/tenants.ts';
import type { ControlPorts } from './control-ports.ts';
import type { TenantFailure } from './errors.ts';

export const makeRetryProvisioning =
  (_ports: ControlPorts) =>
  async (_input: {
    readonly id: string;
    readonly revision: number;
  }): Promise<
    Result<TenantRegistration, TenantFailure<'tenant-not-found' | 'tenant-changed' | 'not-failed'>>
  > => {
    throw new Error('retry-provisioning is not written yet');
  };
