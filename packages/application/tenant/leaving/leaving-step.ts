// What a step of leaving takes and answers. Every one can be repeated.
import type { TenantId } from '@layan/domain/kernel/ids';
import type { CertificatePorts } from '../../ports/certificates.ts';
import type { Mailer } from '../../ports/notices.ts';
import type { ExportedFile, Offboarding, TenantRemains } from '../../ports/offboarding.ts';
import type { TenantPorts } from '../../ports/tenant-ports.ts';
import type { TenantRegistration } from '../../ports/tenants.ts';
import type { ProvisioningPorts } from '../control-ports.ts';

export interface OffboardPorts extends Omit<ProvisioningPorts, 'openTenant'>, CertificatePorts {
  readonly openTenant: (
    tenant: TenantId,
  ) => ReturnType<ProvisioningPorts['openTenant']> &
    Pick<TenantPorts, 'staff' | 'accounts' | 'audit' | 'retention' | 'requests'>;
  readonly remains: (tenant: TenantId) => TenantRemains;
  readonly mailer: Mailer;
  readonly consoleOrigin: string;
  /** How long a backup of a tenant is kept. */
  readonly backupDays: number;
}

/** `waiting`: asked again at the next minute. `file`: exported by this turn, and known once the turn is saved. */
export type Done =
  | { readonly next: Offboarding }
  | { readonly stay: Offboarding; readonly file?: ExportedFile }
  | 'waiting';
export type Do = (
  ports: OffboardPorts,
  registration: TenantRegistration,
  leaving: Offboarding,
) => Promise<Done>;
