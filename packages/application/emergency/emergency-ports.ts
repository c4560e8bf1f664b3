// What emergency access takes: the control plane asks and decides, the provisioner opens and closes.
import type { Clock } from '@layan/domain/kernel/clock';
import type { TenantId } from '@layan/domain/kernel/ids';
import type { EmergencyRegister } from '../ports/emergencies.ts';
import type { Mailer } from '../ports/notices.ts';
import type { TenantPorts } from '../ports/tenant-ports.ts';
import type { TenantRegister } from '../ports/tenants.ts';

export interface EmergencyControl {
  readonly emergencies: EmergencyRegister;
  readonly register: TenantRegister;
  readonly clock: Clock;
}

export interface EmergencyRun {
  readonly emergencies: EmergencyRegister;
  readonly clock: Clock;
  readonly mailer: Mailer;
  readonly consoleOrigin: string;
  readonly openTenant: (
    tenant: TenantId,
  ) => Pick<
    TenantPorts,
    'directory' | 'staff' | 'accounts' | 'audit' | 'cases' | 'emergencyReadings' | 'vault'
  >;
}

/** A person must be able to say why. */
export const LEAST_REASON = 20;
export const MOST_MINUTES = 60;
/** Who is asked looks at it now or not at all. */
export const ASKED_FOR_MS = 60 * 60_000;
/** Twice as long as the function that opens can take: whoever began before an end has noticed it by then. */
export const OPENS_WITHIN_MS = 2 * 60_000;
