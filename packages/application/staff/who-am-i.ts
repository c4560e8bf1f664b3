// What the console shows of the person who signed in: tenant, agency, roles by name, areas.
import type { AgencyId, RegionCode, StaffId, TenantId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StaffFailure } from './errors.ts';
import type { RoleLabel } from './role-labels.ts';

export interface Me {
  readonly id: StaffId;
  readonly name: string;
  readonly email: string;
  readonly tenant: {
    readonly id: TenantId;
    readonly name: string;
    readonly accent: string;
    readonly zone: string;
  };
  readonly agency: { readonly id: AgencyId; readonly name: string; readonly shortName: string };
  readonly roles: readonly RoleLabel[];
  readonly areas: readonly RegionCode[];
  readonly manager: boolean;
}

export const makeWhoAmI =
  (_ports: Pick<Ports, 'directory' | 'standards'>) =>
  async (_input: {
    readonly member: Membership;
  }): Promise<Result<Me, StaffFailure<'member-deactivated' | 'role-missing'>>> => {
    throw new Error('who-am-i is not written yet');
  };
