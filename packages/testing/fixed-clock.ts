// A clock that stands still until a test moves it.
import type { Clock } from '@layan/domain/kernel/clock';
import { epochMs, toInstantText } from '@layan/domain/kernel/instant';

export interface FixedClock extends Clock {
  set(instant: string): void;
  advance(milliseconds: number): void;
}

/** A Wednesday morning in Jakarta, 09.00 WIB, office hours, no holiday near. */
export const A_WORKING_MORNING = '2026-02-04T02:00:00.000Z';

export function fixedClock(start: string = A_WORKING_MORNING): FixedClock {
  let instant = toInstantText(Date.parse(start));
  return {
    now: () => instant,
    set: (next) => {
      instant = toInstantText(Date.parse(next));
    },
    advance: (milliseconds) => {
      instant = toInstantText(epochMs(instant) + milliseconds);
    },
  };
}
