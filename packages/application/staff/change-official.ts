// Changes how a member signs official documents: position, name with titles, NIP and rank.
import type { StaffId } from '@layan/domain/kernel/ids';
import { err, type Result } from '@layan/domain/kernel/result';
import type { Membership, Official } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StaffFailure } from './errors.ts';
import { findColleague } from './find-colleague.ts';
import { saveChanged } from './save-changed.ts';

export interface ChangeOfficialInput {
  readonly member: Membership;
  readonly id: StaffId;
  readonly revision: number;
  /** Absent: they sign none. */
  readonly official?:
    | {
        readonly position: string;
        readonly nameWithTitles: string;
        readonly nip?: string | undefined;
        readonly rank?: string | undefined;
      }
    | undefined;
}

export type ChangeOfficialError = StaffFailure<
  'member-deactivated' | 'role-missing' | 'member-not-found' | 'member-changed' | 'official-invalid'
>;

const eighteenDigits = /^\d{18}$/;

const readOfficial = ({
  position,
  nameWithTitles,
  nip = '',
  rank = '',
}: NonNullable<ChangeOfficialInput['official']>): Official | 'position' | 'nameWithTitles' | 'nip' => {
  const number = nip.replace(/[\s.]/g, '');
  if (position.trim() === '') return 'position';
  if (nameWithTitles.trim() === '') return 'nameWithTitles';
  if (number !== '' && !eighteenDigits.test(number)) return 'nip';
  return {
    position: position.trim(),
    nameWithTitles: nameWithTitles.trim(),
    ...(number !== '' && { nip: number }),
    ...(rank.trim() !== '' && { rank: rank.trim() }),
  };
};

export const makeChangeOfficial =
  (ports: Pick<Ports, 'staff' | 'clock'>) =>
  async (input: ChangeOfficialInput): Promise<Result<Membership, ChangeOfficialError>> => {
    const { member, id, revision } = input;
    const found = await findColleague(ports.staff, 'change-official', member, id);
    if (!found.ok) return found;
    if (found.value.revision !== revision) return err({ code: 'member-changed' });
    const read = input.official && readOfficial(input.official);
    if (typeof read === 'string') return err({ code: 'official-invalid', field: read });
    const { official: _, ...rest } = found.value;
    return saveChanged(ports, found.value, { ...rest, ...(read && { official: read }) });
  };
