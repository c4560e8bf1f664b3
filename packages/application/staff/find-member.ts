// Who stands behind a verified subject in this tenant. Callers may keep the answer for a minute.
import type { StaffId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StaffFailure } from './errors.ts';

export const makeFindMember =
  (_ports: Pick<Ports, 'staff'>) =>
  async (_input: {
    readonly id: StaffId;
  }): Promise<Result<Membership, StaffFailure<'not-a-member' | 'member-deactivated'>>> => {
    throw new Error('find-member is not written yet');
  };
