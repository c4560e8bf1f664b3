// Ends a member's access: membership off, account off, open tasks back to the queue. Can be repeated until all is done.
import type { StaffId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StaffFailure } from './errors.ts';
import { findColleague } from './find-colleague.ts';
import { releaseHeldTasks } from './release-held-tasks.ts';
import { saveKeepingManager } from './save-keeping-manager.ts';

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

type DeactivateMemberPorts = Pick<
  Ports,
  'staff' | 'accounts' | 'cases' | 'products' | 'directory' | 'standards' | 'vault' | 'clock' | 'random'
>;

export const makeDeactivateMember =
  (ports: DeactivateMemberPorts) =>
  async (input: DeactivateMemberInput): Promise<Result<DeactivatedMember, DeactivateMemberError>> => {
    const { member, id, revision } = input;
    const found = await findColleague(ports.staff, 'deactivate-member', member, id);
    if (!found.ok) return found;
    if (id === member.id) return err({ code: 'own-account' });
    const before = found.value;
    let membership = before;
    if (before.state === 'active') {
      if (revision !== undefined && before.revision !== revision) return err({ code: 'member-changed' });
      const saved = await saveKeepingManager(ports.staff, before, {
        ...before,
        state: 'deactivated',
        revision: before.revision + 1,
        changedAt: ports.clock.now(),
      });
      if (!saved.ok) return saved;
      membership = saved.value;
    }
    await ports.accounts.disable(id);
    return ok({ membership, released: await releaseHeldTasks(ports, id) });
  };
