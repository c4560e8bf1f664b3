// Dates that somebody agreed with the applicant: from then on they are the promise.
import type { TenantCalendar } from '../deadline/calendar.ts';
import { dateIn } from '../deadline/dates-in-words.ts';
import { dateOf, dayNumberOf } from '../deadline/working-days.ts';
import { dueAt, dueOn, type Reckoning } from '../deadline/working-time.ts';
import type { InstantText } from '../kernel/ids.ts';
import { epochMs, isAfter } from '../kernel/instant.ts';
import { takenKey } from '../process/automatic.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { Deadline, Trigger } from '../standard/deadline.ts';
import type { AgreedFault, CaseRejection } from './command.ts';
import type { FactValues } from './facts.ts';
import type { CaseSnapshot } from './snapshot.ts';

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && dateOf(dayNumberOf(value)) === value;

/** Nobody agrees on a day farther off; and nobody reckons holidays for so long. */
const farthestDays = 731;

/** The date that was agreed, where the deadline is until one and it is known. */
export const agreedDate = ({ duration }: Deadline, facts: FactValues): string | undefined => {
  const value = duration.unit === 'agreed' ? facts[duration.fact] : undefined;
  return isDate(value) ? value : undefined;
};

/** Whether the moment has come already, as far as the case remembers. */
export const hasHappened = (trigger: Trigger, { taken, products, ended }: CaseSnapshot): boolean => {
  if ('filed' in trigger) return true;
  if ('ended' in trigger) return ended !== undefined;
  if ('issued' in trigger) return products.some(({ product }) => product === trigger.issued);
  return (taken[takenKey(trigger.step, trigger.outcome)] ?? 0) > 0;
};

/** When the deadline is due that starts at this moment; none while nothing is agreed that is still to come. */
export const firstDue = (
  calendar: TenantCalendar,
  deadline: Deadline,
  from: InstantText,
  agreed: string | undefined,
): Reckoning | undefined => {
  if (deadline.duration.unit !== 'agreed') return dueAt(calendar, deadline.calendar, from, deadline.duration);
  const due = agreed === undefined ? undefined : dueOn(calendar, deadline.calendar, from, agreed);
  return due && isAfter(due.at, from) ? due : undefined;
};

/** Agreed on is only what can still come, and no later than is allowed. */
export const agreedFault = (
  calendar: TenantCalendar,
  deadline: Deadline,
  facts: FactValues,
  { now, start }: { readonly now: InstantText; readonly start: InstantText },
): AgreedFault | undefined => {
  const { duration, calendar: which } = deadline;
  if (duration.unit !== 'agreed') return undefined;
  const today = dateIn(calendar.zone, now);
  const farthest = dayNumberOf(today) + farthestDays;
  const outer = duration.atMost && dueAt(calendar, which, start, duration.atMost).at;
  const tooLate = (day: number): boolean =>
    outer !== undefined && epochMs(dueOn(calendar, which, now, dateOf(day)).at) > epochMs(outer);
  const allowed = outer === undefined ? farthest : dayNumberOf(dateIn(calendar.zone, outer));
  let lastDay = Math.min(allowed, farthest);
  // A limit in hours may end before that day closes.
  while (lastDay > dayNumberOf(today) && tooLate(lastDay)) lastDay -= 1;
  const last = dateOf(lastDay);
  const date = agreedDate(deadline, facts);
  if (date === undefined) return { why: 'no-date', last };
  if (date < today) return { why: 'over', last };
  if (dayNumberOf(date) > farthest) return { why: 'too-late', last };
  const due = epochMs(dueOn(calendar, which, now, date).at);
  if (due <= epochMs(now)) return { why: 'over', last };
  return tooLate(dayNumberOf(date)) ? { why: 'too-late', last } : undefined;
};

/** Why these answers agree on no date that can be promised. What was agreed before may be said again. */
export const refuseAgreedDates = (
  { agreements }: ProcessIndex,
  known: Pick<CaseSnapshot, 'facts' | 'promises'>,
  given: FactValues,
  { calendar, now }: { readonly calendar: TenantCalendar; readonly now: InstantText },
): CaseRejection | undefined => {
  const impossible = agreements.flatMap((deadline) => {
    const { duration } = deadline;
    const fact = duration.unit === 'agreed' ? duration.fact : '';
    if (given[fact] === undefined || given[fact] === known.facts[fact]) return [];
    const running = known.promises.find(({ promise }) => promise === deadline.id);
    const agreed = agreedFault(calendar, deadline, given, { now, start: running?.from ?? now });
    return agreed ? [{ fact, agreed }] : [];
  });
  const [first] = impossible;
  if (!first) return undefined;
  return {
    code: 'facts-invalid',
    facts: [...new Set(impossible.map(({ fact }) => fact))],
    agreed: first.agreed,
  };
};
