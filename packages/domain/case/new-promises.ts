// Promises that only the version knows to which a case moves: those whose moment has come already start from that moment,
// as if the case had been under the version from the beginning.

import type { InstantText } from '../kernel/ids.ts';
import { epochMs } from '../kernel/instant.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { Deadline, Trigger } from '../standard/deadline.ts';
import type { Standard } from '../standard/standard.ts';
import { agreedDate, firstDue } from './agreed-dates.ts';
import type { CaseEvent } from './event.ts';
import { evolve } from './evolve.ts';
import { pauseNow } from './pauses.ts';
import { beganAt, startClock } from './promises.ts';
import type { CaseSnapshot } from './snapshot.ts';
import type { Turn } from './turn.ts';

/** When this event is the moment of the trigger; what was entered later than it happened counts from then. */
const momentOf = (
  trigger: Trigger,
  { at, body }: CaseEvent,
  before: CaseSnapshot | undefined,
): InstantText | undefined => {
  if ('filed' in trigger) return body.type === 'caseFiled' ? body.receivedAt : undefined;
  if ('issued' in trigger)
    return body.type === 'productIssued' && body.product === trigger.issued ? at : undefined;
  if (!('step' in trigger) || (body.type !== 'stepCompleted' && body.type !== 'routed')) return undefined;
  if (body.step !== trigger.step || body.outcome !== trigger.outcome) return undefined;
  if (body.type === 'stepCompleted' && body.happenedAt !== undefined) return body.happenedAt;
  const task = before?.tasks.find(({ step }) => step === body.step);
  return (before && beganAt(before, task)) ?? at;
};

/**
 * Since when the clock would run without having stood still; undefined where it would not run, or where it would have stood
 * still on the way: then nobody can say what would have been promised.
 */
const runningSince = (
  from: Standard,
  to: ProcessIndex,
  deadline: Deadline,
  history: readonly CaseEvent[],
): InstantText | undefined => {
  let since: InstantText | undefined;
  let over = false;
  let snapshot: CaseSnapshot | undefined;
  for (const event of history) {
    const moment = momentOf(deadline.starts, event, snapshot);
    const isStop = deadline.stops.some((trigger) => momentOf(trigger, event, snapshot) !== undefined);
    snapshot = evolve(from, snapshot, event);
    if (since !== undefined && isStop) {
      // A promise is kept once; a norm starts again.
      over = deadline.kind !== 'norm';
      since = undefined;
    }
    if (!over && since === undefined) since = moment;
    if (since !== undefined && pauseNow(to, deadline, snapshot)) return undefined;
  }
  return since;
};

/** What would be late the moment it is made is not made. */
const isStillToCome = ({ context, recorder }: Turn, deadline: Deadline, from: InstantText): boolean => {
  const agreed = agreedDate(deadline, recorder.snapshot().facts);
  const due = firstDue(context.calendar, deadline, from, agreed);
  return due !== undefined && epochMs(due.at) > epochMs(context.now);
};

/** `history` is all of the case; one that has moved before is read by too many versions to be told what would have been. */
export const startNewPromises = (turn: Turn, from: Standard, history: readonly CaseEvent[]): void => {
  if (history.some(({ body }) => body.type === 'standardChanged')) return;
  const known = new Set(from.process.deadlines.map(({ id }) => id));
  for (const deadline of turn.index.process.deadlines.filter(({ id }) => !known.has(id))) {
    const since = runningSince(from, turn.index, deadline, history);
    if (since !== undefined && isStillToCome(turn, deadline, since)) startClock(turn, deadline, since);
  }
};
