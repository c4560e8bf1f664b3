// Suspending and resuming are one write to the registration; the provisioner carries it into the tenant's profile.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Tenant } from '@layan/domain/tenant/tenant';
import type { TenantRegistration } from '../ports/tenants.ts';
import type { ControlPorts } from './control-ports.ts';
import type { TenantFailure } from './errors.ts';
import { findRegistration } from './find-registration.ts';

export interface SetTenantStateInput {
  readonly id: string;
  readonly revision: number;
}

export type SetTenantStateError = TenantFailure<'tenant-not-found' | 'tenant-changed'>;

export const makeSetTenantState =
  ({ register }: Pick<ControlPorts, 'register'>, state: Tenant['state']) =>
  async (input: SetTenantStateInput): Promise<Result<TenantRegistration, SetTenantStateError>> => {
    const found = await findRegistration(register, input.id);
    if (!found.ok || found.value.tenant.state === state) return found;
    if (found.value.revision !== input.revision) return err({ code: 'tenant-changed' });
    const changed: TenantRegistration = {
      ...found.value,
      tenant: { ...found.value.tenant, state },
      revision: input.revision + 1,
    };
    const saved = await register.save(changed, input.revision);
    return saved.ok ? ok(changed) : err({ code: 'tenant-changed' });
  };
