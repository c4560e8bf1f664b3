// Does the next step of every tenant that woke it; the saved step is what wakes it again. Emergency accesses are opened and
// closed here as well: this function alone reaches both the control plane and a tenant.
import type { EmergencyRun } from '@layan/application/emergency/emergency-ports';
import { makeRunEmergencyAccess } from '@layan/application/emergency/run-emergency-access';
import { eachApart, tellFirst } from '@layan/application/kernel/work-off';
import type { TenantRegistration } from '@layan/application/ports/tenants';
import { makeDestroyCalledOffExport } from '@layan/application/tenant/destroy-called-off-export';
import type { OffboardPorts } from '@layan/application/tenant/leaving/leaving-step';
import { makeNoteFetched } from '@layan/application/tenant/note-fetched';
import { makeOffboard } from '@layan/application/tenant/offboard';
import { makeProvision } from '@layan/application/tenant/provision';
import type { TenantId } from '@layan/domain/kernel/ids';
import type { Logger } from '@layan/observability/logger';
import type { Metrics } from '@layan/observability/metrics';
import { type Wake, wakesOf } from './events.ts';

export interface AdvanceParts extends Omit<OffboardPorts, 'openTenant'>, Omit<EmergencyRun, 'openTenant'> {
  readonly openTenant: (
    tenant: TenantId,
  ) => ReturnType<OffboardPorts['openTenant']> & ReturnType<EmergencyRun['openTenant']>;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

async function advanceTenant(parts: AdvanceParts, tenant: TenantId): Promise<void> {
  const leaving = await makeOffboard(parts)({ tenant });
  if (leaving) {
    const { state, step = state, failure } = leaving;
    if (failure === undefined) parts.logger.log('L405', { tenant, step });
    else parts.logger.log('L402', { tenant, step, reason: failure });
    return;
  }
  const result = await makeProvision(parts)({ tenant });
  if (await makeDestroyCalledOffExport(parts)({ tenant }))
    parts.logger.log('L405', { tenant, step: 'destroy-export' });
  if (!result.ok || result.value.did !== 'moved') return;
  const { provisioning } = result.value.registration;
  if (provisioning.state === 'failed') {
    parts.metrics.count('ProvisioningFailed', 1);
    parts.logger.log('L402', { tenant, step: provisioning.step, reason: provisioning.reason });
    return;
  }
  parts.logger.log('L401', { tenant, step: provisioning.state === 'done' ? 'done' : provisioning.step });
}

async function advanceEmergency(parts: AdvanceParts, id: string): Promise<void> {
  const moved = await makeRunEmergencyAccess(parts)({ id });
  if (moved) parts.logger.log('L403', { tenant: moved.tenant, request: moved.id, state: moved.state });
}

/** A table that is going tells nobody when it is gone, time passes by itself, and who fetches data reaches no control plane. */
async function watchLeaving(parts: AdvanceParts): Promise<void> {
  let after: string | undefined;
  const failed: unknown[] = [];
  do {
    const page = await parts.register.list({ limit: 100, ...(after === undefined ? {} : { after }) });
    failed.push(...(await eachApart(page.rows, (row) => watchOne(parts, row))));
    after = page.next;
  } while (after !== undefined);
  tellFirst(failed);
}

async function watchOne(parts: AdvanceParts, registration: TenantRegistration) {
  const { offboarding, exportCalledOff } = registration;
  const tenant = registration.tenant.id;
  try {
    if (offboarding?.step !== undefined && offboarding.failure === undefined)
      await advanceTenant(parts, tenant);
    else if (offboarding?.state === 'exported') await makeNoteFetched(parts)({ tenant });
    else if (exportCalledOff !== undefined) await advanceTenant(parts, tenant);
  } catch (cause) {
    parts.logger.log('L402', { tenant, reason: reasonOf(cause) });
    throw cause;
  }
}

/** One that cannot be looked at now is looked at in a minute, and keeps no other from its end. */
async function watchEmergencies(parts: AdvanceParts): Promise<void> {
  for (const { id, tenant, state } of await parts.emergencies.list()) {
    if (state !== 'open' && state !== 'ending' && state !== 'confirmed') continue;
    try {
      await advanceEmergency(parts, id);
    } catch (cause) {
      parts.logger.log('L404', { tenant, request: id, reason: reasonOf(cause) });
    }
  }
}

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : 'unknown');

async function follow(parts: AdvanceParts, wake: Wake): Promise<void> {
  if ('minute' in wake) {
    // Whatever hinders the one keeps nobody from the other.
    const failed = await eachApart([watchEmergencies, watchLeaving], (watch) => watch(parts));
    return tellFirst(failed);
  }
  return 'emergency' in wake ? advanceEmergency(parts, wake.emergency) : advanceTenant(parts, wake.tenant);
}

export const createAdvance = (parts: AdvanceParts) => async (event: unknown) => {
  for (const wake of wakesOf(event)) {
    try {
      await follow(parts, wake);
    } catch (cause) {
      if (wake.sequence === undefined) throw cause;
      if ('tenant' in wake) parts.logger.log('L402', { tenant: wake.tenant, reason: reasonOf(cause) });
      return { batchItemFailures: [{ itemIdentifier: wake.sequence }] };
    }
  }
  return { batchItemFailures: [] };
};
