// What people decided about a task that nobody holds: who gave it back is not given it again, and what a manager took
// from somebody waits for the manager.
import type { CaseEvent } from '@layan/domain/case/event';
import type { StaffId } from '@layan/domain/kernel/ids';

export interface GivenBack {
  readonly by: ReadonlySet<StaffId>;
  readonly waitsForPeople: boolean;
}

export const givenBack = (events: readonly CaseEvent[], task: string): GivenBack => {
  const releases = events.flatMap(({ by, body }) =>
    body.type === 'taskReleased' && body.task === task ? [{ by, reason: body.reason }] : [],
  );
  return {
    by: new Set(
      releases.flatMap(({ by, reason }) => (reason === 'byHolder' && by.party === 'staff' ? [by.id] : [])),
    ),
    waitsForPeople: releases.at(-1)?.reason === 'byManager',
  };
};
