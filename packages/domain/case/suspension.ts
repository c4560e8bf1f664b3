// Putting a case on hold and letting it go on: meanwhile nobody works on it and every clock stands still.
import { dueAt } from '../deadline/working-time.ts';
import { err } from '../kernel/result.ts';
import type { Command, Decision } from './decision.ts';
import { refuseResume, refuseSuspension } from './may-suspend.ts';
import { moveTimers } from './move-due-dates.ts';
import { settle } from './settle.ts';
import { actorOf, type Turn } from './turn.ts';

export const suspend = (turn: Turn, { suspension: id, note }: Command<'suspend'>): Decision => {
  const { by, calendar, now } = turn.context;
  const suspension = turn.index.suspensions.get(id);
  if (!suspension) return err({ code: 'unknown-suspension', suspension: id });
  const refusal = refuseSuspension(turn.index, turn.recorder.snapshot(), suspension, by);
  if (refusal) return err(refusal);
  if (!note) return err({ code: 'note-missing' });
  const until = dueAt(calendar, suspension.calendar, now, suspension.limit).at;
  turn.recorder.record({ type: 'caseSuspended', suspension: id, note, until }, actorOf(by, suspension.role));
  return settle(turn);
};

export const resume = (turn: Turn, { note }: Command<'resume'>): Decision => {
  const { by } = turn.context;
  const snapshot = turn.recorder.snapshot();
  const refusal = refuseResume(turn.index, snapshot, turn.context);
  if (refusal || !snapshot.suspended) return err(refusal ?? { code: 'not-suspended' });
  const { suspension } = snapshot.suspended;
  const role = turn.index.suspensions.get(suspension)?.role ?? '';
  const why = by.party === 'system' ? 'limit' : 'person';
  turn.recorder.record({ type: 'caseResumed', suspension, why, ...(note && { note }) }, actorOf(by, role));
  moveTimers(turn);
  return settle(turn);
};
