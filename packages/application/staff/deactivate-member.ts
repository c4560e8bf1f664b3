// Ends a member's access: account off, membership off, open tasks back to the queue. Can be repeated until all is done.
import type { StaffId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StaffFailure } from './errors.ts';

export interface DeactivateMemberInput {
  readonly member: Membership;
  readonly id: StaffId;
  /** Checked while the member is active; repeating a deactivation needs none. */
  readonly revision?: number;
}

export interface DeactivatedMember {
  readonly membership: Membership;
  /** Tasks that went back to the queue. */
  readonly released: number;
}

export type DeactivateMemberError = StaffFailure<
  | 'member-deactivated'
  | 'role-missing'
  | 'member-not-found'
  | 'member-changed'
  | 'own-account'
  | 'last-manager'
>;

export const makeDeactivateMember =
  (
    _ports: Pick<
      Ports,
      'staff' | 'accounts' | 'cases' | 'directory' | 'standards' | 'vault' | 'clock' | 'random'
    >,
  ) =>
  async (_input: DeactivateMemberInput): Promise<Result<DeactivatedMember, DeactivateMemberError>> => {
    throw new Error('deactivate-member is not written yet');
  };
