// Everybody who works for the manager's agency, and the roles there are.
import { mayUse } from '@layan/domain/access/operations';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StaffFailure } from './errors.ts';
import { agencyRoles, type RoleLabel } from './role-labels.ts';

export interface Members {
  readonly members: readonly Membership[];
  readonly roles: readonly RoleLabel[];
}

export const makeListMembers =
  (ports: Pick<Ports, 'staff' | 'standards'>) =>
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
    return ok({ members, roles: await agencyRoles(ports.standards, member.agency) });
  };
