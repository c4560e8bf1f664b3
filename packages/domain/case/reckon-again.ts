// A clock reckoned from the beginning, turn by turn of its ledger, by the calendar as it is now.
import type { TenantCalendar } from '../deadline/calendar.ts';
import { dueAfterPause, dueAt, dueOn, type Reckoning } from '../deadline/working-time.ts';
import type { InstantText } from '../kernel/ids.ts';
import type { Deadline } from '../standard/deadline.ts';
import type { Duration } from '../standard/duration.ts';
import { firstDue } from './agreed-dates.ts';
import type { LedgerEntry, PromiseRecord } from './snapshot.ts';

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

/** Its own due date, without looking at an outer limit. */
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
