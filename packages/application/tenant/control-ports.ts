// What the control plane's use cases take. Only provisioning can open a tenant.
import type { Clock } from '@layan/domain/kernel/clock';
import type { TenantId } from '@layan/domain/kernel/ids';
import type { TenantPorts } from '../ports/tenant-ports.ts';
import type { TenantKeys, TenantRegister, TenantStacks } from '../ports/tenants.ts';

export interface ControlPorts {
  readonly register: TenantRegister;
  readonly clock: Clock;
}

export interface ProvisioningPorts extends ControlPorts {
  readonly stacks: TenantStacks;
  readonly openTenant: (
    tenant: TenantId,
  ) => Pick<TenantPorts, 'directory' | 'staff' | 'accounts'> & { readonly keys: TenantKeys };
}
