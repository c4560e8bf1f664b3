// An upload that goes with its form or its case. Whoever looks into it at that moment may put it there afterwards, though not
// after half an hour: no function runs as long.
import type { InstantText } from '../kernel/ids.ts';
import { epochMs, isAfter, toInstantText } from '../kernel/instant.ts';

const halfAnHourMs = 1_800_000;

export const halfAnHourLater = (now: InstantText): InstantText => toInstantText(epochMs(now) + halfAnHourMs);

/** Nobody has judged it. */
export const isUnsettled = ({ state }: { readonly state: string }): boolean =>
  state === 'expected' || state === 'checking';

export const mayStillArrive = (
  upload: { readonly state: string; readonly closedAt?: InstantText },
  now: InstantText,
): boolean =>
  isUnsettled(upload) || (upload.closedAt !== undefined && isAfter(halfAnHourLater(upload.closedAt), now));
