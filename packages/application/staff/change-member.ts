// Changes name, roles and areas of a member; nobody changes their own roles, and an agency keeps a manager.
import type { StaffId } from '@layan/domain/kernel/ids';
import { err, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StaffFailure } from './errors.ts';
import { findColleague } from './find-colleague.ts';
import { readRights } from './rights.ts';
import { saveKeepingManager } from './save-keeping-manager.ts';

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
  (ports: Pick<Ports, 'staff' | 'standards' | 'directory' | 'clock'>) =>
  async (input: ChangeMemberInput): Promise<Result<Membership, ChangeMemberError>> => {
    const { member, id } = input;
    const found = await findColleague(ports.staff, 'change-member', member, id);
    if (!found.ok) return found;
    if (id === member.id) return err({ code: 'own-roles' });
    const before = found.value;
    if (before.revision !== input.revision) return err({ code: 'member-changed' });
    const rights = await readRights(ports, member, input);
    if (!rights.ok) return rights;
    return saveKeepingManager(ports.staff, before, {
      ...before,
      ...rights.value,
      name: input.name.trim(),
      revision: before.revision + 1,
      changedAt: ports.clock.now(),
    });
  };
