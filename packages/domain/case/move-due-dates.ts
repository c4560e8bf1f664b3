// Due dates after the calendar has changed, reckoned from the beginning by the calendar as it is now.
import type { TenantCalendar } from '../deadline/calendar.ts';
import { dateIn } from '../deadline/dates-in-words.ts';
import type { CalendarCause } from '../deadline/local-closures.ts';
import { dueAfterPause, dueAt, type Reckoning } from '../deadline/working-time.ts';
import type { InstantText } from '../kernel/ids.ts';
import { epochMs } from '../kernel/instant.ts';
import type { Deadline } from '../standard/deadline.ts';
import { isOpen, reckonedFields, record } from './promise-records.ts';
import type { LedgerEntry, PromiseRecord } from './snapshot.ts';
import type { Turn } from './turn.ts';

/** Why a promise moved where nobody said it better. */
const calendarChanged = 'kalender kerja berubah';

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
): Reckoning | undefined => {
  if (duration.unit === 'agreed') return undefined;
  return pausesIn(ledger).reduce(
    (due, { at, until }) =>
      dueAfterPause(calendar, which, duration.unit, { pausedAt: at, dueAt: due.at, resumedAt: until }),
    dueAt(calendar, which, from, duration),
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
  return across.length === 0 ? calendarChanged : across.map(({ reason }) => reason).join(', ');
};

/** Moves what a changed calendar moves, and nothing else; a due date that is no estimate any more counts as moved. */
export const moveDueDate = (turn: Turn, open: PromiseRecord, causes: readonly CalendarCause[]): void => {
  const { promise } = open;
  const { calendar } = turn.context;
  const deadline = turn.index.deadlines.get(promise);
  if (!deadline) return;
  const due = reckonAgain(calendar, deadline, open);
  if (!due || isSame(due, open)) return;
  const reason = reasonOf(calendar, causes, open, due);
  record(turn, { type: 'promiseMoved', promise, reason, ...reckonedFields(due) });
};

export const moveDueDates = (turn: Turn, causes: readonly CalendarCause[]): void => {
  for (const open of turn.recorder.snapshot().promises.filter(isOpen)) moveDueDate(turn, open, causes);
};
