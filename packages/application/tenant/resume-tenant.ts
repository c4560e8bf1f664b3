// Opens a suspended tenant again.
import type { ControlPorts } from './control-ports.ts';
import { makeSetTenantState } from './set-tenant-state.ts';

export const makeResumeTenant = (ports: ControlPorts) => makeSetTenantState(ports, 'active');
