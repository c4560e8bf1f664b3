// Invites somebody to the manager's agency: account first, membership second; repeating it is harmless.
import type { Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StaffFailure } from './errors.ts';

export interface InviteMemberInput {
  readonly member: Membership;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly areas: readonly string[];
}

export type InviteMemberError = StaffFailure<
  | 'member-deactivated'
  | 'role-missing'
  | 'unknown-role'
  | 'unknown-area'
  | 'address-not-usable'
  | 'member-exists'
  | 'member-changed'
>;

export const makeInviteMember =
  (_ports: Pick<Ports, 'staff' | 'accounts' | 'standards' | 'directory' | 'clock'>) =>
  async (_input: InviteMemberInput): Promise<Result<Membership, InviteMemberError>> => {
    throw new Error('invite-member is not written yet');
  };
