// Promises and norms: how long it may take, from when to when, for whom.
import * as z from 'zod/mini';
import { Basis, ElementId } from './basis.ts';
import { Condition } from './conditions.ts';
import { CalendarName, Duration, Term } from './duration.ts';
import { idOf, notify } from './element.ts';

/** What starts or stops a promise. */
export const Trigger = z
  .union([
    z.strictObject({
      filed: z.literal(true).check(z.describe('The case is received.')),
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
    .enum(['promise', 'target', 'norm'])
    .check(
      z.describe(
        'promise: published, the citizen sees it; target: published as what is aimed at, and `bound` is the promise behind it; norm: internal.',
      ),
    ),
  label: z.string().check(z.minLength(1), z.describe('What is promised, as people read it.')),
  duration: Term.check(z.describe('How long it may take.')),
  calendar: CalendarName,
  channels: z
    .optional(z.array(ElementId).check(z.minLength(1)))
    .check(z.describe('Only for cases filed on these channels; on all when absent.')),
  starts: Trigger.check(z.describe('When the clock starts.')),
  stops: z.array(Trigger).check(z.minLength(1), z.describe('The first of these stops the clock.')),
  when: z
    .optional(Condition)
    .check(z.describe('Undecided while its facts are unknown: shown as conditional until then.')),
  pausedWhile: z
    .optional(z.array(ElementId))
    .check(z.describe('Places during which the clock stands still.')),
  pausedFor: z
    .optional(z.array(z.enum(['applicant', 'external'])).check(z.minLength(1)))
    .check(z.describe('Stands still while all waiting work is with these parties.')),
  bound: z
    .optional(ElementId)
    .check(z.describe('Of a target: the promise that counts where the target is not reached.')),
  within: z
    .optional(ElementId)
    .check(z.describe('Outer limit: the deadline that this one may never outlast.')),
  extension: z
    .optional(
      z.strictObject({
        role: ElementId.check(z.describe('Who may extend, with a reason that the citizen reads.')),
        by: Duration.check(z.describe('By how much each time, counted from the due date.')),
        atMost: z.int().check(z.positive(), z.describe('How often in one case.')),
        citizen: z
          .optional(z.string())
          .check(z.describe('What the citizen’s timeline says when it happens.')),
        notify,
      }),
    )
    .check(z.describe('The clock may be extended; without this it may not.')),
  basis: Basis,
});
export type Deadline = z.infer<typeof Deadline>;
