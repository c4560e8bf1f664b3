// Closes the practice space: nobody can enter it, and what was done in it expires.
import { mayUse } from '@layan/domain/access/operations';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { PracticeFailure } from './errors.ts';
import { type PracticeView, practiceView } from './practice-view.ts';

export const makeClosePractice =
  ({ practice, clock }: Pick<Ports, 'practice' | 'clock'>) =>
  async ({
    member,
  }: {
    readonly member: Membership;
  }): Promise<
    Result<PracticeView, PracticeFailure<'member-deactivated' | 'role-missing' | 'practice-changed'>>
  > => {
    const allowed = mayUse(member, 'close-practice');
    if (!allowed.ok) return allowed;
    const before = await practice.find();
    if (before?.state !== 'open') return ok(practiceView(before));
    const { id, name } = member;
    const space = {
      generation: before.generation + 1,
      state: 'closed',
      since: clock.now(),
      by: { id, name },
    } as const;
    const saved = await practice.save(space, before.generation);
    return saved.ok ? ok(practiceView(space)) : err({ code: 'practice-changed' });
  };
