// The promise ledger: when a clock starts, applies, pauses, goes on, and how it ends.
import type { TenantCalendar } from '../deadline/calendar.ts';
import { dateIn } from '../deadline/dates-in-words.ts';
import type { CalendarCause } from '../deadline/local-closures.ts';
import { dueAfterPause, dueAt, type Reckoning } from '../deadline/working-time.ts';
import type { InstantText } from '../kernel/ids.ts';
import { epochMs } from '../kernel/instant.ts';
import { evaluate } from '../process/conditions.ts';
import type { Deadline, Trigger } from '../standard/process.ts';
import type { CaseEventBody } from './event.ts';
import type { CaseSnapshot, LedgerEntry, PromiseRecord, Task } from './snapshot.ts';
import { system, type Turn } from './turn.ts';

const isOpen = (record: PromiseRecord | undefined): record is PromiseRecord =>
  record !== undefined && ['conditional', 'running', 'paused'].includes(record.state);

const recordOf = (turn: Turn, promise: string): PromiseRecord | undefined =>
  turn.recorder.snapshot().promises.find((record) => record.promise === promise);

const isOverdue = (turn: Turn, record: PromiseRecord): boolean =>
  record.state === 'running' && epochMs(turn.context.now) > epochMs(record.dueAt);

/** Why a promise moved where nobody said it better. */
const calendarChanged = 'kalender kerja berubah';

const record = (turn: Turn, body: CaseEventBody): void => turn.recorder.record(body, system);

const reckonedFields = ({ at, unknownYears }: Reckoning) => ({
  dueAt: at,
  ...(unknownYears.length > 0 && { unknownYears: [...unknownYears] }),
});

/** A promise starts once in a case; a norm starts again each time, once the last one is settled. */
const start = (turn: Turn, deadline: Deadline, from: InstantText): void => {
  const known = recordOf(turn, deadline.id);
  if (isOpen(known) || (known && deadline.kind === 'promise')) return;
  const applies = deadline.when === undefined || evaluate(deadline.when, turn.recorder.snapshot().facts);
  if (applies === false) return;
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
  const { channel } = turn.recorder.snapshot();
  onMoment(
    turn,
    receivedAt,
    (trigger) => 'filed' in trigger && (trigger.channel === undefined || trigger.channel === channel),
  );
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

/** Pauses that are over, since the clock was last started. */
const pausesIn = (ledger: readonly LedgerEntry[]): readonly { at: InstantText; until: InstantText }[] => {
  const pauses: { at: InstantText; until: InstantText }[] = [];
  let at: InstantText | undefined;
  for (const entry of ledger.slice(ledger.findLastIndex(({ turn }) => turn === 'started'))) {
    if (entry.turn === 'paused') at = entry.at;
    if (entry.turn !== 'resumed' || at === undefined) continue;
    pauses.push({ at, until: entry.at });
    at = undefined;
  }
  return pauses;
};

/** The due date from the beginning, by the calendar as it is now. */
const reckonAgain = (
  calendar: TenantCalendar,
  { calendar: which, duration }: Deadline,
  { from, ledger }: PromiseRecord,
): Reckoning =>
  pausesIn(ledger).reduce(
    (due, { at, until }) =>
      dueAfterPause(calendar, which, duration.unit, { pausedAt: at, dueAt: due.at, resumedAt: until }),
    dueAt(calendar, which, from, duration),
  );

const isSame = ({ at, unknownYears }: Reckoning, promise: PromiseRecord): boolean =>
  at === promise.dueAt && unknownYears.join() === (promise.unknownYears ?? []).join();

/** What a day that began or ceased to count means to a promise that was reckoned across it. */
const reasonOf = (
  { zone }: TenantCalendar,
  causes: readonly CalendarCause[],
  { from, dueAt: before }: PromiseRecord,
  due: Reckoning,
): string => {
  const last = epochMs(before) > epochMs(due.at) ? before : due.at;
  const across = causes.filter(({ date }) => dateIn(zone, from) <= date && date <= dateIn(zone, last));
  return across.length === 0 ? calendarChanged : across.map(({ reason }) => reason).join(', ');
};

/** Moves what a changed calendar moves, and nothing else; a due date that is no estimate any more counts as moved. */
const moveDueDate = (turn: Turn, open: PromiseRecord, causes: readonly CalendarCause[]): void => {
  const { promise } = open;
  const { calendar } = turn.context;
  const deadline = turn.index.deadlines.get(promise);
  if (!deadline) return;
  const due = reckonAgain(calendar, deadline, open);
  if (isSame(due, open)) return;
  const reason = reasonOf(calendar, causes, open, due);
  record(turn, { type: 'promiseMoved', promise, reason, ...reckonedFields(due) });
};

export const moveDueDates = (turn: Turn, causes: readonly CalendarCause[]): void => {
  for (const open of turn.recorder.snapshot().promises.filter(isOpen)) moveDueDate(turn, open, causes);
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
  if (!open) return;
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
