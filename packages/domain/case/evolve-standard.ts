// The state of a case after it has moved to another version of its standard, read by that version.
import type { ProcessIndex } from '../process/process-index.ts';
import type { CaseEvent, CaseEventBody } from './event.ts';
import type { Change } from './evolve-moves.ts';
import { moveTokens } from './move-tokens.ts';
import type { ArmedTimer, CaseSnapshot, PromiseRecord, Task } from './snapshot.ts';
import { told } from './timeline.ts';

type Body = Extract<CaseEventBody, { type: 'standardChanged' }>;

/** Work keeps its place; where another role does it now, nobody holds it yet. */
const taskIn = (index: ProcessIndex, task: Task): Task => {
  const role = index.steps.get(task.step)?.role ?? task.role;
  if (role === task.role) return task;
  const { assignee: _, ...free } = task;
  return { ...free, role };
};

const promiseIn = ({ held }: Body, { term: _, ...record }: PromiseRecord): PromiseRecord => {
  const kept = held.find(({ promise }) => promise === record.promise);
  if (!kept) return record;
  const { promise: _promise, ...term } = kept;
  return { ...record, term };
};

const timerIn = ({ timers = [] }: Body, { term: _, ...armed }: ArmedTimer): ArmedTimer => {
  const held = timers.find(({ timer }) => timer === armed.timer);
  return held ? { ...armed, term: { after: held.after, calendar: held.calendar } } : armed;
};

export const changedStandard = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  event: CaseEvent,
  body: Body,
): Change => {
  const { tasks, timers, ...moved } = moveTokens(index, snapshot, event, [], []);
  const what = `Pindah ke standar versi ${body.standard.version}`;
  const text = `Permohonan Anda kini mengikuti standar pelayanan versi ${body.standard.version}. Alasan: ${body.reason}`;
  return {
    ...moved,
    standard: body.standard,
    tasks: tasks.map((task) => taskIn(index, task)),
    timers: timers.map((armed) => timerIn(body, armed)),
    promises: snapshot.promises.map((record) => promiseIn(body, record)),
    timeline: told(snapshot, event, text, { notify: true }),
    lastChange: { at: event.at, by: event.by, what },
  };
};
