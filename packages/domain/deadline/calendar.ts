// Working time as data: which hours of which days count, per tenant. Source of the defaults: Perpres 21/2023.
import * as z from 'zod/mini';

const Clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** Opening spans of one weekday, in order, not overlapping; empty on a closed day. A break is the gap between two spans. */
export const DaySpans = z
  .array(z.strictObject({ from: Clock, to: Clock }))
  .check(
    z.refine(
      (spans) => spans.every(({ from, to }, at) => from < to && (spans[at - 1]?.to ?? '') < from),
      'spans are in order and apart',
    ),
  );
export type DaySpans = z.infer<typeof DaySpans>;

/** Monday first. */
export const WeekHours = z
  .tuple([DaySpans, DaySpans, DaySpans, DaySpans, DaySpans, DaySpans, DaySpans])
  .check(z.refine((days) => days.some((spans) => spans.length > 0), 'open on at least one day of the week'));
export type WeekHours = z.infer<typeof WeekHours>;

export const Closure = z.strictObject({
  date: z.iso.date(),
  kind: z.enum(['nationalHoliday', 'jointLeave', 'local']),
  name: z.string().check(z.maxLength(200)),
});
export type Closure = z.infer<typeof Closure>;

export const TenantCalendar = z.strictObject({
  zone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']),
  office: WeekHours.check(z.describe('Clock of hour- and day-based deadlines.')),
  counter: WeekHours.check(z.describe('Opening hours of the counter.')),
  special: z
    .array(
      z.strictObject({
        from: z.iso.date(),
        to: z.iso.date(),
        name: z.string().check(z.maxLength(200)),
        office: WeekHours,
        counter: WeekHours,
      }),
    )
    .check(z.describe('Periods with other hours, e.g. Ramadan of a year.')),
  closures: z.array(Closure),
});
export type TenantCalendar = z.infer<typeof TenantCalendar>;
