// Sets the days on which a member does not work: everybody their own, a manager anybody's.
import { managerRole } from '@layan/domain/case/authority';
import type { InstantText, StaffId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Absence, Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StaffFailure } from './errors.ts';
import { findColleague } from './find-colleague.ts';
import { type Absences, absencesOf } from './get-absences.ts';
import { saveChanged } from './save-changed.ts';

export interface ChangeAbsencesInput {
  readonly member: Membership;
  readonly id: StaffId;
  readonly revision: number;
  readonly away: readonly {
    readonly from: string;
    readonly to: string;
    readonly reason?: string | undefined;
  }[];
}

export type ChangeAbsencesError = StaffFailure<
  'member-deactivated' | 'role-missing' | 'member-not-found' | 'member-changed' | 'absence-invalid'
>;

const isSame = (one: Absence, other: Absence): boolean =>
  one.from === other.from && one.to === other.to && one.reason === other.reason;

/** In order of time, none within another. What stood there before stays as somebody entered it. */
const readAbsences = (
  { away, member }: ChangeAbsencesInput,
  before: readonly Absence[],
  at: InstantText,
): readonly Absence[] | undefined => {
  const sorted = away.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const inOrder = sorted.every(({ from, to }, at) => {
    const before = sorted[at - 1];
    return from <= to && (before === undefined || before.to < from);
  });
  if (!inOrder) return undefined;
  return sorted.map(({ from, to, reason = '' }) => {
    const given = { from, to, ...(reason.trim() !== '' && { reason: reason.trim() }) };
    const declared = { id: member.id, name: member.name, at };
    return before.find((one) => isSame(one, given)) ?? { ...given, declared };
  });
};

export const makeChangeAbsences =
  (ports: Pick<Ports, 'staff' | 'clock'>) =>
  async (input: ChangeAbsencesInput): Promise<Result<Absences, ChangeAbsencesError>> => {
    const { member, id, revision } = input;
    const found = await findColleague(ports.staff, 'change-absences', member, id);
    if (!found.ok) return found;
    if (id !== member.id && !member.roles.includes(managerRole))
      return err({ code: 'role-missing', role: managerRole });
    if (found.value.revision !== revision) return err({ code: 'member-changed' });
    const read = readAbsences(input, found.value.away ?? [], ports.clock.now());
    if (!read) return err({ code: 'absence-invalid' });
    const { away: _, ...rest } = found.value;
    const saved = await saveChanged(ports, found.value, { ...rest, ...(read.length > 0 && { away: read }) });
    return saved.ok ? ok(absencesOf(saved.value)) : saved;
  };
