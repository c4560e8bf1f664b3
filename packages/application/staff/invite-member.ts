// Invites somebody to the manager's agency: account first, membership second; repeating it is harmless.
import { mayUse } from '@layan/domain/access/operations';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StaffFailure } from './errors.ts';
import { readRights } from './rights.ts';

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

const sameMembers = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((entry) => b.includes(entry));

/** Whether the invitation had been sent just so before. */
const isRepeat = (known: Membership, invited: Membership): boolean =>
  known.state === 'active' &&
  known.agency === invited.agency &&
  known.name === invited.name &&
  sameMembers(known.roles, invited.roles) &&
  sameMembers(known.areas, invited.areas);

export const makeInviteMember =
  (ports: Pick<Ports, 'staff' | 'accounts' | 'standards' | 'directory' | 'clock'>) =>
  async (input: InviteMemberInput): Promise<Result<Membership, InviteMemberError>> => {
    const { member } = input;
    const allowed = mayUse(member, 'invite-member');
    if (!allowed.ok) return allowed;
    const rights = await readRights(ports, member, input);
    if (!rights.ok) return rights;
    const email = input.email.trim().toLowerCase();
    const name = input.name.trim();
    const account = await ports.accounts.invite({ email, name });
    if (!account.ok) return err({ code: 'address-not-usable' });

    const invited: Membership = {
      id: account.value,
      email,
      name,
      agency: member.agency,
      ...rights.value,
      state: 'active',
      revision: 1,
      changedAt: ports.clock.now(),
    };
    const known = await ports.staff.find(invited.id);
    if (known) return isRepeat(known, invited) ? ok(known) : err({ code: 'member-exists' });
    const saved = await ports.staff.save(invited, undefined);
    return saved.ok ? ok(invited) : err({ code: 'member-changed' });
  };
