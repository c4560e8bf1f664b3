// How a case ends, and what may happen to it at any moment or when nothing happens.
import * as z from 'zod/mini';
import { StandardId } from '../kernel/ids.ts';
import { Basis, ElementId } from './basis.ts';
import { CalendarName, Duration } from './duration.ts';
import { idOf, Note, notify } from './element.ts';
import { Effect } from './step.ts';

/** The case ends with this when every place in `after` is marked and nothing else is. */
export const Ending = z.strictObject({
  id: idOf('ending'),
  kind: z
    .enum(['granted', 'answered', 'refused', 'withdrawn', 'referred', 'lapsed'])
    .check(
      z.describe(
        'answered: a complaint or question was dealt with; refused includes what is taken away again: both can be objected to; referred: passed on to who is competent, which is no refusal.',
      ),
    ),
  label: z.string().check(z.minLength(1), z.describe('Short name for lists.')),
  citizen: z.string().check(z.minLength(1), z.describe('The decision as a sentence to a person.')),
  notify,
  after: z
    .array(ElementId)
    .check(z.minLength(1), z.describe('Places that must be marked, and nothing else.')),
  opens: z
    .optional(
      z.strictObject({
        service: StandardId.check(z.describe('Service of the same agency whose case is filed then.')),
        channel: ElementId.check(z.describe('Channel of that service on which it is filed.')),
        carries: z
          .record(ElementId, ElementId)
          .check(z.describe('Facts that the new case begins with: its fact from ours.')),
      }),
    )
    .check(z.describe('The next matter of the same person, filed by the system; each names the other.')),
  basis: Basis,
});
export type Ending = z.infer<typeof Ending>;

/** What may happen at any moment of an open case: all tokens are taken and `to` is marked. */
export const Interruption = z.strictObject({
  id: idOf('interruption'),
  label: z.string().check(z.minLength(1), z.describe('Verb on the button.')),
  role: ElementId.check(z.describe('Who may do it.')),
  note: Note,
  effects: z
    .optional(z.array(Effect))
    .check(z.describe('Effects on products that do not exist in the case are skipped.')),
  to: z.array(ElementId).check(z.minLength(1), z.describe('Places marked afterwards.')),
  citizen: z.optional(z.string()).check(z.describe('What the citizen’s timeline says when this happens.')),
  notify,
  basis: Basis,
});
export type Interruption = z.infer<typeof Interruption>;

/** Fires when its place has stayed marked for this long; takes that token and marks `to`. */
export const Timer = z.strictObject({
  id: idOf('timer'),
  label: z.string().check(z.minLength(1), z.describe('What it means, as staff read it.')),
  while: ElementId.check(z.describe('Place that arms the timer.')),
  after: Duration.check(z.describe('How long the place must stay marked.')),
  calendar: CalendarName,
  to: z.array(ElementId).check(z.describe('Places marked afterwards.')),
  effects: z.optional(z.array(Effect)).check(z.describe('What happens to products.')),
  citizen: z.optional(z.string()).check(z.describe('What the citizen’s timeline says when this happens.')),
  notify,
  basis: Basis,
});
export type Timer = z.infer<typeof Timer>;

/** The case is put on hold: nobody can work on it and every clock stands still, until somebody resumes it or the limit. */
export const Suspension = z.strictObject({
  id: idOf('suspension'),
  label: z.string().check(z.minLength(1), z.describe('Verb on the button, e.g. "Tunda".')),
  role: ElementId.check(z.describe('Who may suspend, and resume. The reason is always given.')),
  limit: Duration.check(z.describe('The case goes on by itself after so long.')),
  calendar: CalendarName,
  atMost: z.int().check(z.positive(), z.describe('How often in one case.')),
  citizen: z.string().check(z.minLength(1), z.describe('What the citizen’s timeline says when it begins.')),
  resumed: z
    .optional(z.string().check(z.minLength(1)))
    .check(z.describe('What the citizen’s timeline says when the case goes on.')),
  notify,
  basis: Basis,
});
export type Suspension = z.infer<typeof Suspension>;
