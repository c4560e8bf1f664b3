// Whether citizens were promised more before.
import { type Duration, Term } from '../duration.ts';
import type { Standard } from '../standard.ts';
import type { Change, Item } from './compare.ts';

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

export const isShorter = (before: unknown, after: unknown): boolean => isLonger(after, before);

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Something is in the list that was not: one more reason to stand still, paper to bring, or reader. */
export const gains = (before: unknown, after: unknown): boolean =>
  listed(after).some((one) => !listed(before).includes(one));

/** Absent means all channels. */
export const isForFewer = (before: unknown, after: unknown): boolean =>
  after !== undefined && (before === undefined || gains(after, before));

export const isNew = (before: unknown, after: unknown): boolean =>
  before === undefined && after !== undefined;

export const isGone = (before: unknown, after: unknown): boolean =>
  before !== undefined && after === undefined;

export const isMore = (before: unknown, after: unknown): boolean =>
  typeof before === 'number' && typeof after === 'number' && after > before;

/** Fewer than before, or no longer without a bound. */
export const isFewer = (before: unknown, after: unknown): boolean =>
  typeof after === 'number' && (typeof before === 'number' ? after < before : before === undefined);

/** A file that is returned so often and no more is decided as it is. */
export const isReturnedLess = (before: unknown, after: unknown, { item }: Change): boolean =>
  item.tone === 'return' && isFewer(before, after);

export const becomesTrue = (before: unknown, after: unknown): boolean => before !== true && after === true;

/** No clock starts before the case is received. */
export const startsLater = (before: unknown, after: unknown): boolean => {
  const isFiling = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && 'filed' in value;
  return isFiling(before) && !isFiling(after);
};

const mayBeNameless = (identity: unknown): boolean => identity === 'optional' || identity === 'anonymous';

export const losesAnonymity = (before: unknown, after: unknown): boolean =>
  mayBeNameless(before) && !mayBeNameless(after);

const adverse: readonly string[] = ['refused', 'lapsed', 'withdrawn'];

/** A timer that runs against the applicant: it waits for them, or ends the case without what was asked. */
export const runsAgainstApplicant = (timer: Item, { process }: Standard): boolean => {
  const waits = process.steps.some(
    ({ kind, after }) => kind === 'supply' && after.some((place) => place === timer.while),
  );
  const ends = process.endings.some(
    ({ kind, after }) => adverse.includes(kind) && after.some((place) => listed(timer.to).includes(place)),
  );
  return waits || ends;
};

export const lapsesSooner = (before: unknown, after: unknown, { item, after: standard }: Change): boolean =>
  isShorter(before, after) && runsAgainstApplicant(item, standard);

const free =
  /(tidak|tanpa) (ada |di)?(pungut|kenakan|bayar|biaya)|gratis|bebas biaya|cuma-cuma|nihil|nol rupiah/i;

/** The largest sum of rupiah that a sentence names. */
const rupiahIn = (text: string): number =>
  Math.max(
    0,
    ...[...text.matchAll(/Rp\.?\s*(\d[\d.]*)/gi)].map(([, sum = '']) => Number(sum.replaceAll('.', '')) || 0),
  );

const isFee = (place: string): boolean => place.startsWith('components.fee.sentences.');

/** A sentence about the fee that says free no longer, or names a larger sum. */
export const costsMore = (before: unknown, after: unknown, { place }: Pick<Change, 'place'>): boolean => {
  if (!isFee(place) || typeof before !== 'string' || typeof after !== 'string') return false;
  return (free.test(before) && !free.test(after)) || rupiahIn(after) > rupiahIn(before);
};

export const asksMoney = ({ text }: Item, _standard: Standard, place: string): boolean =>
  isFee(place) && typeof text === 'string' && rupiahIn(text) > 0;

export const saidFree = ({ text }: Item, _standard: Standard, place: string): boolean =>
  isFee(place) && typeof text === 'string' && free.test(text);
