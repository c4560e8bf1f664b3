// Whether citizens were promised more before.
import { type Duration, Term } from '../duration.ts';

/** Minutes that usually pass: a counter that is open some forty of the 168 hours of a week. */
const usualMinutes = {
  minute: 1,
  working_minute: 4.2,
  hour: 60,
  working_hour: 252,
  calendar_day: 1_440,
  working_day: 2_016,
} as const satisfies Record<Duration['unit'], number>;

const usual = (term: Term): number => {
  if (term.unit !== 'agreed') return term.amount * usualMinutes[term.unit];
  return term.atMost ? usual(term.atMost) : Number.POSITIVE_INFINITY;
};

export const isLonger = (before: unknown, after: unknown): boolean => {
  const was = Term.safeParse(before);
  const is = Term.safeParse(after);
  return was.success && is.success && usual(is.data) > usual(was.data);
};

const strength: Readonly<Record<string, number>> = { promise: 2, target: 1, norm: 0 };

export const isLessBinding = (before: unknown, after: unknown): boolean =>
  (strength[String(after)] ?? 0) < (strength[String(before)] ?? 0);

const length = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

/** More reasons for the clock to stand still. */
export const standsStillMore = (before: unknown, after: unknown): boolean => length(after) > length(before);

/** Absent means all channels. */
export const isForFewer = (before: unknown, after: unknown): boolean =>
  after !== undefined && (before === undefined || length(after) < length(before));

export const isNew = (before: unknown, after: unknown): boolean =>
  before === undefined && after !== undefined;

export const isGone = (before: unknown, after: unknown): boolean =>
  before !== undefined && after === undefined;

export const isMore = (before: unknown, after: unknown): boolean =>
  typeof before === 'number' && typeof after === 'number' && after > before;
