// Saves a member who may stop being a manager. Two managers who remove each other at the same moment both find, after
// their write, that nobody is left; each then takes their write back.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership, StaffStore } from '../ports/staff.ts';
import type { StaffFailure } from './errors.ts';
import { hasOtherManager, isManager } from './managers.ts';

export const saveKeepingManager = async (
  staff: StaffStore,
  before: Membership,
  after: Membership,
): Promise<Result<Membership, StaffFailure<'member-changed' | 'last-manager'>>> => {
  const stepsDown = isManager(before) && !isManager(after);
  if (stepsDown && !(await hasOtherManager(staff, before))) return err({ code: 'last-manager' });
  const saved = await staff.save(after, before.revision);
  if (!saved.ok) return err({ code: 'member-changed' });
  if (!stepsDown || (await hasOtherManager(staff, before))) return ok(after);
  await staff.save({ ...before, revision: after.revision + 1 }, after.revision);
  return err({ code: 'last-manager' });
};
