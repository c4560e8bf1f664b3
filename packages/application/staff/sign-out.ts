// Ends what a member began by signing in: no token that was made before opens a door any more.
import { mayUse } from '@layan/domain/access/operations';
import type { InstantText } from '@layan/domain/kernel/ids';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StaffFailure } from './errors.ts';

export const makeSignOut =
  ({ signOuts, clock }: Pick<Ports, 'signOuts' | 'clock'>) =>
  async ({
    member,
  }: {
    readonly member: Membership;
  }): Promise<Result<{ readonly at: InstantText }, StaffFailure<'member-deactivated' | 'role-missing'>>> => {
    const allowed = mayUse(member, 'sign-out');
    if (!allowed.ok) return allowed;
    const at = clock.now();
    await signOuts.note(member.id, at);
    return ok({ at });
  };
