// Does the next step of every tenant that woke it; the saved step is what wakes it again.
import type { ProvisioningPorts } from '@layan/application/tenant/control-ports';
import { makeProvision } from '@layan/application/tenant/provision';
import type { Logger } from '@layan/observability/logger';
import type { Metrics } from '@layan/observability/metrics';
import { type Wake, wakesOf } from './events.ts';

export interface AdvanceParts extends ProvisioningPorts {
  readonly logger: Logger;
  readonly metrics: Metrics;
}

async function advanceOne(parts: AdvanceParts, { tenant }: Wake): Promise<void> {
  const result = await makeProvision(parts)({ tenant });
  if (!result.ok || result.value.did !== 'moved') return;
  const { provisioning } = result.value.registration;
  if (provisioning.state === 'failed') {
    parts.metrics.count('ProvisioningFailed', 1);
    parts.logger.log('L402', { tenant, step: provisioning.step, reason: provisioning.reason });
    return;
  }
  parts.logger.log('L401', { tenant, step: provisioning.state === 'done' ? 'done' : provisioning.step });
}

export const createAdvance = (parts: AdvanceParts) => async (event: unknown) => {
  for (const wake of wakesOf(event)) {
    try {
      await advanceOne(parts, wake);
    } catch (cause) {
      if (wake.sequence === undefined) throw cause;
      parts.logger.log('L402', {
        tenant: wake.tenant,
        reason: cause instanceof Error ? cause.message : 'unknown',
      });
      return { batchItemFailures: [{ itemIdentifier: wake.sequence }] };
    }
  }
  return { batchItemFailures: [] };
};
