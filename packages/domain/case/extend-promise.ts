// Giving a clock more time than was promised: with a reason that the citizen reads, and only within bounds.
import { err, ok } from '../kernel/result.ts';
import { mustHave } from '../process/process-index.ts';
import type { Command, Decision } from './decision.ts';
import { extendedDue } from './may-extend.ts';
import { holdLimits } from './move-due-dates.ts';
import { reckonedFields } from './promise-records.ts';
import { actorOf, type Turn } from './turn.ts';

export const extendPromise = (turn: Turn, { promise, note }: Command<'extendPromise'>): Decision => {
  const due = extendedDue(turn.index, turn.recorder.snapshot(), promise, turn.context);
  if (!due.ok) return due;
  if (!note) return err({ code: 'note-missing' });
  const { role, by } = mustHave(turn.index.deadlines.get(promise)?.extension, promise);
  turn.recorder.record(
    { type: 'promiseExtended', promise, by, note, ...reckonedFields(due.value) },
    actorOf(turn.context.by, role),
  );
  holdLimits(turn);
  return ok(turn.recorder.events());
};
