// Gives a deactivated member access again, with the roles they had. Repeating it is harmless.
import type { StaffId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StaffFailure } from './errors.ts';
import { findColleague } from './find-colleague.ts';

export interface ReactivateMemberInput {
  readonly member: Membership;
  readonly id: StaffId;
  readonly revision?: number;
}

export type ReactivateMemberError = StaffFailure<
  'member-deactivated' | 'role-missing' | 'member-not-found' | 'member-changed' | 'own-account'
>;

export const makeReactivateMember =
  (ports: Pick<Ports, 'staff' | 'accounts' | 'clock'>) =>
  async (input: ReactivateMemberInput): Promise<Result<Membership, ReactivateMemberError>> => {
    const { member, id, revision } = input;
    const found = await findColleague(ports.staff, 'reactivate-member', member, id);
    if (!found.ok) return found;
    if (id === member.id) return err({ code: 'own-account' });
    const before = found.value;
    // The account first: a membership that is on while the account is off would be noticed by nobody.
    await ports.accounts.enable(id);
    if (before.state === 'active') return ok(before);
    if (revision !== undefined && before.revision !== revision) return err({ code: 'member-changed' });
    const after: Membership = {
      ...before,
      state: 'active',
      revision: before.revision + 1,
      changedAt: ports.clock.now(),
    };
    const saved = await ports.staff.save(after, before.revision);
    return saved.ok ? ok(after) : err({ code: 'member-changed' });
  };
