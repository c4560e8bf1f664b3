// Ways in: how a case is filed, and what the applicant brings.
import * as z from 'zod/mini';
import { Basis, ElementId } from './basis.ts';
import { Condition } from './conditions.ts';
import { CalendarName, Duration } from './duration.ts';
import { idOf } from './element.ts';

export const Channel = z.strictObject({
  id: idOf('channel'),
  kind: z
    .enum([
      'portal',
      'counter',
      'letter',
      'box',
      'phone',
      'email',
      'chat',
      'socialMedia',
      'national',
      'other',
    ])
    .check(
      z.describe(
        'How the case reaches the agency. portal: citizens file themselves; everything else is entered by staff. box: suggestion box; national: SP4N-LAPOR and the like.',
      ),
    ),
  label: z.string().check(z.minLength(1), z.describe('Name of the channel as citizens read it.')),
  form: ElementId.check(z.describe('Form filled in when filing.')),
  requirements: z.array(ElementId).check(z.describe('Requirements asked on this channel.')),
  opens: ElementId.check(z.describe('Place marked when a case is filed.')),
  hours: z
    .enum(['office', 'counter'])
    .check(z.describe('Calendar that decides when what arrives counts as received.')),
  receipt: z
    .optional(z.enum(['stamped', 'opened']))
    .check(
      z.describe(
        'The moment of receipt is entered as a matter of course. stamped: as noted on the letter or message; opened: when the box was opened. Absent: received when entered.',
      ),
    ),
  identity: z
    .optional(z.enum(['required', 'optional', 'anonymous']))
    .check(
      z.describe(
        'Of the facts in `process.identity`. required: must be told; optional: the applicant may stay anonymous, what is told all the same is kept from everybody but `seenBy`; anonymous: never asked. Absent: as the form says, and nobody is anonymous.',
      ),
    ),
  confidential: z
    .optional(z.literal(true))
    .check(
      z.describe('The applicant may ask that the content be kept confidential, see `process.confidential`.'),
    ),
  about: z
    .optional(
      z.strictObject({
        endings: z
          .array(ElementId)
          .check(z.minLength(1), z.describe('Endings of the earlier case that may be answered so.')),
        changes: z
          .optional(z.array(ElementId))
          .check(z.describe('Product actions that may be answered so, after the earlier case ended.')),
        carries: z
          .array(ElementId)
          .check(z.describe('Facts of the earlier case that the new one begins with.')),
        within: Duration.check(z.describe('How long after the decision; the last day is told with it.')),
        calendar: CalendarName,
      }),
    )
    .check(z.describe('A case filed here is about an earlier one of the same service: an objection.')),
  basis: Basis,
});
export type Channel = z.infer<typeof Channel>;

export const Requirement = z.strictObject({
  id: idOf('requirement'),
  label: z.string().check(z.minLength(1), z.describe('What to bring, as citizens read it.')),
  hint: z.optional(z.string()).check(z.describe('One sentence below the label.')),
  required: z.boolean().check(z.describe('False: may be brought, never holds anybody up.')),
  when: z.optional(Condition).check(z.describe('Asked only when this holds.')),
  oneOf: z
    .optional(
      z
        .array(
          z.strictObject({
            id: ElementId.check(z.describe('Id of the choice, unique within its requirement.')),
            label: z.string().check(z.minLength(1), z.describe('What may be brought, as citizens read it.')),
          }),
        )
        .check(z.minLength(2)),
    )
    .check(z.describe('This or that: any one of these meets the requirement; which one is recorded.')),
  shown: z
    .optional(z.literal(true))
    .check(z.describe('Looked at and given back: nothing is copied, scanned or kept.')),
  basis: Basis,
});
export type Requirement = z.infer<typeof Requirement>;
