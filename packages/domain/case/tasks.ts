// Taking a task to oneself, being given it, and giving it back.
import { err, ok } from '../kernel/result.ts';
import { mustHave, type ProcessIndex } from '../process/process-index.ts';
import type { Step } from '../standard/step.ts';
import { capacityFor, managerRole, refuseRole, refuseWork, workAs } from './authority.ts';
import type { By } from './command.ts';
import type { Command, Decision } from './decision.ts';
import { refuseRelease } from './may-release.ts';
import type { CaseSnapshot, Task } from './snapshot.ts';
import { actorOf, type Turn } from './turn.ts';

type AssignTask = Command<'assignTask'>;

const openTask = (turn: Turn, id: string): Task | undefined =>
  turn.recorder.snapshot().tasks.find((task) => task.id === id);

/** Claiming what one holds already changes nothing. */
export const claimTask = (turn: Turn, command: Command<'claimTask'>): Decision => {
  const { by } = turn.context;
  const task = openTask(turn, command.task);
  if (!task) return err({ code: 'unknown-task', task: command.task });
  if (by.party !== 'staff') return err({ code: 'role-missing', role: task.role });
  const step = mustHave(turn.index.steps.get(task.step), `step ${task.step}`);
  // Nobody does it: the batch decides.
  if (step.kind === 'line') return err({ code: 'unknown-task', task: command.task });
  const work = workAs(turn.index, turn.recorder.snapshot(), step, by);
  if (!work.ok) return work;
  if (task.assignee) return ok([]);
  const { id, name } = by.member;
  turn.recorder.record({ type: 'taskClaimed', task: task.id, by: id, name }, actorOf(by, work.value.role));
  return ok(turn.recorder.events());
};

/**
 * The role in which `by` may give the work of this step to somebody: the system by the rule of the step; managers, and
 * the coordinator whom the step names, as they see fit.
 */
export const givingRole = (
  index: ProcessIndex,
  { area }: CaseSnapshot,
  { coordinator }: Step,
  why: AssignTask['why'],
  by: By,
): string | undefined => {
  if (by.party === 'system') return why === 'leastLoad' ? 'system' : undefined;
  if (by.party !== 'staff' || why !== 'byCoordinator') return undefined;
  if (by.member.roles.includes(managerRole)) return managerRole;
  if (coordinator === undefined) return undefined;
  return refuseRole(index, coordinator, area, by) === undefined ? coordinator : undefined;
};

/** Giving a task to who has it changes nothing; the rule takes it from nobody, people may. */
export const assignTask = (turn: Turn, { task: id, to, why }: AssignTask): Decision => {
  const { by } = turn.context;
  const snapshot = turn.recorder.snapshot();
  const task = openTask(turn, id);
  if (!task) return err({ code: 'unknown-task', task: id });
  const step = mustHave(turn.index.steps.get(task.step), `step ${task.step}`);
  const role = givingRole(turn.index, snapshot, step, why, by);
  if (role === undefined) return err({ code: 'role-missing', role: step.coordinator ?? managerRole });
  if (task.assignee?.id === to.id) return ok([]);
  if (task.assignee && why === 'leastLoad') return err({ code: 'held-by-other', name: task.assignee.name });
  const free = { ...snapshot, tasks: snapshot.tasks.filter((other) => other.id !== id) };
  if (step.kind !== 'task' || refuseWork(turn.index, free, step, { party: 'staff', member: to }))
    return err({ code: 'assignee-refused', name: to.name });
  const actor = actorOf(by, role);
  turn.recorder.record({ type: 'taskAssigned', task: id, to: to.id, name: to.name, why }, actor);
  return ok(turn.recorder.events());
};

/** The role in which somebody holds the task; who has lost it meanwhile gives it back all the same. */
const heldAs = ({ index, recorder }: Turn, task: Task, by: By): string => {
  const step = mustHave(index.steps.get(task.step), `step ${task.step}`);
  const capacity = capacityFor(index, recorder.snapshot().area, step, by);
  return capacity.ok ? capacity.value.role : task.role;
};

/** Giving back what nobody holds changes nothing. */
export const releaseTask = (turn: Turn, command: Command<'releaseTask'>): Decision => {
  const { by } = turn.context;
  const task = openTask(turn, command.task);
  if (!task) return err({ code: 'unknown-task', task: command.task });
  if (!task.assignee) return ok([]);
  const refusal = refuseRelease(by, command.reason, task.assignee);
  if (refusal) return err(refusal);
  const role = command.reason === 'byHolder' ? heldAs(turn, task, by) : managerRole;
  turn.recorder.record({ type: 'taskReleased', task: task.id, reason: command.reason }, actorOf(by, role));
  return ok(turn.recorder.events());
};
