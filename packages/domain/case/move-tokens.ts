// Moves the tokens of a case, and with them what hangs on marked places: waiting tasks and armed timers.
import { isMarked, type Marking, move } from '../process/net.ts';
import { candidates, type ProcessIndex } from '../process/process-index.ts';
import type { CaseEvent } from './event.ts';
import type { CaseSnapshot, Task } from './snapshot.ts';

/** One task per active step. A step whose tokens were taken and put back waits anew: another task. */
const waitingTasks = (
  index: ProcessIndex,
  before: CaseSnapshot,
  marking: Marking,
  take: readonly string[],
  event: CaseEvent,
): Task[] =>
  candidates(index.at.works, marking)
    .filter((step) => isMarked(marking, step.after))
    .map((step) => {
      const open = before.tasks.find((task) => task.step === step.id);
      if (open && !step.after.some((place) => take.includes(place))) return open;
      return { id: `${step.id}.${event.seq}`, step: step.id, role: step.role ?? '', openedAt: event.at };
    });

export const moveTokens = (
  index: ProcessIndex,
  before: CaseSnapshot,
  event: CaseEvent,
  take: readonly string[],
  put: readonly string[],
): Pick<CaseSnapshot, 'marking' | 'tasks' | 'timers'> => {
  const marking = move(before.marking, take, put);
  return {
    marking,
    tasks: waitingTasks(index, before, marking, take, event),
    timers: before.timers.filter((armed) => {
      const place = index.timers.get(armed.timer)?.while;
      return place !== undefined && !take.includes(place) && marking.includes(place);
    }),
  };
};
