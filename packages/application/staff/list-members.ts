// Everybody who works for the manager's agency, and the roles there are.
import type { Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StaffFailure } from './errors.ts';
import type { RoleLabel } from './role-labels.ts';

export const makeListMembers =
  (_ports: Pick<Ports, 'staff' | 'standards'>) =>
  async (_input: {
    readonly member: Membership;
  }): Promise<
    Result<
      { readonly members: readonly Membership[]; readonly roles: readonly RoleLabel[] },
      StaffFailure<'member-deactivated' | 'role-missing'>
    >
  > => {
    throw new Error('list-members is not written yet');
  };
