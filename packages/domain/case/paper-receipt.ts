// When a claim was taken on paper, as a clerk enters it afterwards: date and time of the tenant's clock, with a reason.
import { dayMs } from '../deadline/working-days.ts';
import { offsetMs, type Zone } from '../deadline/zones.ts';
import type { InstantText } from '../kernel/ids.ts';
import { epochMs, toInstantText } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';

export interface PaperReceipt {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` */
  readonly time: string;
  readonly reason: 'powerCut' | 'network' | 'other';
  /** Needed for "other". Speaks of the office, never of the applicant. */
  readonly text?: string | undefined;
  /** The clerk looked twice at a day that lies far back. */
  readonly confirmed?: boolean | undefined;
}

export type ReceiptProblem =
  | 'time-missing'
  | 'in-future'
  /** More than 30 days back: to be confirmed. */
  | 'long-ago'
  /** More than a year back: a slip of the key. */
  | 'too-long-ago'
  | 'reason-missing';

const reasons = {
  powerCut: 'listrik padam',
  network: 'jaringan terputus',
  other: undefined,
} as const satisfies Record<PaperReceipt['reason'], string | undefined>;

const confirmedAfterDays = 30;
const atMostDays = 366;

/** "listrik padam"; the clerk's own words for another reason. */
const reasonInWords = ({ reason, text = '' }: PaperReceipt): string =>
  reasons[reason] ?? text.replace(/\s+/g, ' ').trim();

/** Date and time of the tenant's clock. */
export type ReceiptTime = Pick<PaperReceipt, 'date' | 'time' | 'confirmed'>;

const instantOf = ({ date, time }: ReceiptTime, zone: Zone): number | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return undefined;
  const local = Date.parse(`${date}T${time}:00.000Z`);
  // `Date.parse` takes 30 February for 2 March.
  const exists = !Number.isNaN(local) && new Date(local).toISOString().startsWith(`${date}T${time}`);
  return exists ? local - offsetMs(zone) : undefined;
};

/** When a letter or a box came, on channels that are told the moment of receipt as a matter of course. */
export const readReceiptTime = (
  receipt: ReceiptTime,
  { zone, now }: { readonly zone: Zone; readonly now: InstantText },
): Result<InstantText, ReceiptProblem> => {
  const at = instantOf(receipt, zone);
  if (at === undefined) return err('time-missing');
  const days = (epochMs(now) - at) / dayMs;
  if (days < 0) return err('in-future');
  if (days > atMostDays) return err('too-long-ago');
  if (days > confirmedAfterDays && receipt.confirmed !== true) return err('long-ago');
  return ok(toInstantText(at));
};

/** The moment and the reason that the case keeps. */
export const readPaperReceipt = (
  receipt: PaperReceipt,
  clock: { readonly zone: Zone; readonly now: InstantText },
): Result<{ readonly at: InstantText; readonly reason: string }, ReceiptProblem> => {
  const at = readReceiptTime(receipt, clock);
  if (!at.ok) return at;
  const reason = reasonInWords(receipt);
  return reason === '' ? err('reason-missing') : ok({ at: at.value, reason });
};

/** "diterima di kertas karena listrik padam" */
export const onPaperInWords = (reason: string): string => `diterima di kertas karena ${reason}`;
