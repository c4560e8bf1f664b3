// Finds a member of the manager's own agency; of another one it is as if there were none.
import { mayUse, type Operation } from '@layan/domain/access/operations';
import type { StaffId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership, StaffStore } from '../ports/staff.ts';
import type { StaffFailure } from './errors.ts';

export const findColleague = async (
  staff: StaffStore,
  operation: Operation,
  member: Membership,
  id: StaffId,
): Promise<Result<Membership, StaffFailure<'member-deactivated' | 'role-missing' | 'member-not-found'>>> => {
  const allowed = mayUse(member, operation);
  if (!allowed.ok) return allowed;
  const found = await staff.find(id);
  // A central admin who reads in an emergency is sent away, and nothing else.
  const closed = found?.emergency !== undefined && operation !== 'deactivate-member';
  return found?.agency === member.agency && !closed ? ok(found) : err({ code: 'member-not-found' });
};
