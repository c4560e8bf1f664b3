// Instants between text and number. All instants are written alike (UTC, milliseconds), so that their text sorts as they do.
import type { InstantText } from './ids.ts';

const isInstantText = (text: string): text is InstantText => text.endsWith('Z');

/** Writes an instant given in milliseconds since 1970. */
export const toInstantText = (milliseconds: number): InstantText => {
  const text = new Date(milliseconds).toISOString();
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
