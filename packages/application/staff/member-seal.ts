// What people type about a member of staff: sealed under a key of the membership, and opened for the member and for who
// manages the agency.
import type { Sealed } from '@layan/domain/case/facts';
import type { Absence, Membership } from '../ports/staff.ts';
import type { Vault, WrappedKey } from '../ports/vault.ts';

/** All reasons of absences share one field: they move up and down with the days around them. */
export type MemberField = 'away' | 'emergency';

/** With its reason in words, where it has one that opens. */
export interface OpenedAbsence extends Omit<Absence, 'reason'> {
  readonly reason?: string;
}

/** As those may see it who may see all of it. */
export interface OpenedMembership extends Omit<Membership, 'away' | 'emergency' | 'key'> {
  readonly away?: readonly OpenedAbsence[];
  readonly emergency?: Omit<NonNullable<Membership['emergency']>, 'reason'> & { readonly reason: string };
}

export const unreadableReason = 'tidak terbaca';

export const memberSeal = (vault: Vault, { id }: Pick<Membership, 'id'>, key: WrappedKey | undefined) => ({
  seal: async (field: MemberField, text: string): Promise<Sealed> => {
    if (key === undefined) throw new Error(`Nothing of member ${id} is sealed without a key.`);
    return vault.seal(key, { caseId: id, field }, text);
  },
  open: async (field: MemberField, sealed: Sealed): Promise<string> => {
    const opened = key === undefined ? undefined : await vault.open(key, { caseId: id, field }, sealed);
    return opened?.ok ? opened.value : unreadableReason;
  },
});

export const openAbsences = (
  vault: Vault,
  { id, key, away = [] }: Membership,
): Promise<readonly OpenedAbsence[]> => {
  const seal = memberSeal(vault, { id }, key);
  return Promise.all(
    away.map(async ({ reason, ...days }) => ({
      ...days,
      ...(reason && { reason: await seal.open('away', reason) }),
    })),
  );
};

export const openMembership = async (vault: Vault, member: Membership): Promise<OpenedMembership> => {
  const { away, emergency, key, ...rest } = member;
  const reason = emergency && (await memberSeal(vault, member, key).open('emergency', emergency.reason));
  return {
    ...rest,
    ...(away && { away: await openAbsences(vault, member) }),
    ...(emergency && reason !== undefined && { emergency: { ...emergency, reason } }),
  };
};
