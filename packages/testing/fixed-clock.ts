// A clock that stands still until a test moves it.
import type { Clock } from '@layan/domain/kernel/clock';
import { InstantText } from '@layan/domain/kernel/ids';
import { Temporal } from 'temporal-polyfill';

export interface FixedClock extends Clock {
  text(): InstantText;
  set(instant: string): void;
  advance(milliseconds: number): void;
}

/** A Wednesday morning in Jakarta, 09.00 WIB, office hours, no holiday near. */
export const A_WORKING_MORNING = '2026-02-04T02:00:00.000Z';

export function fixedClock(start: string = A_WORKING_MORNING): FixedClock {
  let instant = Temporal.Instant.from(start);
  return {
    now: () => instant,
    text: () => InstantText.parse(instant.toString({ smallestUnit: 'millisecond' })),
    set: (next) => {
      instant = Temporal.Instant.from(next);
    },
    advance: (milliseconds) => {
      instant = instant.add({ milliseconds });
    },
  };
}
