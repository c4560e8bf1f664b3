// How long something may take, and whose opening hours count.
import * as z from 'zod/mini';
import { ElementId } from './basis.ts';

export const Duration = z.strictObject({
  amount: z.int().check(z.positive(), z.lte(100_000), z.describe('How many of the unit.')),
  unit: z
    .enum(['minute', 'working_minute', 'hour', 'working_hour', 'working_day', 'calendar_day'])
    .check(z.describe('working_*: only while the calendar is open.')),
});
export type Duration = z.infer<typeof Duration>;

/** A date that somebody agrees with the applicant; from then on it is the promise. */
export const AgreedDate = z.strictObject({
  unit: z.literal('agreed').check(z.describe('Until a date that is agreed, to the close of that day.')),
  fact: ElementId.check(
    z.describe('Date fact that records what was agreed; nothing runs before it is told.'),
  ),
  atMost: z
    .optional(Duration)
    .check(z.describe('No later than so long after the start; a later date is refused.')),
});
export type AgreedDate = z.infer<typeof AgreedDate>;

/** How long something may take: a duration, or until a date that is agreed. */
export const Term = z.union([Duration, AgreedDate]);
export type Term = z.infer<typeof Term>;

export const CalendarName = z
  .enum(['office', 'counter'])
  .check(z.describe('Which opening hours of the tenant count.'));
