// Who may give a task back.
import { managerRole } from './authority.ts';
import type { By, CaseRejection } from './command.ts';
import type { Command } from './decision.ts';
import type { Task } from './snapshot.ts';

/** Why `by` may not give this task back: holders may theirs, managers and the system any. */
export const refuseRelease = (
  by: By,
  reason: Command<'releaseTask'>['reason'],
  assignee: NonNullable<Task['assignee']>,
): CaseRejection | undefined => {
  if (reason === 'byHolder') {
    const own = by.party === 'staff' && by.member.id === assignee.id;
    return own ? undefined : { code: 'held-by-other', name: assignee.name };
  }
  const manages = by.party === 'staff' && by.member.roles.includes(managerRole);
  const system = by.party === 'system' && reason === 'deactivated';
  return manages || system ? undefined : { code: 'role-missing', role: managerRole };
};
