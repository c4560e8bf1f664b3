// The same day some months later, on the calendar of the tenant.
import type { InstantText } from '../kernel/ids.ts';
import { toInstantText } from '../kernel/instant.ts';
import { dateIn } from './dates-in-words.ts';
import { dayMs } from './working-days.ts';
import { offsetMs, type Zone } from './zones.ts';

/** The last day of a month that has no such day: 31 January and one month is the end of February. */
const monthsAfter = (date: string, months: number): number => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return Date.UTC(year, month - 1 + months, Math.min(day, last));
};

const minuteMs = 60_000;

/** Last minute of the same local day `months` later. */
export const endAfterMonths = (zone: Zone, at: InstantText, months: number): InstantText =>
  toInstantText(monthsAfter(dateIn(zone, at), months) - offsetMs(zone) + dayMs - minuteMs);
