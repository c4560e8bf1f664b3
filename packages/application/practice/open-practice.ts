// Opens the practice space, or empties it: either way a new generation begins, with invented people who have just filed.
import { mayUse } from '@layan/domain/access/operations';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { PracticeFailure } from './errors.ts';
import { fillPractice } from './fill-practice.ts';
import { type PracticeView, practiceView } from './practice-view.ts';

export const makeOpenPractice =
  (ports: Ports) =>
  async ({
    member,
  }: {
    readonly member: Membership;
  }): Promise<
    Result<PracticeView, PracticeFailure<'member-deactivated' | 'role-missing' | 'practice-changed'>>
  > => {
    const allowed = mayUse(member, 'open-practice');
    if (!allowed.ok) return allowed;
    const before = await ports.practice.find();
    const generation = (before?.generation ?? 0) + 1;
    const { id, name } = member;
    const space = { generation, state: 'open', since: ports.clock.now(), by: { id, name } } as const;
    // Filled before it is entered: whoever comes in finds it ready.
    const { clock, random } = ports;
    const filed = await fillPractice({ ...(await ports.openPractice(generation)), clock, random });
    const saved = await ports.practice.save(space, before?.generation);
    return saved.ok ? ok({ ...practiceView(space), filed }) : err({ code: 'practice-changed' });
  };
