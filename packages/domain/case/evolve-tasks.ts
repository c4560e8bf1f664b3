// The tasks of a case after somebody took one, was given one or gave it back.
import type { CaseEvent } from './event.ts';
import type { CaseSnapshot, Task } from './snapshot.ts';

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

export const release = (snapshot: CaseSnapshot, id: string): Pick<CaseSnapshot, 'tasks'> => ({
  tasks: snapshot.tasks.map((task) => {
    if (task.id !== id) return task;
    const { assignee, ...free } = task;
    return free;
  }),
});
