// What happened in an agency on one day, counted from events: no names, no case, only how many.
import * as z from 'zod/mini';
import type { Zone } from '../deadline/zones.ts';
import { offsetMs } from '../deadline/zones.ts';
import { InstantText } from '../kernel/ids.ts';
import { epochMs, laterOf } from '../kernel/instant.ts';
import type { CaseEvent } from './event.ts';

const count = z.int().check(z.nonnegative());

export const DayFigures = z.strictObject({
  date: z.iso.date().check(z.describe('Day in the zone of the tenant.')),
  filed: count,
  returned: count.check(z.describe('Steps that sent the file back to the applicant.')),
  stepsDone: count.check(z.describe('Steps completed by staff.')),
  ended: count,
  promisesKept: count,
  promisesBroken: count,
  lastStepAt: z.optional(InstantText).check(z.describe('When staff last completed a step.')),
});
export type DayFigures = z.infer<typeof DayFigures>;

export const emptyDay = (date: string): DayFigures => ({
  date,
  filed: 0,
  returned: 0,
  stepsDone: 0,
  ended: 0,
  promisesKept: 0,
  promisesBroken: 0,
});

/** The day of an instant where the tenant is. */
export const dayIn = (zone: Zone, at: InstantText): string =>
  new Date(epochMs(at) + offsetMs(zone)).toISOString().slice(0, 10);

function withStep(day: DayFigures, event: CaseEvent, returned: boolean): DayFigures {
  if (event.by.party !== 'staff') return day;
  return {
    ...day,
    stepsDone: day.stepsDone + 1,
    returned: day.returned + (returned ? 1 : 0),
    lastStepAt: day.lastStepAt === undefined ? event.at : laterOf(day.lastStepAt, event.at),
  };
}

/** The figures of a day with one more event. The order of events does not matter. */
export function addEvent(day: DayFigures, event: CaseEvent): DayFigures {
  switch (event.body.type) {
    case 'caseFiled':
      return { ...day, filed: day.filed + 1 };
    case 'stepCompleted':
      return withStep(day, event, event.body.missing !== undefined);
    case 'caseEnded':
      return { ...day, ended: day.ended + 1 };
    case 'promiseKept':
      return { ...day, promisesKept: day.promisesKept + 1 };
    case 'promiseBroken':
      return { ...day, promisesBroken: day.promisesBroken + 1 };
    default:
      return day;
  }
}
