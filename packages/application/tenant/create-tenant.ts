// Registers a tenant; its registration starts provisioning by itself.
import type { TenantCalendar } from '@layan/domain/deadline/calendar';
import type { Result } from '@layan/domain/kernel/result';
import type { TenantRegistration } from '../ports/tenants.ts';
import type { ControlPorts } from './control-ports.ts';
import type { TenantFailure } from './errors.ts';

export interface CreateTenantInput {
  readonly id: string;
  readonly name: string;
  readonly governmentName: string;
  readonly region: string;
  readonly zone: TenantCalendar['zone'];
  /** Hours and closures; the national defaults when absent. */
  readonly calendar?: Omit<TenantCalendar, 'zone'>;
  readonly agencies: readonly {
    readonly id: string;
    readonly name: string;
    readonly shortName: string;
    readonly address: string;
    readonly phone?: string | undefined;
    readonly email?: string | undefined;
  }[];
  readonly branding: { readonly accent: string; readonly crest?: string | undefined };
  readonly firstManager: { readonly name: string; readonly email: string; readonly agency: string };
}

export const makeCreateTenant =
  (_ports: ControlPorts) =>
  async (
    _input: CreateTenantInput,
  ): Promise<Result<TenantRegistration, TenantFailure<'tenant-invalid' | 'tenant-exists'>>> => {
    throw new Error('create-tenant is not written yet');
  };
