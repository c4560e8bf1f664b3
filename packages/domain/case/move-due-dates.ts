// Due dates that move: by the calendar as it is now, by another date that was agreed, by an outer limit.
import type { TenantCalendar } from '../deadline/calendar.ts';
import { dateIn } from '../deadline/dates-in-words.ts';
import type { CalendarCause } from '../deadline/local-closures.ts';
import { dueAfterPause, dueAt, dueOn } from '../deadline/working-time.ts';
import type { InstantText } from '../kernel/ids.ts';
import { epochMs } from '../kernel/instant.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { Deadline } from '../standard/deadline.ts';
import type { Timer } from '../standard/ending.ts';
import { type LimitedReckoning, reasonOfLimit, withinLimit } from './outer-limits.ts';
import { deadlineOf, isOpen, reckonedFields, record, recordOf } from './promise-records.ts';
import { reckonAgain } from './reckon-again.ts';
import type { ArmedTimer, CaseSnapshot, PromiseRecord } from './snapshot.ts';
import { system, type Turn } from './turn.ts';

/** Why a promise moved where nobody said it better. */
const calendarChanged = 'kalender kerja berubah';

const isSame = ({ at, unknownYears, limitedBy }: LimitedReckoning, promise: PromiseRecord): boolean =>
  at === promise.dueAt &&
  limitedBy === promise.limitedBy &&
  unknownYears.join() === (promise.unknownYears ?? []).join();

/** What a day that began or ceased to count means to a promise that was reckoned across it. */
const reasonOf = (
  { zone }: TenantCalendar,
  causes: readonly CalendarCause[],
  { from, dueAt: before }: PromiseRecord,
  due: LimitedReckoning,
): string => {
  const last = epochMs(before) > epochMs(due.at) ? before : due.at;
  const across = causes.filter(({ date }) => dateIn(zone, from) <= date && date <= dateIn(zone, last));
  const reasons = [...new Set(across.map(({ reason }) => reason))];
  return reasons.length === 0 ? calendarChanged : reasons.join(', ');
};

/** By the calendar as it is now, and no later than its limit. */
const dueNow = (turn: Turn, deadline: Deadline, open: PromiseRecord): LimitedReckoning | undefined => {
  const own = reckonAgain(turn.context.calendar, deadline, open);
  return own && withinLimit(turn.recorder.snapshot().promises, deadline, open, own);
};

const move = (turn: Turn, { promise }: PromiseRecord, due: LimitedReckoning, reason: string): void => {
  const { limitedBy } = due;
  const limited = limitedBy !== undefined && { limitedBy };
  record(turn, { type: 'promiseMoved', promise, reason, ...limited, ...reckonedFields(due) });
};

/** Moves what a changed calendar moves, and nothing else; a due date that is no estimate any more counts as moved. */
export const moveDueDate = (turn: Turn, open: PromiseRecord, causes: readonly CalendarCause[]): void => {
  const deadline = deadlineOf(turn.index, open);
  const due = deadline && dueNow(turn, deadline, open);
  if (!due || isSame(due, open)) return;
  const byLimit = reasonOfLimit(turn.index, turn.recorder.snapshot(), open, due);
  const byCalendar = reasonOf(turn.context.calendar, causes, open, due);
  move(turn, open, due, causes.length === 0 ? (byLimit ?? byCalendar) : byCalendar);
};

/** What a limit holds back, or holds back no longer, moves with it. The calendar is looked at when it changes. */
export const holdLimits = (turn: Turn): void => {
  for (const { id } of turn.index.limited) {
    const open = recordOf(turn, id);
    const deadline = isOpen(open) && deadlineOf(turn.index, open);
    const due = deadline && open && dueNow(turn, deadline, open);
    if (!due || !open || isSame(due, open)) continue;
    const reason = reasonOfLimit(turn.index, turn.recorder.snapshot(), open, due);
    if (reason !== undefined) move(turn, open, due, reason);
  }
};

/** Another date was agreed: it counts from now on, whatever held the old one up. */
export const agreedAnew = (
  turn: Turn,
  deadline: Deadline,
  { promise }: PromiseRecord,
  agreed: string,
): void => {
  const { calendar, now } = turn.context;
  const due = dueOn(calendar, deadline.calendar, now, agreed);
  record(turn, { type: 'promiseMoved', promise, reason: 'kesepakatan baru', agreed, ...reckonedFields(due) });
};

/** When a timer fires that has stood still while the case was on hold. */
const firesAgain = (
  calendar: TenantCalendar,
  { calendar: which, after }: Timer,
  armed: ArmedTimer,
): InstantText =>
  (armed.held ?? []).reduce(
    (due, { from, to }) =>
      dueAfterPause(calendar, which, after.unit, { pausedAt: from, dueAt: due, resumedAt: to }).at,
    dueAt(calendar, which, armed.armedAt, after).at,
  );

/** Lets timers fire when they are due by the calendar and the suspensions there were. */
export const moveTimers = (turn: Turn): void => {
  for (const armed of turn.recorder.snapshot().timers) {
    const timer = turn.index.timers.get(armed.timer);
    const firesAt = timer
      ? firesAgain(turn.context.calendar, { ...timer, ...armed.term }, armed)
      : armed.firesAt;
    if (firesAt !== armed.firesAt)
      turn.recorder.record({ type: 'timerMoved', timer: armed.timer, firesAt }, system);
  }
};

/** Limits before what they limit. */
const limitsFirst = ({ limited }: ProcessIndex, { promises }: CaseSnapshot): readonly string[] => {
  const limits = limited.map(({ id }) => id);
  const others = promises.map(({ promise }) => promise).filter((id) => !limits.includes(id));
  return [...others, ...limits];
};

export const moveDueDates = (turn: Turn, causes: readonly CalendarCause[]): void => {
  for (const promise of limitsFirst(turn.index, turn.recorder.snapshot())) {
    const open = recordOf(turn, promise);
    if (isOpen(open)) moveDueDate(turn, open, causes);
  }
  moveTimers(turn);
};
