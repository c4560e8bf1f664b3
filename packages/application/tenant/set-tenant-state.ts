// Suspending and resuming are one write to the registration; the provisioner carries it into the tenant's profile.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Tenant } from '@layan/domain/tenant/tenant';
import type { TenantRegistration } from '../ports/tenants.ts';
import type { ControlPorts } from './control-ports.ts';
import type { TenantFailure } from './errors.ts';
import { findRegistration } from './find-registration.ts';
import { isClosedForGood } from './has-left.ts';
import { tenantAct } from './tenant-act.ts';

export interface SetTenantStateInput {
  /** Subject of the central admin. */
  readonly by: string;
  readonly id: string;
  readonly revision: number;
}

export type SetTenantStateError = TenantFailure<
  'tenant-not-found' | 'tenant-changed' | 'offboarding-not-possible'
>;

export const makeSetTenantState =
  ({ register, clock }: ControlPorts, state: Exclude<Tenant['state'], 'closed'>) =>
  async (input: SetTenantStateInput): Promise<Result<TenantRegistration, SetTenantStateError>> => {
    const found = await findRegistration(register, input.id);
    if (!found.ok || found.value.tenant.state === state) return found;
    if (found.value.revision !== input.revision) return err({ code: 'tenant-changed' });
    if (isClosedForGood(found.value)) return err({ code: 'offboarding-not-possible' });
    const changed: TenantRegistration = {
      ...found.value,
      tenant: { ...found.value.tenant, state },
      revision: input.revision + 1,
    };
    const name = state === 'active' ? 'resume-tenant' : 'suspend-tenant';
    const act = tenantAct(name, changed.tenant.id, input.by, clock.now());
    const saved = await register.save(changed, input.revision, act);
    return saved.ok ? ok(changed) : err({ code: 'tenant-changed' });
  };
