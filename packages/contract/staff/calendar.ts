// The working calendar of a tenant: which days and hours count for its promises, and the days it closes by its own decision.
import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { NoBody, NoParams, NoQuery } from './common.ts';

const Spans = z.array(z.object({ from: z.string(), to: z.string() }));
const Week = z.array(Spans).check(z.describe('Seven days, Monday first; nothing on a closed day.'));
const ClosureKind = z.enum(['nationalHoliday', 'jointLeave', 'local']);

export const CalendarView = z.object({
  today: z.string(),
  zone: z.string(),
  office: Week,
  counter: Week,
  special: z
    .array(z.object({ from: z.string(), to: z.string(), name: z.string(), office: Week, counter: Week }))
    .check(z.describe('Periods with other hours, not over yet.')),
  closures: z.array(
    z.object({
      date: z.string(),
      kind: ClosureKind,
      name: z.string(),
      entered: z.optional(z.literal(true)).check(z.describe('Entered here; it can be taken back.')),
    }),
  ),
  days: z
    .array(
      z.object({
        date: z.string(),
        office: Spans,
        counter: Spans,
        closure: z.optional(z.object({ kind: ClosureKind, name: z.string() })),
      }),
    )
    .check(z.describe('The coming weeks, Monday first.')),
  moving: z.boolean().check(z.describe('Open promises are being reckoned again.')),
});
export type CalendarView = z.infer<typeof CalendarView>;

/** Says that the closing or opening of the day that has begun is meant. */
const today = z.optional(z.boolean());

export const getCalendar = operation({
  method: 'GET',
  path: '/staff/calendar',
  summary: 'Hours, closures and the days of the coming weeks.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: CalendarView,
});

export const addClosure = operation({
  method: 'POST',
  name: 'add-closure',
  repeats: 'resumed',
  path: '/staff/calendar/closures',
  summary: 'Close a day, by local decision or a later decree; open promises move by it within minutes.',
  params: NoParams,
  query: NoQuery,
  body: z.strictObject({
    date: z.iso.date(),
    name: z.string().check(z.trim(), z.minLength(3), z.maxLength(80)),
    kind: z.optional(ClosureKind).check(z.describe('local when absent.')),
    today,
  }),
  response: CalendarView,
});

const SentWeek = z
  .array(
    z
      .array(z.strictObject({ from: z.string().check(z.maxLength(5)), to: z.string().check(z.maxLength(5)) }))
      .check(z.maxLength(4)),
  )
  .check(z.length(7), z.describe('Seven days, Monday first.'));

export const addSpecialHours = operation({
  method: 'POST',
  name: 'add-special-hours',
  repeats: 'resumed',
  path: '/staff/calendar/special',
  summary: 'Enter a period with hours of its own, such as Ramadan; open promises are reckoned by it again.',
  params: NoParams,
  query: NoQuery,
  body: z.strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    name: z.string().check(z.trim(), z.minLength(3), z.maxLength(80)),
    office: SentWeek,
    counter: SentWeek,
  }),
  response: CalendarView,
});

export const removeSpecialHours = operation({
  method: 'POST',
  name: 'remove-special-hours',
  repeats: 'resumed',
  takesAway: true,
  path: '/staff/calendar/special/:from/remove',
  summary: 'Take back such a period before it begins.',
  params: z.object({ from: z.string() }),
  query: NoQuery,
  body: NoBody,
  response: CalendarView,
});

export const removeClosure = operation({
  method: 'POST',
  name: 'remove-closure',
  repeats: 'resumed',
  takesAway: true,
  path: '/staff/calendar/closures/:date/remove',
  summary: 'Take back such a day; open promises move back by it.',
  params: z.object({ date: z.string() }),
  query: NoQuery,
  body: z.strictObject({ today }),
  response: CalendarView,
});
