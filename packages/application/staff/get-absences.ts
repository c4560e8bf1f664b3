// The days on which a member does not work, as they are at this moment: what admission remembers may be some seconds old.
import type { StaffId } from '@layan/domain/kernel/ids';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { Vault } from '../ports/vault.ts';
import type { StaffFailure } from './errors.ts';
import { findColleague } from './find-colleague.ts';
import { type OpenedAbsence, openAbsences } from './member-seal.ts';

export interface Absences {
  readonly id: StaffId;
  readonly revision: number;
  readonly away: readonly OpenedAbsence[];
}

export const absencesOf = async (vault: Vault, member: Membership): Promise<Absences> => {
  const { id, revision } = member;
  return { id, revision, away: await openAbsences(vault, member) };
};

export const makeGetAbsences =
  (ports: Pick<Ports, 'staff' | 'vault'>) =>
  async ({
    member,
  }: {
    readonly member: Membership;
  }): Promise<Result<Absences, StaffFailure<'member-deactivated' | 'role-missing' | 'member-not-found'>>> => {
    const found = await findColleague(ports.staff, 'get-absences', member, member.id);
    return found.ok ? ok(await absencesOf(ports.vault, found.value)) : found;
  };
