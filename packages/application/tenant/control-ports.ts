// What the control plane's use cases take. Only provisioning can open a tenant.
import type { Clock } from '@layan/domain/kernel/clock';
import type { RegionCode, TenantId } from '@layan/domain/kernel/ids';
import type { Regions } from '@layan/domain/tenant/regions';
import type { ExportOffer } from '../ports/exports.ts';
import type { TenantPorts } from '../ports/tenant-ports.ts';
import type { TenantKeys, TenantRegister, TenantStacks } from '../ports/tenants.ts';

export interface ControlPorts {
  readonly register: TenantRegister;
  readonly clock: Clock;
}

export interface ProvisioningPorts extends ControlPorts {
  readonly stacks: TenantStacks;
  /** The national list: districts and villages of a kota or kabupaten, where known. */
  readonly findRegions: (code: RegionCode) => Regions | undefined;
  readonly openTenant: (tenant: TenantId) => Pick<
    TenantPorts,
    'directory' | 'staff' | 'accounts' | 'leftChanges'
  > & {
    readonly keys: TenantKeys;
    readonly exports: Omit<ExportOffer, 'link'>;
  };
}
