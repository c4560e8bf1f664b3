// Saves a membership over the revision it was made from.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StaffFailure } from './errors.ts';

export const saveChanged = async (
  { staff, clock }: Pick<Ports, 'staff' | 'clock'>,
  before: Membership,
  after: Omit<Membership, 'revision' | 'changedAt'>,
): Promise<Result<Membership, StaffFailure<'member-changed'>>> => {
  const next = { ...after, revision: before.revision + 1, changedAt: clock.now() };
  const saved = await staff.save(next, before.revision);
  return saved.ok ? ok(next) : err({ code: 'member-changed' });
};
