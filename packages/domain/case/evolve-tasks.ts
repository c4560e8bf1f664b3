// The tasks of a case after somebody took one or gave it back.
import type { CaseEvent, CaseEventBody } from './event.ts';
import type { CaseSnapshot } from './snapshot.ts';

export const assign = (
  snapshot: CaseSnapshot,
  event: CaseEvent,
  body: Extract<CaseEventBody, { type: 'taskClaimed' }>,
): Pick<CaseSnapshot, 'tasks' | 'lastChange'> => ({
  tasks: snapshot.tasks.map((task) =>
    task.id === body.task ? { ...task, assignee: { id: body.by, name: body.name } } : task,
  ),
  lastChange: { at: event.at, by: event.by, what: 'Tugas diambil' },
});

export const release = (snapshot: CaseSnapshot, id: string): Pick<CaseSnapshot, 'tasks'> => ({
  tasks: snapshot.tasks.map((task) => {
    if (task.id !== id) return task;
    const { assignee, ...free } = task;
    return free;
  }),
});
