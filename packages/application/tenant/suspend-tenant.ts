// Closes portal and console of a tenant; nothing is deleted.
import type { ControlPorts } from './control-ports.ts';
import { makeSetTenantState } from './set-tenant-state.ts';

export const makeSuspendTenant = (ports: ControlPorts) => makeSetTenantState(ports, 'suspended');
