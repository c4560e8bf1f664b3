// What another version of its standard would make of the open promises of a case.
import type { TenantCalendar } from '../deadline/calendar.ts';
import type { Reckoning } from '../deadline/working-time.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { InstantText } from '../kernel/ids.ts';
import { epochMs } from '../kernel/instant.ts';
import { indexOf } from '../process/process-index.ts';
import type { Deadline } from '../standard/deadline.ts';
import type { Standard } from '../standard/standard.ts';
import type { PromiseTerm } from './event.ts';
import { withinLimit } from './outer-limits.ts';
import { isOpen } from './promise-records.ts';
import { reckonAgain } from './reckon-again.ts';
import type { CaseSnapshot, PromiseRecord } from './snapshot.ts';

export interface TermChange {
  readonly promise: string;
  readonly label: string;
  readonly kind: Deadline['kind'];
  /**
   * gone: the version knows no such promise; past: it would be broken the moment it is made; unknown: it waits for
   * something that was never said, such as an agreed date.
   */
  readonly becomes: 'same' | 'earlier' | 'later' | 'gone' | 'past' | 'unknown';
  /** The term it was given. */
  readonly term: PromiseTerm;
  readonly before: InstantText;
  /** By the version; absent for what is gone or unknown. */
  readonly due?: Reckoning;
}

/** A limit that is new shortens only, so nobody is held to having had none. */
const termOf = (
  { duration, calendar, within }: Pick<Deadline, 'duration' | 'calendar' | 'within'>,
  next?: Deadline,
): PromiseTerm => ({
  duration,
  calendar,
  ...(within !== undefined && next?.within !== within && { within }),
});

const compared = (before: InstantText, { at }: Reckoning, now: InstantText): TermChange['becomes'] => {
  if (at === before) return 'same';
  if (epochMs(at) > epochMs(before)) return 'later';
  return epochMs(at) <= epochMs(now) ? 'past' : 'earlier';
};

const changeOf = (
  old: Deadline,
  next: Deadline | undefined,
  record: PromiseRecord,
  promises: CaseSnapshot['promises'],
  { calendar, now }: { readonly calendar: TenantCalendar; readonly now: InstantText },
): TermChange | undefined => {
  const term = record.term ?? termOf(old, next);
  const { id: promise, label, kind } = old;
  const change = { promise, label, kind, term, before: record.dueAt };
  if (!next) return { ...change, becomes: 'gone' };
  if (!record.term && canonicalJson(term) === canonicalJson(termOf(next, next))) return undefined;
  const own = reckonAgain(calendar, next, record);
  const due = own && withinLimit(promises, next, record, own);
  return due
    ? { ...change, becomes: compared(record.dueAt, due, now), due }
    : { ...change, becomes: 'unknown' };
};

/** Open promises whose term is another in the version, in the order of the case. */
export const termChanges = (
  before: Standard,
  after: Standard,
  { promises }: CaseSnapshot,
  when: { readonly calendar: TenantCalendar; readonly now: InstantText },
): readonly TermChange[] => {
  const from = indexOf(before.process).deadlines;
  const to = indexOf(after.process).deadlines;
  return promises.filter(isOpen).flatMap((record) => {
    const old = from.get(record.promise);
    const change = old && changeOf(old, to.get(record.promise), record, promises, when);
    return change ? [change] : [];
  });
};
