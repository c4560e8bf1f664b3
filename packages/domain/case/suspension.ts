// Putting a case on hold and letting it go on: meanwhile nobody works on it and every clock stands still.
import { dueAt } from '../deadline/working-time.ts';
import { epochMs } from '../kernel/instant.ts';
import { err, type Result } from '../kernel/result.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { Suspension } from '../standard/ending.ts';
import { refuseRole, refuseSuspended } from './authority.ts';
import type { By, CaseCommand, CaseRejection } from './command.ts';
import type { CaseEvent } from './event.ts';
import { moveTimers } from './move-due-dates.ts';
import { settle } from './settle.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { actorOf, type DecideContext, type Turn } from './turn.ts';

type Decision = Result<readonly CaseEvent[], CaseRejection>;
type Command<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** Why `by` may not put the case on hold in this way, whatever reason is given. */
export const refuseSuspension = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  { id, role, atMost }: Suspension,
  by: By,
): CaseRejection | undefined => {
  const refusal = refuseRole(index, role, snapshot.area, by) ?? refuseSuspended(snapshot);
  if (refusal) return refusal;
  return (snapshot.suspensions?.[id] ?? 0) < atMost
    ? undefined
    : { code: 'suspension-used-up', suspension: id, atMost };
};

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

/** Why `by` may not let the case go on: people of the role may at any time, the clock once the limit has passed. */
export const refuseResume = (
  index: ProcessIndex,
  { suspended, area }: CaseSnapshot,
  { by, now }: Pick<DecideContext, 'by' | 'now'>,
): CaseRejection | undefined => {
  if (!suspended) return { code: 'not-suspended' };
  if (by.party !== 'system') {
    return refuseRole(index, index.suspensions.get(suspended.suspension)?.role, area, by);
  }
  return epochMs(now) < epochMs(suspended.until) ? { code: 'not-due', firesAt: suspended.until } : undefined;
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
