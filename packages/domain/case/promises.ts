// The promise ledger: when a clock starts, applies, pauses, goes on, and how it ends.
import { dueAfterPause } from '../deadline/working-time.ts';
import type { InstantText } from '../kernel/ids.ts';
import { isAfter, laterOf } from '../kernel/instant.ts';
import { evaluate } from '../process/conditions.ts';
import { momentKey } from '../process/process-index.ts';
import type { Deadline, Trigger } from '../standard/deadline.ts';
import { agreedDate, firstDue, hasHappened } from './agreed-dates.ts';
import { agreedAnew, moveDueDate } from './move-due-dates.ts';
import { isPausedFor, pauseNow } from './pauses.ts';
import { deadlineOf, isOpen, isOverdue, reckonedFields, record, recordOf } from './promise-records.ts';
import { pauseUnit, reckonAgain } from './reckon-again.ts';
import type { CaseSnapshot, PromiseRecord, Task } from './snapshot.ts';
import type { Turn } from './turn.ts';

/** A promise or target starts once in a case; a norm starts again each time, once the last one is settled. */
export const startClock = (turn: Turn, deadline: Deadline, from: InstantText): void => {
  const known = recordOf(turn, deadline.id);
  if (isOpen(known) || (known && deadline.kind !== 'norm')) return;
  const { channel, facts } = turn.recorder.snapshot();
  if (deadline.channels && !deadline.channels.includes(channel)) return;
  const applies = deadline.when === undefined || evaluate(deadline.when, facts);
  if (applies === false) return;
  const agreed = agreedDate(deadline, facts);
  const due = firstDue(turn.context.calendar, deadline, from, agreed);
  if (!due) return;
  const conditional = applies === 'unknown';
  record(turn, {
    type: 'promiseStarted',
    promise: deadline.id,
    from,
    conditional,
    ...(agreed !== undefined && { agreed }),
    ...reckonedFields(due),
  });
};

/** Dates agreed since: a clock that only waited for one starts, one that runs goes by the new one. */
export const agreeDates = (turn: Turn, happenedAt?: InstantText): void => {
  for (const deadline of turn.index.agreements) {
    const snapshot = turn.recorder.snapshot();
    const agreed = agreedDate(deadline, snapshot.facts);
    if (agreed === undefined) continue;
    const known = recordOf(turn, deadline.id);
    // What has run out is broken, whoever looks first: no other date makes it good.
    if (isOpen(known) && known.agreed !== agreed && !isOverdue(turn, known, happenedAt))
      agreedAnew(turn, deadline, known, agreed);
    if (known || !hasHappened(deadline.starts, snapshot)) continue;
    if (!deadline.stops.some((trigger) => hasHappened(trigger, snapshot)))
      startClock(turn, deadline, turn.context.now);
  }
};

/** A promise whose condition was never decided did not apply. */
const stop = (turn: Turn, open: PromiseRecord, at: InstantText): void => {
  const { promise } = open;
  if (open.state === 'conditional') record(turn, { type: 'promiseDropped', promise });
  else if (isOverdue(turn, open, at)) record(turn, { type: 'promiseBroken', promise });
  else record(turn, { type: 'promiseKept', promise });
};

/** What was done outside in time was kept, though nobody here knew of it when the clock ran out. */
const mend = (turn: Turn, { promise, state, dueAt }: PromiseRecord, at: InstantText): void => {
  const inTime = !isAfter(at, dueAt);
  if (state === 'broken' && inTime) record(turn, { type: 'promiseKept', promise });
};

/** Stops and starts the clocks that this moment stops and starts; `at` is when it was, where it is entered later. */
const onMoment = (turn: Turn, from: InstantText, moment: Trigger, at?: InstantText): void => {
  for (const { deadline, starts, stops } of turn.index.clocks.get(momentKey(moment)) ?? []) {
    const known = stops ? recordOf(turn, deadline.id) : undefined;
    if (isOpen(known)) stop(turn, known, at ?? turn.context.now);
    else if (known && at !== undefined) mend(turn, known, at);
    if (starts) startClock(turn, deadline, from);
  }
};

export const promisesOnFiled = (turn: Turn, receivedAt: InstantText): void => {
  onMoment(turn, receivedAt, { filed: true });
};

/**
 * `from` is when what this outcome starts began, where that was earlier than now; `happenedAt` when it was chosen outside,
 * which counts for what it stops as well.
 */
export const promisesOnOutcome = (
  turn: Turn,
  step: string,
  outcome: string,
  from: InstantText = turn.context.now,
  happenedAt?: InstantText,
): void => onMoment(turn, happenedAt ?? from, { step, outcome }, happenedAt);

/**
 * When the work on this task really began. What was taken on paper and entered later was there to be worked on from its
 * receipt; only a task that has been open since the filing looks at that very file.
 */
export const beganAt = ({ lateEntry, receivedAt, filedAt }: CaseSnapshot, task: Task | undefined) =>
  lateEntry && task?.openedAt === filedAt ? receivedAt : undefined;

export const promisesOnIssued = (turn: Turn, product: string): void =>
  onMoment(turn, turn.context.now, { issued: product });

/** What the end does not stop cannot be kept any more: late is broken, the rest no longer applies. */
export const promisesOnEnded = (turn: Turn): void => {
  onMoment(turn, turn.context.now, { ended: true });
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

/** What was left when the clock stopped is left now, by the calendar as it is now. */
const resume = (turn: Turn, deadline: Deadline, pausedAt: InstantText, happenedAt?: InstantText): void => {
  const { calendar, now } = turn.context;
  const from = happenedAt && laterOf(pausedAt, happenedAt);
  const promise = deadline.id;
  const still = recordOf(turn, promise);
  if (!still) return;
  // What a limit holds back goes on by its own clock; the limit is looked at when all clocks have moved.
  if (still.limitedBy === undefined) moveDueDate(turn, still, []);
  const own = reckonAgain(calendar, deadline, still)?.at ?? still.dueAt;
  const pause = { pausedAt, dueAt: own, resumedAt: from ?? now };
  const due = dueAfterPause(calendar, deadline.calendar, pauseUnit(deadline), pause);
  record(turn, { type: 'promiseResumed', promise, ...(from && { from }), ...reckonedFields(due) });
};

/**
 * Clocks stand still while something holds them up, and go on with what was left. What holds them up may change. They go
 * on from `happenedAt` where what was waited for had come then, and is entered only now.
 */
export const pauseAndResume = (turn: Turn, happenedAt?: InstantText): void => {
  for (const open of turn.recorder.snapshot().promises.filter(isOpen)) {
    const { promise, pausedAt } = open;
    const deadline = deadlineOf(turn.index, open);
    if (!deadline) continue;
    const pause = pauseNow(turn.index, deadline, turn.recorder.snapshot());
    if (pause && !isPausedFor(open, pause)) record(turn, { type: 'promisePaused', promise, ...pause });
    if (!pause && pausedAt !== undefined) resume(turn, deadline, pausedAt, happenedAt);
  }
};
