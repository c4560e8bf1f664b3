// The promise ledger: when a clock starts, applies, pauses, goes on, and how it ends.
import { dueAfterPause, dueAt } from '../deadline/working-time.ts';
import type { InstantText } from '../kernel/ids.ts';
import { evaluate } from '../process/conditions.ts';
import type { Deadline, Trigger } from '../standard/deadline.ts';
import { moveDueDate } from './move-due-dates.ts';
import { isOpen, isOverdue, reckonedFields, record, recordOf } from './promise-records.ts';
import type { CaseSnapshot, PromiseRecord, Task } from './snapshot.ts';
import type { Turn } from './turn.ts';

/** A promise or target starts once in a case; a norm starts again each time, once the last one is settled. */
const start = (turn: Turn, deadline: Deadline, from: InstantText): void => {
  const known = recordOf(turn, deadline.id);
  if (isOpen(known) || (known && deadline.kind !== 'norm')) return;
  const { channel } = turn.recorder.snapshot();
  if (deadline.channels && !deadline.channels.includes(channel)) return;
  const applies = deadline.when === undefined || evaluate(deadline.when, turn.recorder.snapshot().facts);
  if (applies === false) return;
  if (deadline.duration.unit === 'agreed') return;
  const due = dueAt(turn.context.calendar, deadline.calendar, from, deadline.duration);
  const conditional = applies === 'unknown';
  record(turn, { type: 'promiseStarted', promise: deadline.id, from, conditional, ...reckonedFields(due) });
};

/** A promise whose condition was never decided did not apply. */
const stop = (turn: Turn, open: PromiseRecord): void => {
  const { promise } = open;
  if (open.state === 'conditional') record(turn, { type: 'promiseDropped', promise });
  else if (isOverdue(turn, open)) record(turn, { type: 'promiseBroken', promise });
  else record(turn, { type: 'promiseKept', promise });
};

/** Stops and starts the clocks that this moment stops and starts. */
const onMoment = (turn: Turn, from: InstantText, isIt: (trigger: Trigger) => boolean): void => {
  for (const deadline of turn.index.process.deadlines) {
    const open = recordOf(turn, deadline.id);
    if (isOpen(open) && deadline.stops.some(isIt)) stop(turn, open);
    if (isIt(deadline.starts)) start(turn, deadline, from);
  }
};

export const promisesOnFiled = (turn: Turn, receivedAt: InstantText): void => {
  onMoment(turn, receivedAt, (trigger) => 'filed' in trigger);
};

/** `from` is when what this outcome starts began, where that was earlier than now. */
export const promisesOnOutcome = (
  turn: Turn,
  step: string,
  outcome: string,
  from: InstantText = turn.context.now,
): void =>
  onMoment(
    turn,
    from,
    (trigger) => 'step' in trigger && trigger.step === step && trigger.outcome === outcome,
  );

/**
 * When the work on this task really began. What was taken on paper and entered later was there to be worked on from its
 * receipt; only a task that has been open since the filing looks at that very file.
 */
export const beganAt = ({ lateEntry, receivedAt, filedAt }: CaseSnapshot, task: Task | undefined) =>
  lateEntry && task?.openedAt === filedAt ? receivedAt : undefined;

export const promisesOnIssued = (turn: Turn, product: string): void =>
  onMoment(turn, turn.context.now, (trigger) => 'issued' in trigger && trigger.issued === product);

/** What the end does not stop cannot be kept any more: late is broken, the rest no longer applies. */
export const promisesOnEnded = (turn: Turn): void => {
  onMoment(turn, turn.context.now, (trigger) => 'ended' in trigger);
  for (const open of turn.recorder.snapshot().promises.filter(isOpen)) {
    const type = isOverdue(turn, open) ? 'promiseBroken' : 'promiseDropped';
    record(turn, { type, promise: open.promise });
  }
};

/** Nobody looks after a promise that does not apply yet when the calendar changes: its date is made right first. */
const apply = (turn: Turn, promise: string): void => {
  const open = recordOf(turn, promise);
  if (open) moveDueDate(turn, open, []);
  record(turn, { type: 'promiseApplies', promise });
};

/** Decides promises that waited for facts now known. */
export const resolvePromises = (turn: Turn): void => {
  for (const { promise, state } of turn.recorder.snapshot().promises) {
    const when = turn.index.deadlines.get(promise)?.when;
    if (state !== 'conditional' || when === undefined) continue;
    const applies = evaluate(when, turn.recorder.snapshot().facts);
    if (applies === true) apply(turn, promise);
    if (applies === false) record(turn, { type: 'promiseDropped', promise });
  }
};

/** Marks running promises whose time has passed. */
export const breakOverdue = (turn: Turn): void => {
  for (const open of turn.recorder.snapshot().promises) {
    if (isOverdue(turn, open)) record(turn, { type: 'promiseBroken', promise: open.promise });
  }
};

const pausingPlace = (deadline: Deadline | undefined, snapshot: CaseSnapshot): string | undefined =>
  deadline?.pausedWhile?.find((place) => snapshot.marking.includes(place));

/** What was left when the clock stopped is left now, by the calendar as it is now. */
const resume = (turn: Turn, deadline: Deadline, pausedAt: InstantText): void => {
  const { calendar, now } = turn.context;
  const promise = deadline.id;
  const still = recordOf(turn, promise);
  if (still) moveDueDate(turn, still, []);
  const open = recordOf(turn, promise);
  if (!open || deadline.duration.unit === 'agreed') return;
  const pause = { pausedAt, dueAt: open.dueAt, resumedAt: now };
  const due = dueAfterPause(calendar, deadline.calendar, deadline.duration.unit, pause);
  record(turn, { type: 'promiseResumed', promise, ...reckonedFields(due) });
};

/** Clocks stand still while one of their places is marked, and go on with what was left. */
export const pauseAndResume = (turn: Turn): void => {
  for (const { promise, pausedAt } of turn.recorder.snapshot().promises.filter(isOpen)) {
    const deadline = turn.index.deadlines.get(promise);
    const place = pausingPlace(deadline, turn.recorder.snapshot());
    if (place !== undefined && pausedAt === undefined) {
      record(turn, { type: 'promisePaused', promise, place });
    }
    if (deadline && place === undefined && pausedAt !== undefined) resume(turn, deadline, pausedAt);
  }
};
