// Sets the days on which a member does not work: everybody their own, a manager anybody's.
import { managerRole } from '@layan/domain/case/authority';
import type { InstantText, StaffId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Absence, Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { Vault } from '../ports/vault.ts';
import type { StaffFailure } from './errors.ts';
import { findColleague } from './find-colleague.ts';
import { type Absences, absencesOf } from './get-absences.ts';
import { memberSeal, type OpenedAbsence, openAbsences } from './member-seal.ts';
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

const isSame = (one: OpenedAbsence, other: OpenedAbsence): boolean =>
  one.from === other.from && one.to === other.to && one.reason === other.reason;

/** In order of time, none within another. What stood there before stays as somebody entered it. */
const readAbsences = (
  { away, member }: ChangeAbsencesInput,
  before: readonly OpenedAbsence[],
  at: InstantText,
): readonly OpenedAbsence[] | undefined => {
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

/** All reasons are sealed anew: each change of the list is a write of all of it. */
const sealAbsences = async (
  vault: Vault,
  { id, key: known }: Membership,
  away: readonly OpenedAbsence[],
): Promise<Pick<Membership, 'away' | 'key'>> => {
  const key = known ?? (away.some(({ reason }) => reason) ? await vault.newKey(id) : undefined);
  const seal = memberSeal(vault, { id }, key);
  const sealed = away.map(
    async ({ reason, ...days }): Promise<Absence> => ({
      ...days,
      ...(reason && { reason: await seal.seal('away', reason) }),
    }),
  );
  return { ...(key !== undefined && { key }), ...(away.length > 0 && { away: await Promise.all(sealed) }) };
};

export const makeChangeAbsences =
  (ports: Pick<Ports, 'staff' | 'clock' | 'vault'>) =>
  async (input: ChangeAbsencesInput): Promise<Result<Absences, ChangeAbsencesError>> => {
    const { member, id, revision } = input;
    const found = await findColleague(ports.staff, 'change-absences', member, id);
    if (!found.ok) return found;
    if (id !== member.id && !member.roles.includes(managerRole))
      return err({ code: 'role-missing', role: managerRole });
    if (found.value.revision !== revision) return err({ code: 'member-changed' });
    const before = await openAbsences(ports.vault, found.value);
    const read = readAbsences(input, before, ports.clock.now());
    if (!read) return err({ code: 'absence-invalid' });
    const { away: _, ...rest } = found.value;
    const sealed = await sealAbsences(ports.vault, found.value, read);
    const saved = await saveChanged(ports, found.value, { ...rest, ...sealed });
    return saved.ok ? ok(await absencesOf(ports.vault, saved.value)) : saved;
  };
