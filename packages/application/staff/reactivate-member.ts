// Gives a deactivated member access again, with the roles they had.
import type { StaffId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StaffFailure } from './errors.ts';

export type ReactivateMemberError = StaffFailure<
  'member-deactivated' | 'role-missing' | 'member-not-found' | 'member-changed' | 'own-account'
>;

export const makeReactivateMember =
  (_ports: Pick<Ports, 'staff' | 'accounts' | 'clock'>) =>
  async (_input: {
    readonly member: Membership;
    readonly id: StaffId;
    readonly revision?: number;
  }): Promise<Result<Membership, ReactivateMemberError>> => {
    throw new Error('reactivate-member is not written yet');
  };
