// Whether a clock may get more time than was promised, and when it would be due then.
import { dueAt, type Reckoning } from '../deadline/working-time.ts';
import type { InstantText } from '../kernel/ids.ts';
import { epochMs } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { mustHave, type ProcessIndex } from '../process/process-index.ts';
import { refuseRole, refuseSuspended } from './authority.ts';
import type { By, CaseRejection } from './command.ts';
import { deadlineOf, isOpen } from './promise-records.ts';
import type { CaseSnapshot, PromiseRecord } from './snapshot.ts';
import type { DecideContext } from './turn.ts';

type Reason = Extract<CaseRejection, { code: 'extension-refused' }>['reason'];

type Moment = Pick<DecideContext, 'by' | 'calendar' | 'now'>;

const recordIn = ({ promises }: CaseSnapshot, promise: string): PromiseRecord | undefined =>
  promises.find((record) => record.promise === promise);

const refused = (promise: string, reason: Reason): CaseRejection => ({
  code: 'extension-refused',
  promise,
  reason,
});

/** Why the clock may not be extended, whatever reason is given and however far it would go. */
export const refuseExtension = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  promise: string,
  { by, now }: { readonly by: By; readonly now: InstantText | undefined },
): CaseRejection | undefined => {
  const extension = index.deadlines.get(promise)?.extension;
  if (!extension) return refused(promise, 'not-extendable');
  const refusal = refuseRole(index, extension.role, snapshot.area, by) ?? refuseSuspended(snapshot);
  if (refusal) return refusal;
  const open = recordIn(snapshot, promise);
  if (open?.state === 'broken') return refused(promise, 'overdue');
  if (open?.state !== 'running' && open?.state !== 'paused') return refused(promise, 'not-running');
  if (open.state === 'running' && now && epochMs(now) > epochMs(open.dueAt))
    return refused(promise, 'overdue');
  const times = open.ledger.filter(({ turn }) => turn === 'extended').length;
  return times < extension.atMost ? undefined : refused(promise, 'used-up');
};

/** When the extended clock is due, or why it may not be extended. */
export const extendedDue = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  promise: string,
  { by, calendar, now }: Moment,
): Result<Reckoning, CaseRejection> => {
  const refusal = refuseExtension(index, snapshot, promise, { by, now });
  if (refusal) return err(refusal);
  const open = mustHave(recordIn(snapshot, promise), promise);
  const { extension, calendar: which, within } = mustHave(deadlineOf(index, open), promise);
  const due = dueAt(calendar, which, open.dueAt, mustHave(extension, promise).by);
  const outer = within === undefined ? undefined : recordIn(snapshot, within);
  const tooFar = isOpen(outer) && epochMs(due.at) > epochMs(outer.dueAt);
  return tooFar ? err(refused(promise, 'outer-limit')) : ok(due);
};
