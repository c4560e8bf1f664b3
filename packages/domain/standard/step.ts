// The work: steps with their outcomes, who does them, and what an outcome does to products.
import * as z from 'zod/mini';
import { StandardId } from '../kernel/ids.ts';
import { Basis, ElementId } from './basis.ts';
import { Condition } from './conditions.ts';
import { idOf, Note, notify } from './element.ts';

export const Role = z.strictObject({
  id: idOf('role'),
  label: z.string().check(z.minLength(1), z.describe('Name of the role as the agency says it.')),
  party: z.enum(['applicant', 'staff', 'external']).check(z.describe('Who stands behind the role.')),
  byArea: z
    .optional(z.boolean())
    .check(z.describe('Work is divided by the area of the case (kecamatan, kelurahan).')),
  basis: Basis,
});
export type Role = z.infer<typeof Role>;

/** What an outcome does to a product of the case. */
export const Effect = z
  .union([
    z.strictObject({
      issue: ElementId.check(z.describe('Product that is issued.')),
      as: z
        .enum(['provisional', 'active'])
        .check(
          z.describe(
            'provisional: in force, but a later step must confirm or revoke it before the case ends.',
          ),
        ),
    }),
    z.strictObject({ confirm: ElementId.check(z.describe('Provisional product that becomes active.')) }),
    z.strictObject({ revoke: ElementId.check(z.describe('Product that is no longer valid.')) }),
    z.strictObject({
      freeze: ElementId.check(
        z.describe(
          'Letter whose text is fixed, with its number and date, so that it can be signed; a step of review "sign" issues it.',
        ),
      ),
    }),
    z.strictObject({
      cancel: ElementId.check(
        z.describe(
          'Frozen letter that is not signed: its number stays in the register with the note as the reason.',
        ),
      ),
    }),
  ])
  .check(z.describe('What happens to a product.'));
export type Effect = z.infer<typeof Effect>;

export const Outcome = z.strictObject({
  id: ElementId.check(z.describe('Id of the outcome, unique within its step.')),
  label: z.string().check(z.minLength(1), z.describe('Verb on the button, e.g. "Terima berkas".')),
  tone: z.enum(['proceed', 'return', 'refuse']).check(z.describe('How the screen presents it.')),
  endings: z
    .optional(z.array(ElementId).check(z.minLength(1)))
    .check(
      z.describe('Of a sub-case: its endings that lead here; the one outcome without them takes all others.'),
    ),
  from: z
    .optional(
      z
        .array(
          z.union([
            z.strictObject({
              step: ElementId.check(z.describe('Step of the batch that was completed …')),
              outcome: ElementId.check(z.describe('… with this outcome.')),
            }),
            z.strictObject({
              step: ElementId.check(z.describe('Step of the batch that decided on the line …')),
              decision: ElementId.check(z.describe('… in this way.')),
            }),
            z.strictObject({
              ending: ElementId.check(z.describe('The batch ended so with the line in it.')),
            }),
          ]),
        )
        .check(z.minLength(1)),
    )
    .check(z.describe('Of kind "line": what happens in the batch that leads here.')),
  when: z
    .optional(Condition)
    .check(z.describe('Offered only when this holds after the form of the step is filled in.')),
  asks: z
    .optional(z.array(ElementId))
    .check(z.describe('Facts of the step’s form that this outcome needs; all required ones when absent.')),
  note: Note,
  missing: z
    .optional(z.boolean())
    .check(z.describe('Names which requirements or facts are missing or unclear.')),
  atMost: z
    .optional(z.int().check(z.positive()))
    .check(z.describe('How often it may be chosen in one case.')),
  insteadOf: z
    .optional(ElementId)
    .check(
      z.describe(
        'Offered only once this other outcome of the step has been chosen as often as its `atMost` allows.',
      ),
    ),
  to: z.array(ElementId).check(z.describe('Places marked afterwards.')),
  effects: z.optional(z.array(Effect)).check(z.describe('What happens to products.')),
  citizen: z.optional(z.string()).check(z.describe('What the citizen’s timeline says when this happens.')),
  notify,
  basis: Basis,
});
export type Outcome = z.infer<typeof Outcome>;

