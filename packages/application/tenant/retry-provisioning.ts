// Tries the failed step of a registration again: the saved registration triggers the provisioner.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { TenantRegistration } from '../ports/tenants.ts';
import type { ControlPorts } from './control-ports.ts';
import type { TenantFailure } from './errors.ts';
import { findRegistration } from './find-registration.ts';
import { tenantAct } from './tenant-act.ts';

export interface RetryProvisioningInput {
  /** Subject of the central admin. */
  readonly by: string;
  readonly id: string;
  readonly revision: number;
}

export type RetryProvisioningError = TenantFailure<'tenant-not-found' | 'tenant-changed' | 'not-failed'>;

export const makeRetryProvisioning =
  ({ register, clock }: ControlPorts) =>
  async (input: RetryProvisioningInput): Promise<Result<TenantRegistration, RetryProvisioningError>> => {
    const found = await findRegistration(register, input.id);
    if (!found.ok) return found;
    const { provisioning, revision } = found.value;
    // Who asks again, because no answer came, finds it under way by what they asked for.
    if (provisioning.state === 'running' && revision === input.revision + 1) return ok(found.value);
    if (provisioning.state !== 'failed') return err({ code: 'not-failed' });
    if (revision !== input.revision) return err({ code: 'tenant-changed' });
    const changed: TenantRegistration = {
      ...found.value,
      provisioning: { state: 'running', step: provisioning.step, since: clock.now() },
      revision: revision + 1,
    };
    const act = tenantAct('retry-provisioning', changed.tenant.id, input.by, clock.now(), provisioning.step);
    const saved = await register.save(changed, revision, act);
    return saved.ok ? ok(changed) : err({ code: 'tenant-changed' });
  };
