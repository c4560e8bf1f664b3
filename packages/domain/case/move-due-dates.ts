// Due dates after the calendar has changed, reckoned from the beginning by the calendar as it is now.
import type { TenantCalendar } from '../deadline/calendar.ts';
import { dateIn } from '../deadline/dates-in-words.ts';
import type { CalendarCause } from '../deadline/local-closures.ts';
import { dueAfterPause, dueAt, dueOn, type Reckoning } from '../deadline/working-time.ts';
import type { InstantText } from '../kernel/ids.ts';
import { epochMs } from '../kernel/instant.ts';
import type { Deadline } from '../standard/deadline.ts';
import type { Duration } from '../standard/duration.ts';
import type { Timer } from '../standard/ending.ts';
import { firstDue } from './agreed-dates.ts';
import { deadlineOf, isOpen, reckonedFields, record } from './promise-records.ts';
import type { ArmedTimer, LedgerEntry, PromiseRecord } from './snapshot.ts';
import { system, type Turn } from './turn.ts';

/** Why a promise moved where nobody said it better. */
const calendarChanged = 'kalender kerja berubah';

/** What is agreed by the day is held up by the day. */
export const pauseUnit = ({ duration: { unit } }: Deadline): Duration['unit'] =>
  unit === 'agreed' ? 'working_day' : unit;

interface Clock {
  readonly due: Reckoning;
  readonly pausedAt?: InstantText;
}

/** The clock after one more turn of it. */
const afterTurn = (
  calendar: TenantCalendar,
  deadline: Deadline,
  clock: Clock,
  { at, turn, agreed, by }: LedgerEntry,
): Clock => {
  const { due, pausedAt } = clock;
  const which = deadline.calendar;
  switch (turn) {
    case 'paused':
      return { due, pausedAt: pausedAt ?? at };
    case 'resumed': {
      if (pausedAt === undefined) return clock;
      const pause = { pausedAt, dueAt: due.at, resumedAt: at };
      return { due: dueAfterPause(calendar, which, pauseUnit(deadline), pause) };
    }
    case 'extended':
      return by ? { ...clock, due: dueAt(calendar, which, due.at, by) } : clock;
    case 'moved':
      return agreed === undefined
        ? clock
        : { due: dueOn(calendar, which, at, agreed), ...(pausedAt && { pausedAt: at }) };
    default:
      return clock;
  }
};

/** The due date from the beginning, turn by turn of the clock, by the calendar as it is now. */
export const reckonAgain = (
  calendar: TenantCalendar,
  deadline: Deadline,
  { from, ledger }: PromiseRecord,
): Reckoning | undefined => {
  const turns = ledger.slice(ledger.findLastIndex(({ turn }) => turn === 'started'));
  const due = firstDue(calendar, deadline, from, turns[0]?.agreed);
  return (
    due && turns.reduce((clock: Clock, entry) => afterTurn(calendar, deadline, clock, entry), { due }).due
  );
};

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
  const reasons = [...new Set(across.map(({ reason }) => reason))];
  return reasons.length === 0 ? calendarChanged : reasons.join(', ');
};

/** Moves what a changed calendar moves, and nothing else; a due date that is no estimate any more counts as moved. */
export const moveDueDate = (turn: Turn, open: PromiseRecord, causes: readonly CalendarCause[]): void => {
  const { promise } = open;
  const { calendar } = turn.context;
  const deadline = deadlineOf(turn.index, open);
  if (!deadline) return;
  const due = reckonAgain(calendar, deadline, open);
  if (!due || isSame(due, open)) return;
  const reason = reasonOf(calendar, causes, open, due);
  record(turn, { type: 'promiseMoved', promise, reason, ...reckonedFields(due) });
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
    const firesAt = timer ? firesAgain(turn.context.calendar, timer, armed) : armed.firesAt;
    if (firesAt !== armed.firesAt)
      turn.recorder.record({ type: 'timerMoved', timer: armed.timer, firesAt }, system);
  }
};

export const moveDueDates = (turn: Turn, causes: readonly CalendarCause[]): void => {
  for (const open of turn.recorder.snapshot().promises.filter(isOpen)) moveDueDate(turn, open, causes);
  moveTimers(turn);
};
