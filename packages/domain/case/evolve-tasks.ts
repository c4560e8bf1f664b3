// The tasks of a case after somebody took one, was given one or gave it back.
import { epochMs } from '../kernel/instant.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { CaseEvent, CaseEventBody } from './event.ts';
import type { CaseSnapshot, Task } from './snapshot.ts';
import { told } from './timeline.ts';

export const assign = (
  snapshot: CaseSnapshot,
  event: CaseEvent,
  id: string,
  assignee: NonNullable<Task['assignee']>,
  what: string,
): Pick<CaseSnapshot, 'tasks' | 'lastChange'> => ({
  tasks: snapshot.tasks.map((task) => (task.id === id ? { ...task, assignee } : task)),
  lastChange: { at: event.at, by: event.by, what },
});

/** What the citizen reads of it; handing the task on to somebody else is no news to them. */
const toldOnce = (index: ProcessIndex, snapshot: CaseSnapshot, event: CaseEvent, id: string) => {
  const task = snapshot.tasks.find((open) => open.id === id);
  const assigned = task && index.steps.get(task.step)?.assigned;
  const known = snapshot.timeline.some(
    ({ text, at }) => task && text === assigned?.citizen && epochMs(at) >= epochMs(task.openedAt),
  );
  return told(snapshot, event, known ? undefined : assigned?.citizen, { notify: assigned?.notify });
};

export const given = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  event: CaseEvent,
  { task, to, name }: Extract<CaseEventBody, { type: 'taskAssigned' }>,
): Pick<CaseSnapshot, 'tasks' | 'lastChange' | 'timeline'> => ({
  ...assign(snapshot, event, task, { id: to, name }, 'Tugas diberikan'),
  timeline: toldOnce(index, snapshot, event, task),
});

export const release = (snapshot: CaseSnapshot, id: string): Pick<CaseSnapshot, 'tasks'> => ({
  tasks: snapshot.tasks.map((task) => {
    if (task.id !== id) return task;
    const { assignee, ...free } = task;
    return free;
  }),
});
