// One tenant as it is registered, with the state of its provisioning.
import type { Result } from '@layan/domain/kernel/result';
import type { TenantRegistration } from '../ports/tenants.ts';
import type { ControlPorts } from './control-ports.ts';
import type { TenantFailure } from './errors.ts';
import { findRegistration } from './find-registration.ts';

export const makeGetTenant =
  ({ register }: Pick<ControlPorts, 'register'>) =>
  async ({
    id,
  }: {
    readonly id: string;
  }): Promise<Result<TenantRegistration, TenantFailure<'tenant-not-found'>>> =>
    findRegistration(register, id);
