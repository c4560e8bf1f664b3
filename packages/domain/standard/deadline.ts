// Promises and norms: how long it may take, from when to when, for whom.
import * as z from 'zod/mini';
import { Basis, ElementId } from './basis.ts';
import { Condition } from './conditions.ts';
import { CalendarName, Duration } from './duration.ts';
import { idOf } from './element.ts';

/** What starts or stops a promise. */
export const Trigger = z
  .union([
    z.strictObject({
      filed: z.literal(true).check(z.describe('The case is received …')),
      channel: z.optional(ElementId).check(z.describe('… on this channel; on any when absent.')),
    }),
    z.strictObject({
      step: ElementId.check(z.describe('A step …')),
      outcome: ElementId.check(z.describe('… ends with this.')),
    }),
    z.strictObject({ issued: ElementId.check(z.describe('This product is issued.')) }),
    z.strictObject({ ended: z.literal(true).check(z.describe('The case ends.')) }),
  ])
  .check(z.describe('A moment in the life of a case.'));
export type Trigger = z.infer<typeof Trigger>;

export const Deadline = z.strictObject({
  id: idOf('deadline'),
  kind: z
    .enum(['promise', 'norm'])
    .check(z.describe('promise: published, the citizen sees it; norm: internal.')),
  label: z.string().check(z.minLength(1), z.describe('What is promised, as people read it.')),
  duration: Duration.check(z.describe('How long it may take.')),
  calendar: CalendarName,
  starts: Trigger.check(z.describe('When the clock starts.')),
  stops: z.array(Trigger).check(z.minLength(1), z.describe('The first of these stops the clock.')),
  when: z
    .optional(Condition)
    .check(z.describe('Undecided while its facts are unknown: shown as conditional until then.')),
  pausedWhile: z
    .optional(z.array(ElementId))
    .check(z.describe('Places during which the clock stands still.')),
  basis: Basis,
});
export type Deadline = z.infer<typeof Deadline>;
