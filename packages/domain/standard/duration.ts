// How long something may take, and whose opening hours count.
import * as z from 'zod/mini';

export const Duration = z.strictObject({
  amount: z.int().check(z.positive(), z.describe('How many of the unit.')),
  unit: z
    .enum(['minute', 'working_minute', 'hour', 'working_hour', 'working_day', 'calendar_day'])
    .check(z.describe('working_*: only while the calendar is open.')),
});
export type Duration = z.infer<typeof Duration>;

export const CalendarName = z
  .enum(['office', 'counter'])
  .check(z.describe('Which opening hours of the tenant count.'));
