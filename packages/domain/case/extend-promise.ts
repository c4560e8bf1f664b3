// Giving a clock more time than was promised: with a reason that the citizen reads, and only within bounds.
import { dueAt, type Reckoning } from '../deadline/working-time.ts';
import { epochMs } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { refuseRole, refuseSuspended } from './authority.ts';
import type { CaseCommand, CaseRejection } from './command.ts';
import type { CaseEvent } from './event.ts';
import { isOpen, reckonedFields } from './promise-records.ts';
import type { CaseSnapshot, PromiseRecord } from './snapshot.ts';
import { actorOf, type DecideContext, type Turn } from './turn.ts';

type ExtendPromise = Extract<CaseCommand, { type: 'extendPromise' }>;
type Reason = Extract<CaseRejection, { code: 'extension-refused' }>['reason'];
type Moment = Pick<DecideContext, 'by' | 'calendar' | 'now'>;

const recordIn = ({ promises }: CaseSnapshot, promise: string): PromiseRecord | undefined =>
  promises.find((record) => record.promise === promise);

/** When the extended clock is due, or why it may not be extended, whatever reason is given. */
export const extendedDue = (
  { index }: Pick<Turn, 'index'>,
  snapshot: CaseSnapshot,
  promise: string,
  { by, calendar, now }: Moment,
): Result<Reckoning, CaseRejection> => {
  const refused = (reason: Reason): Result<Reckoning, CaseRejection> =>
    err({ code: 'extension-refused', promise, reason });
  const deadline = index.deadlines.get(promise);
  if (!deadline?.extension) return refused('not-extendable');
  const { role, atMost } = deadline.extension;
  const refusal = refuseRole(index, role, snapshot.area, by) ?? refuseSuspended(snapshot);
  if (refusal) return err(refusal);
  const open = recordIn(snapshot, promise);
  if (open?.state === 'broken') return refused('overdue');
  if (open?.state !== 'running' && open?.state !== 'paused') return refused('not-running');
  if (open.state === 'running' && epochMs(now) > epochMs(open.dueAt)) return refused('overdue');
  if (open.ledger.filter(({ turn }) => turn === 'extended').length >= atMost) return refused('used-up');
  const due = dueAt(calendar, deadline.calendar, open.dueAt, deadline.extension.by);
  const outer = deadline.within === undefined ? undefined : recordIn(snapshot, deadline.within);
  if (isOpen(outer) && epochMs(due.at) > epochMs(outer.dueAt)) return refused('outer-limit');
  return ok(due);
};

export const extendPromise = (
  turn: Turn,
  { promise, note }: ExtendPromise,
): Result<readonly CaseEvent[], CaseRejection> => {
  const due = extendedDue(turn, turn.recorder.snapshot(), promise, turn.context);
  if (!due.ok) return due;
  if (!note) return err({ code: 'note-missing' });
  const role = turn.index.deadlines.get(promise)?.extension?.role ?? '';
  turn.recorder.record(
    { type: 'promiseExtended', promise, note, ...reckonedFields(due.value) },
    actorOf(turn.context.by, role),
  );
  return ok(turn.recorder.events());
};
