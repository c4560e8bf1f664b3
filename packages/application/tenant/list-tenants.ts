// Registered tenants, page by page.
import type { TenantRegistration } from '../ports/tenants.ts';
import type { ControlPorts } from './control-ports.ts';

export const makeListTenants =
  (_ports: Pick<ControlPorts, 'register'>) =>
  async (_input: {
    readonly after?: string;
    readonly limit?: number;
  }): Promise<{ readonly rows: readonly TenantRegistration[]; readonly next?: string }> => {
    throw new Error('list-tenants is not written yet');
  };
