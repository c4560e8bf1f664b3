// Putting a case on hold and letting it go on: meanwhile nobody works on it and every clock stands still.
import { dueAfterPause, dueAt } from '../deadline/working-time.ts';
import { epochMs } from '../kernel/instant.ts';
import { err, type Result } from '../kernel/result.ts';
import { refuseRole, refuseSuspended } from './authority.ts';
import type { CaseCommand, CaseRejection } from './command.ts';
import type { CaseEvent } from './event.ts';
import { settle } from './settle.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { actorOf, system, type Turn } from './turn.ts';

type Decision = Result<readonly CaseEvent[], CaseRejection>;
type Command<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** Why `by` may not put the case on hold in this way, whatever reason is given. */
export const refuseSuspension = (
  turn: Pick<Turn, 'index'>,
  snapshot: CaseSnapshot,
  id: string,
  by: Turn['context']['by'],
): CaseRejection | undefined => {
  const suspension = turn.index.suspensions.get(id);
  if (!suspension) return { code: 'unknown-suspension', suspension: id };
  const { role, atMost } = suspension;
  const refusal = refuseRole(turn.index, role, snapshot.area, by) ?? refuseSuspended(snapshot);
  if (refusal) return refusal;
  return (snapshot.suspensions?.[id] ?? 0) < atMost
    ? undefined
    : { code: 'suspension-used-up', suspension: id, atMost };
};

export const suspend = (turn: Turn, command: Command<'suspend'>): Decision => {
  const { by, calendar, now } = turn.context;
  const refusal = refuseSuspension(turn, turn.recorder.snapshot(), command.suspension, by);
  if (refusal) return err(refusal);
  const suspension = turn.index.suspensions.get(command.suspension);
  if (!suspension) return err({ code: 'unknown-suspension', suspension: command.suspension });
  if (!command.note) return err({ code: 'note-missing' });
  const until = dueAt(calendar, suspension.calendar, now, suspension.limit).at;
  const body = { type: 'caseSuspended', suspension: suspension.id, note: command.note, until } as const;
  turn.recorder.record(body, actorOf(by, suspension.role));
  return settle(turn);
};

/** Timers of places go on with what was left of them. */
const moveTimers = (turn: Turn, pausedAt: CaseSnapshot['filedAt']): void => {
  const { calendar, now } = turn.context;
  for (const { timer: id, firesAt } of turn.recorder.snapshot().timers) {
    const timer = turn.index.timers.get(id);
    if (!timer) continue;
    const pause = { pausedAt, dueAt: firesAt, resumedAt: now };
    const { at } = dueAfterPause(calendar, timer.calendar, timer.after.unit, pause);
    if (at !== firesAt) turn.recorder.record({ type: 'timerMoved', timer: id, firesAt: at }, system);
  }
};

/** Why `by` may not let the case go on: people of the role may at any time, the clock once the limit has passed. */
export const refuseResume = (
  turn: Pick<Turn, 'index'>,
  snapshot: CaseSnapshot,
  by: Turn['context']['by'],
  now: Turn['context']['now'],
): CaseRejection | undefined => {
  const { suspended } = snapshot;
  if (!suspended) return { code: 'not-suspended' };
  if (by.party !== 'system') {
    const role = turn.index.suspensions.get(suspended.suspension)?.role;
    return refuseRole(turn.index, role, snapshot.area, by);
  }
  return epochMs(now) < epochMs(suspended.until) ? { code: 'not-due', firesAt: suspended.until } : undefined;
};

export const resume = (turn: Turn, { note }: Command<'resume'>): Decision => {
  const { by, now } = turn.context;
  const snapshot = turn.recorder.snapshot();
  const refusal = refuseResume(turn, snapshot, by, now);
  if (refusal) return err(refusal);
  const { suspended } = snapshot;
  if (!suspended) return err({ code: 'not-suspended' });
  const role = turn.index.suspensions.get(suspended.suspension)?.role ?? '';
  const why = by.party === 'system' ? 'limit' : 'person';
  turn.recorder.record(
    { type: 'caseResumed', suspension: suspended.suspension, why, ...(note && { note }) },
    actorOf(by, role),
  );
  moveTimers(turn, suspended.at);
  return settle(turn);
};
