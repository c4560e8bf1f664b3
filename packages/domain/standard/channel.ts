// Ways in: how a case is filed, and what the applicant brings.
import * as z from 'zod/mini';
import { Basis, ElementId } from './basis.ts';
import { Condition } from './conditions.ts';
import { CalendarName, Duration } from './duration.ts';
import { idOf } from './element.ts';

export const Channel = z.strictObject({
  id: idOf('channel'),
  kind: z
    .enum(['portal', 'counter', 'letter', 'phone', 'other'])
    .check(z.describe('How the claim reaches the agency.')),
  label: z.string().check(z.minLength(1), z.describe('Name of the channel as citizens read it.')),
  form: ElementId.check(z.describe('Form filled in when filing.')),
  requirements: z.array(ElementId).check(z.describe('Requirements asked on this channel.')),
  opens: ElementId.check(z.describe('Place marked when a case is filed.')),
  hours: z
    .enum(['office', 'counter'])
    .check(z.describe('Calendar that decides when what arrives counts as received.')),
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
  basis: Basis,
});
export type Requirement = z.infer<typeof Requirement>;
