// Performs exactly the next step of a registration and saves the new state, which triggers the one after.
// Every step can be repeated; a failure is recorded with its reason and waits for retry-provisioning.
import type { InstantText, TenantId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { type ProvisioningStep, provisioningSteps, type TenantRegistration } from '../ports/tenants.ts';
import type { ProvisioningPorts } from './control-ports.ts';
import type { TenantFailure } from './errors.ts';
import { isClosedForGood } from './has-left.ts';
import { doStep, renewSigningKey, type StepResult, writeProfile } from './provisioning-steps.ts';
import { tenantAct } from './tenant-act.ts';

export interface Provisioned {
  readonly registration: TenantRegistration;
  /**
   * moved: a step was done or failed, and the new state is saved. waiting: for the stack, for a retry, or somebody else
   * moved it at this moment. settled: provisioned; signing key and profile were brought in line with stack and registration.
   */
  readonly did: 'moved' | 'waiting' | 'settled';
  /** Why a step failed just now, for the log. */
  readonly cause?: unknown;
}

const stateAfter = (step: ProvisioningStep, since: InstantText): TenantRegistration['provisioning'] => {
  const next = provisioningSteps[provisioningSteps.indexOf(step) + 1];
  return next ? { state: 'running', step: next, since } : { state: 'done', since };
};

const attempt = async (
  ports: ProvisioningPorts,
  step: ProvisioningStep,
  registration: TenantRegistration,
): Promise<StepResult> => {
  try {
    return await doStep[step](ports, registration);
  } catch (cause) {
    return { state: 'failed', reason: cause instanceof Error ? cause.message : String(cause), cause };
  }
};

export const makeProvision =
  (ports: ProvisioningPorts) =>
  async ({
    tenant,
  }: {
    readonly tenant: TenantId;
  }): Promise<Result<Provisioned, TenantFailure<'tenant-not-found'>>> => {
    const registration = await ports.register.find(tenant);
    if (!registration) return err({ code: 'tenant-not-found' });
    const { provisioning } = registration;
    if (provisioning.state === 'failed') return ok({ registration, did: 'waiting' });
    // What is exported or taken away is not written to any more.
    if (isClosedForGood(registration)) return ok({ registration, did: 'waiting' });
    if (provisioning.state === 'done') {
      // What was exported before its leaving was called off; the files themselves are destroyed apart.
      if (!registration.offboarding) await ports.openTenant(tenant).exports.withdraw();
      await writeProfile(ports, registration.tenant);
      await renewSigningKey(ports, registration.tenant);
      return ok({ registration, did: 'settled' });
    }

    const { step } = provisioning;
    const result = await attempt(ports, step, registration);
    if (result.state === 'waiting') return ok({ registration, did: 'waiting' });
    const since = ports.clock.now();
    const changed: TenantRegistration = {
      ...registration,
      provisioning:
        result.state === 'done'
          ? stateAfter(step, since)
          : { state: 'failed', step, since, reason: result.reason },
      revision: registration.revision + 1,
    };
    const act = tenantAct(`provision-${result.state}`, tenant, undefined, since, step);
    const saved = await ports.register.save(changed, registration.revision, act);
    if (!saved.ok) return ok({ registration, did: 'waiting' });
    return ok({
      registration: changed,
      did: 'moved',
      ...(result.state === 'failed' ? { cause: result.cause } : {}),
    });
  };
