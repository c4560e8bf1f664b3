// Taking a task to oneself and giving it back.
import { err, ok, type Result } from '../kernel/result.ts';
import { mustHave } from '../process/process-index.ts';
import { managerRole, refuseWork } from './authority.ts';
import type { By, CaseCommand, CaseRejection } from './command.ts';
import type { CaseEvent } from './event.ts';
import type { Task } from './snapshot.ts';
import { actorOf, type Turn } from './turn.ts';

type Decision = Result<readonly CaseEvent[], CaseRejection>;

const openTask = (turn: Turn, id: string): Task | undefined =>
  turn.recorder.snapshot().tasks.find((task) => task.id === id);

/** Claiming what one holds already changes nothing. */
export const claimTask = (turn: Turn, command: Extract<CaseCommand, { type: 'claimTask' }>): Decision => {
  const { by } = turn.context;
  const task = openTask(turn, command.task);
  if (!task) return err({ code: 'unknown-task', task: command.task });
  if (by.party !== 'staff') return err({ code: 'role-missing', role: task.role });
  const step = mustHave(turn.index.steps.get(task.step), `step ${task.step}`);
  const refusal = refuseWork(turn.index, turn.recorder.snapshot(), step, by);
  if (refusal) return err(refusal);
  if (task.assignee) return ok([]);
  const { id, name } = by.member;
  turn.recorder.record({ type: 'taskClaimed', task: task.id, by: id, name }, actorOf(by, task.role));
  return ok(turn.recorder.events());
};

/** Why `by` may not give this task back: holders may theirs, managers and the system any. */
export const refuseRelease = (
  by: By,
  reason: Extract<CaseCommand, { type: 'releaseTask' }>['reason'],
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

/** Giving back what nobody holds changes nothing. */
export const releaseTask = (turn: Turn, command: Extract<CaseCommand, { type: 'releaseTask' }>): Decision => {
  const { by } = turn.context;
  const task = openTask(turn, command.task);
  if (!task) return err({ code: 'unknown-task', task: command.task });
  if (!task.assignee) return ok([]);
  const refusal = refuseRelease(by, command.reason, task.assignee);
  if (refusal) return err(refusal);
  const role = command.reason === 'byHolder' ? task.role : managerRole;
  turn.recorder.record({ type: 'taskReleased', task: task.id, reason: command.reason }, actorOf(by, role));
  return ok(turn.recorder.events());
};