export const Step = z.strictObject({
  id: idOf('step'),
  kind: z
    .enum(['task', 'supply', 'route', 'subcase', 'line'])
    .check(
      z.describe(
        'task: somebody of the role works; supply: the applicant completes the file; route: decided at once by conditions; subcase: a case of another service is opened and its end decides; line: the case waits to be gathered into a batch, or for what the batch decides.',
      ),
    ),
  label: z.string().check(z.minLength(1), z.describe('What is done, as the worker says it.')),
  role: z.optional(ElementId).check(z.describe('Who does it. Absent for routes and sub-cases.')),
  enteredBy: z
    .optional(ElementId)
    .check(
      z.describe(
        'Of a step done outside (role of party "external"): role of the agency that enters what was done and when. Time until then counts as theirs.',
      ),
    ),
  review: z
    .optional(
      z.strictObject({
        verb: z
          .enum(['correct', 'initial', 'sign'])
          .check(
            z.describe('What the worker does to the draft: correct it, initial it (paraf), or sign it.'),
          ),
        draft: ElementId.check(z.describe('Step that writes the draft, and that gets it back with a note.')),
        skip: z
          .optional(z.enum(['vacant', 'away']))
          .check(
            z.describe(
              'The tier is passed by itself when nobody holds its role or one that stands in (vacant), or when all of them are away today as well (away). Never a tier that signs.',
            ),
          ),
      }),
    )
    .check(z.describe('A tier of an ordered review. Tiers follow each other as ordinary steps.')),
  delegates: z
    .optional(
      z
        .array(
          z.strictObject({
            role: ElementId.check(z.describe('Role that may do it in place of the role of the step.')),
            as: z
              .enum(['plt', 'plh', 'an'])
              .check(
                z.describe(
                  'plt: acting head; plh: acting for the day; an: on behalf of. Recorded with the work.',
                ),
              ),
          }),
        )
        .check(z.minLength(1)),
    )
    .check(z.describe('Who may stand in, in which capacity.')),
  subcase: z
    .optional(
      z.strictObject({
        service: ElementId.check(z.describe('Id of the standard whose case is opened, of the same agency.')),
        channel: ElementId.check(z.describe('Channel of that standard on which it is filed.')),
        carries: z
          .record(ElementId, ElementId)
          .check(z.describe('Facts that the sub-case begins with: its fact from ours.')),
        feeds: z
          .record(ElementId, ElementId)
          .check(z.describe('Facts that come back when it ends: our fact from its.')),
      }),
    )
    .check(z.describe('Of kind "subcase".')),
  batch: z
    .optional(StandardId)
    .check(
      z.describe(
        'Of kind "line": the standard of kind "batch" that gathers such cases. The role of the step gathers them.',
      ),
    ),
  lines: z
    .optional(
      z.strictObject({
        decisions: z
          .array(
            z.strictObject({
              id: ElementId.check(z.describe('Id of the decision, unique within its step.')),
              label: z.string().check(z.minLength(1), z.describe('What is decided, e.g. "Layak".')),
              tone: z
                .enum(['proceed', 'return', 'refuse'])
                .check(
                  z.describe(
                    'How the screen presents it. A line that is refused leaves the batch once the step is done.',
                  ),
                ),
              note: Note,
              drops: z
                .optional(z.literal(true))
                .check(z.describe('The line leaves the batch; the rest goes on.')),
              basis: Basis,
            }),
          )
          .check(z.minLength(1), z.describe('What may be decided on a line.')),
        every: z
          .optional(z.literal(true))
          .check(z.describe('An outcome that proceeds needs a decision on every line that is still in.')),
      }),
    )
    .check(z.describe('Of a step of a batch: what may be decided on each line while the step waits.')),
  after: z.array(ElementId).check(z.minLength(1), z.describe('All these places must be marked.')),
  form: z.optional(ElementId).check(z.describe('Form filled in by the worker.')),
  checks: z.optional(z.array(ElementId)).check(z.describe('Requirements looked at in this step.')),
  evidence: z
    .optional(z.array(ElementId))
    .check(z.describe('Requirements that the worker brings: photos, a picture of a screen.')),
  shows: z
    .optional(z.array(ElementId))
    .check(z.describe('Forms filled in before that the worker of this step needs to read in clear.')),
  assign: z
    .optional(z.literal('leastLoad'))
    .check(z.describe('Given to the member of the role who covers the area and has the least open work.')),
  coordinator: z
    .optional(ElementId)
    .check(z.describe('Role that may hand this step to one of those who do it, besides the manager.')),
  assigned: z
    .optional(
      z.strictObject({
        citizen: z
          .string()
          .check(z.minLength(1), z.describe('What the citizen’s timeline says once somebody was given it.')),
        notify,
      }),
    )
    .check(z.describe('Told once for each time the task opens.')),
  notBy: z.optional(z.array(ElementId)).check(z.describe('Steps whose worker may not also do this one.')),
  outcomes: z.array(Outcome).check(z.minLength(1), z.describe('What can come of it.')),
  citizen: z
    .optional(z.string())
    .check(
      z.describe('What the citizen reads while this step waits, e.g. "Petugas loket memeriksa berkas Anda."'),
    ),
  basis: Basis,
});
export type Step = z.infer<typeof Step>;
