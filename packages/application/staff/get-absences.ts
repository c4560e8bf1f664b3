// The days on which a member does not work, as they are at this moment: what admission remembers may be some seconds old.
import type { StaffId } from '@layan/domain/kernel/ids';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Absence, Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StaffFailure } from './errors.ts';
import { findColleague } from './find-colleague.ts';

export interface Absences {
  readonly id: StaffId;
  readonly revision: number;
  readonly away: readonly Absence[];
}

export const absencesOf = ({ id, revision, away = [] }: Membership): Absences => ({ id, revision, away });

export const makeGetAbsences =
  (ports: Pick<Ports, 'staff'>) =>
  async ({
    member,
  }: {
    readonly member: Membership;
  }): Promise<Result<Absences, StaffFailure<'member-deactivated' | 'role-missing' | 'member-not-found'>>> => {
    const found = await findColleague(ports.staff, 'get-absences', member, member.id);
    return found.ok ? ok(absencesOf(found.value)) : found;
  };
