// Who stands behind a verified subject in this tenant. Callers may keep the answer for a minute.
import type { StaffId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StaffFailure } from './errors.ts';

export const makeFindMember =
  (ports: Pick<Ports, 'staff'>) =>
  async (input: {
    readonly id: StaffId;
  }): Promise<Result<Membership, StaffFailure<'not-a-member' | 'member-deactivated'>>> => {
    const member = await ports.staff.find(input.id);
    if (!member) return err({ code: 'not-a-member' });
    return member.state === 'active' ? ok(member) : err({ code: 'member-deactivated' });
  };
