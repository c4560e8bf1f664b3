// The executable layer: a workflow net over named places, with roles, forms, promises and products.
// A step consumes a token from every place in `after` and its chosen outcome puts one on every place in `to`.
import * as z from 'zod/mini';
import { StandardId } from '../kernel/ids.ts';
import { Basis, ElementId } from './basis.ts';
import { Channel, Requirement } from './channel.ts';
import { Deadline } from './deadline.ts';
import { Ending, Interruption, Suspension, Timer } from './ending.ts';
import { Example } from './example.ts';
import { Fact, Form } from './facts.ts';
import { Product } from './product.ts';
import { Score } from './scores.ts';
import { Role, Step } from './step.ts';

export const Process = z.strictObject({
  facts: z.array(Fact).check(z.describe('Everything a case can know.')),
  display: z
    .optional(z.array(ElementId).check(z.minLength(1)))
    .check(z.describe('Facts that name a case in work lists; the first known one is shown.')),
  identity: z
    .optional(
      z.strictObject({
        facts: z
          .array(ElementId)
          .check(z.minLength(1), z.describe('Facts that tell who the applicant is and how to reach them.')),
        seenBy: z
          .array(ElementId)
          .check(z.describe('Roles that see them although the applicant is anonymous.')),
      }),
    )
    .check(z.describe('Needed where a channel has `identity`.')),
  confidential: z
    .optional(
      z.strictObject({
        label: z.string().check(z.minLength(1), z.describe('Question to the applicant.')),
        seenBy: z.array(ElementId).check(z.minLength(1), z.describe('Roles that may open such a case.')),
      }),
    )
    .check(z.describe('Needed where a channel offers it. Anonymous and confidential are separate things.')),
  lines: z
    .optional(
      z.strictObject({
        of: StandardId.check(z.describe('Service of the same agency whose cases are the lines.')),
        step: ElementId.check(
          z.describe('Step of that service, of kind "line", at which they wait to be gathered.'),
        ),
        label: z.string().check(z.minLength(1), z.describe('What a line is, e.g. "calon penerima".')),
        columns: z
          .array(
            z.strictObject({
              fact: ElementId.check(z.describe('Fact of the gathered case.')),
              label: z.string().check(z.minLength(1), z.describe('Heading of the column.')),
            }),
          )
          .check(z.minLength(1), z.describe('What screens, documents and spreadsheets show of a line.')),
        atMost: z.int().check(z.positive(), z.lte(1_000), z.describe('Lines in one batch.')),
        basis: Basis,
      }),
    )
    .check(
      z.describe('Of a standard of kind "batch": what it gathers. All lines are of the area of the batch.'),
    ),
  area: z.optional(ElementId).check(z.describe('Fact of type "region" that gives the area of a case.')),
  forms: z.array(Form).check(z.describe('Questions, for citizens and for staff.')),
  roles: z.array(Role).check(z.minLength(1), z.describe('Who takes part.')),
  channels: z.array(Channel).check(z.minLength(1), z.describe('Ways in.')),
  requirements: z.array(Requirement).check(z.describe('What the applicant brings.')),
  steps: z.array(Step).check(z.minLength(1), z.describe('What is done, by whom, with which outcomes.')),
  endings: z.array(Ending).check(z.minLength(1), z.describe('How a case can end.')),
  interruptions: z.array(Interruption).check(z.describe('What may happen at any moment.')),
  suspensions: z.optional(z.array(Suspension)).check(z.describe('How a case may be put on hold.')),
  timers: z.array(Timer).check(z.describe('What happens when nothing happens.')),
  deadlines: z.array(Deadline).check(z.describe('How long it may take.')),
  products: z.array(Product).check(z.describe('What the citizen receives.')),
  scores: z
    .optional(z.array(Score))
    .check(z.describe('Advice reckoned from answers; people decide (UU 27/2022 art. 10).')),
  examples: z.array(Example).check(z.describe('Stories that must run as written.')),
});
export type Process = z.infer<typeof Process>;
