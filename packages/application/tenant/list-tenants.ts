// Registered tenants, page by page.
import type { TenantRegistration } from '../ports/tenants.ts';
import type { ControlPorts } from './control-ports.ts';

const pageSize = 50;

export const makeListTenants =
  ({ register }: Pick<ControlPorts, 'register'>) =>
  async ({
    after,
    limit = pageSize,
  }: {
    readonly after?: string | undefined;
    readonly limit?: number;
  }): Promise<{ readonly rows: readonly TenantRegistration[]; readonly next?: string }> =>
    register.list({ limit: Math.min(limit, pageSize), ...(after === undefined ? {} : { after }) });
