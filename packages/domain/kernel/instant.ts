// Instants between text and number. All instants are written alike (UTC, milliseconds), so that their text sorts as they do.
import type { InstantText } from './ids.ts';

const isInstantText = (text: string): text is InstantText => text.endsWith('Z');

const dayMs = 86_400_000;
const dates = new Map<number, string>();

/** The ISO date of a day counted from 1970. Having it worked out costs most of an instant, and days come again and again. */
export const dateText = (day: number): string => {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const [date = ''] = new Date(day * dayMs).toISOString().split('T');
  if (dates.size < 10_000) dates.set(day, date);
  return date;
};

const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** Writes an instant given in milliseconds since 1970. */
export const toInstantText = (milliseconds: number): InstantText => {
  const whole = Math.trunc(milliseconds);
  const day = Math.floor(whole / dayMs);
  const seconds = Math.floor((whole - day * dayMs) / 1_000);
  const minutes = Math.floor(seconds / 60);
  const clock = `${twoDigits[Math.floor(minutes / 60)]}:${twoDigits[minutes % 60]}:${twoDigits[seconds % 60]}`;
  const rest = String(whole - day * dayMs - seconds * 1_000).padStart(3, '0');
  const text = `${dateText(day)}T${clock}.${rest}Z`;
  if (!isInstantText(text)) throw new Error(`not in UTC: ${text}`);
  return text;
};

/** Milliseconds since 1970. `Date.parse` is exact for this one format (decision 0036). */
export const epochMs = (instant: InstantText): number => Date.parse(instant);

const written = '1970-01-01T00:00:00.000Z'.length;

/** Whether `a` is after `b`. What we have written sorts as text; what came from elsewhere may be more or less exact. */
export const isAfter = (a: InstantText, b: InstantText): boolean =>
  a.length === written && b.length === written ? a > b : epochMs(a) > epochMs(b);

/** The later of two instants. */
export const laterOf = (a: InstantText, b: InstantText): InstantText => (isAfter(b, a) ? b : a);
