// Performs exactly the next step of a registration and saves the new state, which triggers the one after.
// Every step can be repeated; a failure is recorded with its reason and waits for retry-provisioning.
import type { TenantId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { TenantRegistration } from '../ports/tenants.ts';
import type { ProvisioningPorts } from './control-ports.ts';
import type { TenantFailure } from './errors.ts';

export interface Provisioned {
  readonly registration: TenantRegistration;
  /** moved: a step was done or failed and the new state saved; waiting: for CloudFormation, or somebody else moved it; settled: nothing to do (the profile was brought in line). */
  readonly did: 'moved' | 'waiting' | 'settled';
}

export const makeProvision =
  (_ports: ProvisioningPorts) =>
  async (_input: {
    readonly tenant: TenantId;
  }): Promise<Result<Provisioned, TenantFailure<'tenant-not-found'>>> => {
    throw new Error('provision is not written yet');
  };
