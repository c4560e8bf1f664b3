// Who could be given a task: active members of the agency who hold its role, cover the area of the case and may do the
// step; with the work they hold.
import { byWorker } from '@layan/domain/access/worker';
import { refuseWork } from '@layan/domain/case/authority';
import type { CaseSnapshot, Task } from '@layan/domain/case/snapshot';
import type { StaffId } from '@layan/domain/kernel/ids';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { GivenTask } from '../ports/rota.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';

export interface Candidate {
  readonly member: Membership;
  /** Open tasks they hold. */
  readonly load: number;
}

/** The case as it would be if nobody held the task: who holds it now may be one of several. */
const freed = (snapshot: CaseSnapshot, id: string): CaseSnapshot => ({
  ...snapshot,
  tasks: snapshot.tasks.map((task) => {
    if (task.id !== id) return task;
    const { assignee, ...free } = task;
    return free;
  }),
});

const loadOf = async (
  cases: Ports['cases'],
  id: StaffId,
  task: string,
  recent: readonly GivenTask[],
): Promise<number> => {
  const given = recent.filter(({ to }) => to === id);
  const held = [...(await cases.heldBy(id)), ...given].map((one) => `${one.caseId}#${one.task}`);
  return new Set(held.filter((one) => one !== task)).size;
};

/** @param recent given so recently that it may not be among what they hold yet */
export const candidatesFor = async (
  { staff, cases }: Pick<Ports, 'staff' | 'cases'>,
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  task: Pick<Task, 'id' | 'step'>,
  recent: readonly GivenTask[] = [],
): Promise<readonly Candidate[]> => {
  const step = index.steps.get(task.step);
  if (!step) return [];
  const open = freed(snapshot, task.id);
  const fit = (await staff.list()).filter(
    (member) =>
      member.state === 'active' &&
      member.agency === snapshot.agency &&
      refuseWork(index, open, step, byWorker(member)) === undefined,
  );
  const name = `${snapshot.id}#${task.id}`;
  return Promise.all(
    fit.map(async (member) => ({ member, load: await loadOf(cases, member.id, name, recent) })),
  );
};
