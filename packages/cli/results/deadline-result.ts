// What `layan deadline --json` answers: each deadline with its rule, its due time and the trace of the reckoning.
import * as z from 'zod/mini';
import { At, Instant, Named } from './told.ts';

const Span = z.strictObject({ from: Instant, to: Instant, minutes: z.number() });

const Trace = z
  .strictObject({
    from: z.extend(At, {}).check(z.describe('When the clock starts.')),
    arrived: z.extend(At, {}).check(z.describe('The same, or the next opening where it was closed then.')),
    due: z.extend(At, {}),
    days: z
      .array(
        z.strictObject({
          date: z.iso.date(),
          count: z
            .optional(z.int())
            .check(z.describe('0: day of arrival; 1, 2, 3 …: counted. Absent on days that do not count.')),
          closed: z
            .optional(
              z.strictObject({
                why: z.enum(['nationalHoliday', 'jointLeave', 'local', 'noHours']),
                name: z.optional(z.string()),
              }),
            )
            .check(z.describe('Why nothing counts on this day.')),
          period: z.optional(z.string()).check(z.describe('Special period whose hours apply.')),
          used: z.optional(z.array(Span)).check(z.describe('Opening hours used up on this day.')),
        }),
      )
      .check(z.describe('Every day from start to end; empty where the clock runs day and night.')),
    usedMinutes: z.optional(z.number()).check(z.describe('Sum of the opening hours used up.')),
    unknownYears: z
      .array(z.int())
      .check(z.describe('Years whose holidays are not decreed yet: the due date is an estimate.')),
  })
  .check(z.describe('How the due time was reckoned.'));
export type Trace = z.infer<typeof Trace>;

const Rule = z
  .strictObject({
    duration: z.string().check(z.describe('"3 hari kerja"')),
    calendar: z.enum(['office', 'counter']),
    channels: z.optional(z.array(z.string())),
    starts: z.string(),
    stops: z.array(z.string()),
    when: z.optional(z.string()),
    pausedWhile: z.optional(z.array(z.string())),
    pausedFor: z.optional(z.array(z.string())),
    within: z.optional(z.string()).check(z.describe('Outer limit.')),
    bound: z.optional(z.string()).check(z.describe('Promise behind a target.')),
    extension: z.optional(z.string()),
    text: z
      .string()
      .check(z.describe('The published sentences it comes from; its label when there are none.')),
    cites: z.array(z.string()),
  })
  .check(z.describe('What the standard says.'));
export type Rule = z.infer<typeof Rule>;

export const ForecastResult = z.strictObject({
  id: z.string(),
  kind: z.enum(['promise', 'target', 'norm']),
  label: z.string(),
  rule: Rule,
  state: z
    .enum(['running', 'conditional', 'awaited', 'later', 'notApplicable', 'otherChannel', 'refused'])
    .check(
      z.describe(
        'running: counts from receipt; conditional: counts, and applies if `waitsFor` turns out so; awaited: an agreed date is not told yet; later: starts with `rule.starts`; notApplicable: its condition does not hold; otherChannel: not for cases of this channel; refused: the agreed date is not possible.',
      ),
    ),
  waitsFor: z
    .optional(z.array(z.string()))
    .check(z.describe('Facts that decide whether it applies, or when it is due.')),
  why: z.optional(z.string()).check(z.describe('Why it is refused or does not apply.')),
  trace: z.optional(Trace).check(z.describe('Of one that counts from receipt or from --start.')),
  limit: z
    .optional(z.strictObject({ id: z.string(), label: z.string(), due: At }))
    .check(z.describe('Outer limit that falls before `trace.due`: then it is due with the limit.')),
  earliest: z
    .optional(Trace)
    .check(z.describe('Of one that starts later: as if it started on receipt. It is never due earlier.')),
});
export type ForecastResult = z.infer<typeof ForecastResult>;

export const DeadlineResult = z.strictObject({
  command: z.literal('deadline'),
  file: z.string(),
  standard: Named,
  zone: z.string().check(z.describe('WIB, WITA or WIT.')),
  channel: z.strictObject({
    id: z.string(),
    label: z.string(),
    hours: z.enum(['office', 'counter']).check(z.describe('Calendar that decides when it is received.')),
  }),
  arrives: z.extend(At, {}).check(z.describe('The time asked for.')),
  received: z.extend(At, {}).check(z.describe('When it counts as received.')),
  facts: z.record(z.string(), z.unknown()),
  deadlines: z.array(ForecastResult).check(z.describe('In the order of the standard.')),
});
export type DeadlineResult = z.infer<typeof DeadlineResult>;
