// The executable layer: a workflow net over named places, with roles, forms, promises and products.
// A step consumes a token from every place in `after` and its chosen outcome puts one on every place in `to`.
import * as z from 'zod/mini';
import { ProductChange } from '../product/product-state.ts';
import { Basis, ElementId } from './basis.ts';
import { Condition } from './conditions.ts';
import { Example } from './example.ts';
import { Fact, Form } from './facts.ts';
import { Score } from './scores.ts';

const id = (what: string) =>
  ElementId.check(z.describe(`Id of the ${what}, unique among its kind in this standard.`));

export const Role = z.strictObject({
  id: id('role'),
  label: z.string().check(z.minLength(1), z.describe('Name of the role as the agency says it.')),
  party: z.enum(['applicant', 'staff', 'external']).check(z.describe('Who stands behind the role.')),
  byArea: z
    .optional(z.boolean())
    .check(z.describe('Work is divided by the area of the case (kecamatan, kelurahan).')),
  basis: Basis,
});
export type Role = z.infer<typeof Role>;

export const Duration = z.strictObject({
  amount: z.int().check(z.positive(), z.describe('How many of the unit.')),
  unit: z
    .enum(['minute', 'working_minute', 'hour', 'working_hour', 'working_day', 'calendar_day'])
    .check(z.describe('working_*: only while the calendar is open.')),
});
export type Duration = z.infer<typeof Duration>;

const CalendarName = z
  .enum(['office', 'counter'])
  .check(z.describe('Which opening hours of the tenant count.'));

export const Channel = z.strictObject({
  id: id('channel'),
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
  id: id('requirement'),
  label: z.string().check(z.minLength(1), z.describe('What to bring, as citizens read it.')),
  hint: z.optional(z.string()).check(z.describe('One sentence below the label.')),
  required: z.boolean().check(z.describe('False: may be brought, never holds anybody up.')),
  when: z.optional(Condition).check(z.describe('Asked only when this holds.')),
  basis: Basis,
});
export type Requirement = z.infer<typeof Requirement>;

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
  ])
  .check(z.describe('What happens to a product.'));
export type Effect = z.infer<typeof Effect>;

const notify = z
  .optional(z.literal(true))
  .check(z.describe('The citizen sentence also goes out as a message, where there is an address.'));

const Note = z
  .enum(['none', 'optional', 'required'])
  .check(z.describe('Sentence to the citizen that goes with it.'));

