// Changes name, roles and areas of a member; nobody changes their own roles, and an agency keeps a manager.
import type { StaffId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StaffFailure } from './errors.ts';

export interface ChangeMemberInput {
  readonly member: Membership;
  readonly id: StaffId;
  readonly revision: number;
  readonly name: string;
  readonly roles: readonly string[];
  readonly areas: readonly string[];
}

export type ChangeMemberError = StaffFailure<
  | 'member-deactivated'
  | 'role-missing'
  | 'member-not-found'
  | 'member-changed'
  | 'unknown-role'
  | 'unknown-area'
  | 'own-roles'
  | 'last-manager'
>;

export const makeChangeMember =
  (_ports: Pick<Ports, 'staff' | 'standards' | 'directory' | 'clock'>) =>
  async (_input: ChangeMemberInput): Promise<Result<Membership, ChangeMemberError>> => {
    throw new Error('change-member is not written yet');
  };
