// Whether the practice space is open, for everybody who works here.
import { mayUse } from '@layan/domain/access/operations';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { PracticeFailure } from './errors.ts';
import { type PracticeView, practiceView } from './practice-view.ts';

export const makeGetPractice =
  ({ practice }: Pick<Ports, 'practice'>) =>
  async ({
    member,
  }: {
    readonly member: Membership;
  }): Promise<Result<PracticeView, PracticeFailure<'member-deactivated' | 'role-missing'>>> => {
    const allowed = mayUse(member, 'get-practice');
    return allowed.ok ? ok(practiceView(await practice.find())) : allowed;
  };
