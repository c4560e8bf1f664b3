// The clock of UU 27/2022: three times 24 hours, counted by the hour from the moment that began it, through nights, weekends
// and holidays. One function gives the last moment; requests of data subjects and breaches both ask it.
import type { InstantText } from '../kernel/ids.ts';
import { epochMs, isAfter, toInstantText } from '../kernel/instant.ts';

const hourMs = 3_600_000;
const threeDaysMs = 3 * 24 * hourMs;
/** So long before the end it is told that the time is running out. */
const soonMs = 24 * hourMs;

/** The last moment of three times 24 hours. */
export const endOfThreeDays = (from: InstantText): InstantText => toInstantText(epochMs(from) + threeDaysMs);

/** When somebody is told that the time is running out. */
export const warningAt = (from: InstantText): InstantText =>
  toInstantText(epochMs(from) + threeDaysMs - soonMs);

/** running, soon: it may still be done in time. lapsed: it was not, and still is to be done. kept, late: it was done. */
export type ClockState = 'running' | 'soon' | 'lapsed' | 'kept' | 'late';

export interface Clock {
  readonly state: ClockState;
  readonly until: InstantText;
  /** Whole minutes that are left, or that have passed since the end where negative. */
  readonly minutesLeft: number;
}

/** Where the clock stands at a moment; what was done at the last moment was done in time. */
export const clockOf = (from: InstantText, doneAt: InstantText | undefined, now: InstantText): Clock => {
  const until = endOfThreeDays(from);
  const minutesLeft = Math.trunc((epochMs(until) - epochMs(doneAt ?? now)) / 60_000);
  const state = ((): ClockState => {
    if (doneAt !== undefined) return isAfter(doneAt, until) ? 'late' : 'kept';
    if (isAfter(now, until)) return 'lapsed';
    return isAfter(warningAt(from), now) ? 'running' : 'soon';
  })();
  return { state, until, minutesLeft };
};

const span = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const [days, rest] = [Math.floor(hours / 24), hours % 24];
  const parts = [days > 0 ? `${days} hari` : '', rest > 0 ? `${rest} jam` : ''].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(' ') : `${minutes} menit`;
};

/** "sisa 2 hari 3 jam", "lewat 5 jam" */
export const leftInWords = ({ state, minutesLeft }: Clock): string => {
  switch (state) {
    case 'running':
    case 'soon':
      return `sisa ${span(minutesLeft)}`;
    case 'lapsed':
      return `lewat ${span(-minutesLeft)}`;
    case 'kept':
      return 'tepat waktu';
    case 'late':
      return `terlambat ${span(-minutesLeft)}`;
  }
};
