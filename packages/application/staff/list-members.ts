// Everybody who works for the manager's agency, and the roles and areas there are.
import { mayUse } from '@layan/domain/access/operations';
import type { RegionCode } from '@layan/domain/kernel/ids';
import { ok, type Result } from '@layan/domain/kernel/result';
import { areaChoices } from '@layan/domain/tenant/regions';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StaffFailure } from './errors.ts';
import { agencyRoles, type RoleLabel } from './role-labels.ts';

export interface Members {
  readonly members: readonly Membership[];
  readonly roles: readonly RoleLabel[];
  /** Empty while the places of the tenant are not known. */
  readonly areas: readonly { readonly code: RegionCode; readonly name: string }[];
}

export const makeListMembers =
  (ports: Pick<Ports, 'staff' | 'standards' | 'directory'>) =>
  async ({
    member,
  }: {
    readonly member: Membership;
  }): Promise<Result<Members, StaffFailure<'member-deactivated' | 'role-missing'>>> => {
    const allowed = mayUse(member, 'list-members');
    if (!allowed.ok) return allowed;
    const members = (await ports.staff.list())
      .filter(({ agency }) => agency === member.agency)
      .sort((a, b) => a.name.localeCompare(b.name, 'id'));
    const [roles, regions] = await Promise.all([
      agencyRoles(ports.standards, member.agency),
      ports.directory.findRegions(),
    ]);
    return ok({ members, roles, areas: regions ? areaChoices(regions) : [] });
  };