export const Outcome = z.strictObject({
  id: ElementId.check(z.describe('Id of the outcome, unique within its step.')),
  label: z.string().check(z.minLength(1), z.describe('Verb on the button, e.g. "Terima berkas".')),
  tone: z.enum(['proceed', 'return', 'refuse']).check(z.describe('How the screen presents it.')),
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
  id: id('step'),
  kind: z
    .enum(['task', 'supply', 'route'])
    .check(
      z.describe(
        'task: somebody of the role works; supply: the applicant completes the file; route: decided at once by conditions.',
      ),
    ),
  label: z.string().check(z.minLength(1), z.describe('What is done, as the worker says it.')),
  role: z.optional(ElementId).check(z.describe('Who does it. Absent for routes.')),
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

/** The case ends with this when every place in `after` is marked and nothing else is. */
export const Ending = z.strictObject({
  id: id('ending'),
  kind: z
    .enum(['granted', 'refused', 'withdrawn', 'referred', 'lapsed'])
    .check(z.describe('refused includes what is taken away again: both can be objected to.')),
  label: z.string().check(z.minLength(1), z.describe('Short name for lists.')),
  citizen: z.string().check(z.minLength(1), z.describe('The decision as a sentence to a person.')),
  notify,
  after: z
    .array(ElementId)
    .check(z.minLength(1), z.describe('Places that must be marked, and nothing else.')),
  basis: Basis,
});
export type Ending = z.infer<typeof Ending>;

/** What may happen at any moment of an open case: all tokens are taken and `to` is marked. */
export const Interruption = z.strictObject({
  id: id('interruption'),
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
  id: id('timer'),
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
  id: id('deadline'),
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

/** What may be done to a product that was issued. While its case runs, only a lost copy may be replaced. */
export const ProductAction = z.strictObject({
  id: id('action'),
  label: z.string().check(z.minLength(1), z.describe('Verb on the button, e.g. "Ganti kartu yang hilang".')),
  change: ProductChange.check(z.describe('What it does to the product; replace: for a lost copy.')),
  role: ElementId.check(z.describe('Who may do it.')),
  note: Note,
  citizen: z.optional(z.string()).check(z.describe('What the citizen’s timeline says when this happens.')),
  notify,
  basis: Basis,
});
export type ProductAction = z.infer<typeof ProductAction>;

export const Product = z.strictObject({
  id: id('product'),
  kind: z.enum(['card', 'letter']).check(z.describe('What the citizen receives.')),
  label: z.string().check(z.minLength(1), z.describe('Name of the product.')),
  exclusive: z
    .optional(
      z.strictObject({
        group: ElementId.check(z.describe('Products of the same group exclude each other.')),
        by: z
          .array(ElementId)
          .check(
            z.minLength(1),
            z.describe(
              'Facts that identify the holder. Each one known in the case counts; unknown ones do not.',
            ),
          ),
      }),
    )
    .check(z.describe('At most one product of the group is in force per holder.')),
  numbering: z
    .optional(
      z.strictObject({
        pattern: z
          .string()
          .check(
            z.regex(/\{seq:0+\}/),
            z.describe('Official number: `{seq:000000}`, `{year}`, `{romanMonth}` are filled in.'),
          ),
      }),
    )
    .check(z.describe('Numbered without gaps in a register of its own, anew each year.')),
  validMonths: z
    .optional(z.int().check(z.positive()))
    .check(z.describe('Expires so many months after it was issued; never when absent.')),
  card: z
    .optional(
      z.strictObject({
        holder: z
          .array(ElementId)
          .check(z.minLength(1), z.describe('Facts that name the holder; the first known one is printed.')),
        lines: z.array(ElementId).check(z.describe('Facts printed below the name; identifiers masked.')),
        back: z.array(z.string()).check(z.describe('Sentences on the back.')),
      }),
    )
    .check(z.describe('What is printed, for kind "card".')),
  actions: z.optional(z.array(ProductAction)).check(z.describe('What may happen to it later.')),
  basis: Basis,
});
export type Product = z.infer<typeof Product>;

export const Process = z.strictObject({
  facts: z.array(Fact).check(z.describe('Everything a case can know.')),
  display: z
    .optional(ElementId)
    .check(z.describe('Fact that names a case in work lists, usually the applicant.')),
  area: z.optional(ElementId).check(z.describe('Fact of type "region" that gives the area of a case.')),
  forms: z.array(Form).check(z.describe('Questions, for citizens and for staff.')),
  roles: z.array(Role).check(z.minLength(1), z.describe('Who takes part.')),
  channels: z.array(Channel).check(z.minLength(1), z.describe('Ways in.')),
  requirements: z.array(Requirement).check(z.describe('What the applicant brings.')),
  steps: z.array(Step).check(z.minLength(1), z.describe('What is done, by whom, with which outcomes.')),
  endings: z.array(Ending).check(z.minLength(1), z.describe('How a case can end.')),
  interruptions: z.array(Interruption).check(z.describe('What may happen at any moment.')),
  timers: z.array(Timer).check(z.describe('What happens when nothing happens.')),
  deadlines: z.array(Deadline).check(z.describe('How long it may take.')),
  products: z.array(Product).check(z.describe('What the citizen receives.')),
  scores: z
    .optional(z.array(Score))
    .check(z.describe('Advice reckoned from answers; people decide (UU 27/2022 art. 10).')),
  examples: z.array(Example).check(z.describe('Stories that must run as written.')),
});
export type Process = z.infer<typeof Process>;
