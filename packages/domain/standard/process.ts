// The executable layer: a workflow net over named places, with roles, forms, promises and products.
// A step consumes a token from every place in `after` and its chosen outcome puts one on every place in `to`.
import * as z from 'zod';
import { Basis, ElementId } from './basis.ts';
import { Condition } from './conditions.ts';
import { Example } from './example.ts';
import { Fact, Form } from './facts.ts';

const id = (what: string) => ElementId.describe(`Id of the ${what}, unique among its kind in this standard.`);

export const Role = z.strictObject({
  id: id('role'),
  label: z.string().min(1).describe('Name of the role as the agency says it.'),
  party: z.enum(['applicant', 'staff', 'external']).describe('Who stands behind the role.'),
  byArea: z.boolean().optional().describe('Work is divided by the area of the case (kecamatan, kelurahan).'),
  basis: Basis,
});
export type Role = z.infer<typeof Role>;

export const Channel = z.strictObject({
  id: id('channel'),
  kind: z
    .enum(['portal', 'counter', 'letter', 'phone', 'other'])
    .describe('How the claim reaches the agency.'),
  label: z.string().min(1).describe('Name of the channel as citizens read it.'),
  form: ElementId.describe('Form filled in when filing.'),
  requirements: z.array(ElementId).describe('Requirements asked on this channel.'),
  opens: ElementId.describe('Place marked when a case is filed.'),
  hours: z
    .enum(['office', 'counter'])
    .describe('Calendar that decides when what arrives counts as received.'),
  basis: Basis,
});
export type Channel = z.infer<typeof Channel>;

export const Requirement = z.strictObject({
  id: id('requirement'),
  label: z.string().min(1).describe('What to bring, as citizens read it.'),
  hint: z.string().optional().describe('One sentence below the label.'),
  required: z.boolean().describe('False: may be brought, never holds anybody up.'),
  when: Condition.optional().describe('Asked only when this holds.'),
  basis: Basis,
});
export type Requirement = z.infer<typeof Requirement>;

/** What an outcome does to a product of the case. */
export const Effect = z
  .union([
    z.strictObject({
      issue: ElementId.describe('Product that is issued.'),
      as: z
        .enum(['provisional', 'active'])
        .describe('provisional: in force, but a later step must confirm or revoke it before the case ends.'),
    }),
    z.strictObject({ confirm: ElementId.describe('Provisional product that becomes active.') }),
    z.strictObject({ revoke: ElementId.describe('Product that is no longer valid.') }),
  ])
  .describe('What happens to a product.');
export type Effect = z.infer<typeof Effect>;

const Note = z.enum(['none', 'optional', 'required']).describe('Sentence to the citizen that goes with it.');

export const Outcome = z.strictObject({
  id: ElementId.describe('Id of the outcome, unique within its step.'),
  label: z.string().min(1).describe('Verb on the button, e.g. "Terima berkas".'),
  tone: z.enum(['proceed', 'return', 'refuse']).describe('How the screen presents it.'),
  when: Condition.optional().describe(
    'Offered only when this holds after the form of the step is filled in.',
  ),
  asks: z
    .array(ElementId)
    .optional()
    .describe('Facts of the step’s form that this outcome needs; all required ones when absent.'),
  note: Note,
  missing: z.boolean().optional().describe('Names which requirements or facts are missing or unclear.'),
  atMost: z.int().positive().optional().describe('How often it may be chosen in one case.'),
  insteadOf: ElementId.optional().describe(
    'Offered only once this other outcome of the step has been chosen as often as its `atMost` allows.',
  ),
  to: z.array(ElementId).describe('Places marked afterwards.'),
  effects: z.array(Effect).optional().describe('What happens to products.'),
  citizen: z.string().optional().describe('What the citizen’s timeline says when this happens.'),
  basis: Basis,
});
export type Outcome = z.infer<typeof Outcome>;

export const Step = z.strictObject({
  id: id('step'),
  kind: z
    .enum(['task', 'supply', 'route'])
    .describe(
      'task: somebody of the role works; supply: the applicant completes the file; route: decided at once by conditions.',
    ),
  label: z.string().min(1).describe('What is done, as the worker says it.'),
  role: ElementId.optional().describe('Who does it. Absent for routes.'),
  after: z.array(ElementId).min(1).describe('All these places must be marked.'),
  form: ElementId.optional().describe('Form filled in by the worker.'),
  checks: z.array(ElementId).optional().describe('Requirements looked at in this step.'),
  notBy: z.array(ElementId).optional().describe('Steps whose worker may not also do this one.'),
  outcomes: z.array(Outcome).min(1).describe('What can come of it.'),
  citizen: z
    .string()
    .optional()
    .describe('What the citizen reads while this step waits, e.g. "Petugas loket memeriksa berkas Anda."'),
  basis: Basis,
});
export type Step = z.infer<typeof Step>;

/** The case ends with this when every place in `after` is marked and nothing else is. */
export const Ending = z.strictObject({
  id: id('ending'),
  kind: z
    .enum(['granted', 'refused', 'withdrawn', 'referred', 'lapsed'])
    .describe('refused includes what is taken away again: both can be objected to.'),
  label: z.string().min(1).describe('Short name for lists.'),
  citizen: z.string().min(1).describe('The decision as a sentence to a person.'),
  after: z.array(ElementId).min(1).describe('Places that must be marked, and nothing else.'),
  basis: Basis,
});
export type Ending = z.infer<typeof Ending>;

/** What may happen at any moment of an open case: all tokens are taken and `to` is marked. */
export const Interruption = z.strictObject({
  id: id('interruption'),
  label: z.string().min(1).describe('Verb on the button.'),
  role: ElementId.describe('Who may do it.'),
  note: Note,
  effects: z
    .array(Effect)
    .optional()
    .describe('Effects on products that do not exist in the case are skipped.'),
  to: z.array(ElementId).min(1).describe('Places marked afterwards.'),
  citizen: z.string().optional().describe('What the citizen’s timeline says when this happens.'),
  basis: Basis,
});
export type Interruption = z.infer<typeof Interruption>;

export const Duration = z.strictObject({
  amount: z.int().positive().describe('How many of the unit.'),
  unit: z
    .enum(['minute', 'working_minute', 'hour', 'working_hour', 'working_day', 'calendar_day'])
    .describe('working_*: only while the calendar is open.'),
});
export type Duration = z.infer<typeof Duration>;

const CalendarName = z.enum(['office', 'counter']).describe('Which opening hours of the tenant count.');

/** Fires when its place has stayed marked for this long; takes that token and marks `to`. */
export const Timer = z.strictObject({
  id: id('timer'),
  label: z.string().min(1).describe('What it means, as staff read it.'),
  while: ElementId.describe('Place that arms the timer.'),
  after: Duration.describe('How long the place must stay marked.'),
  calendar: CalendarName,
  to: z.array(ElementId).describe('Places marked afterwards.'),
  effects: z.array(Effect).optional().describe('What happens to products.'),
  citizen: z.string().optional().describe('What the citizen’s timeline says when this happens.'),
  basis: Basis,
});
export type Timer = z.infer<typeof Timer>;

/** What starts or stops a promise. */
export const Trigger = z
  .union([
    z.strictObject({ filed: z.literal(true).describe('The case is received.') }),
    z.strictObject({
      step: ElementId.describe('A step …'),
      outcome: ElementId.describe('… ends with this.'),
    }),
    z.strictObject({ issued: ElementId.describe('This product is issued.') }),
    z.strictObject({ ended: z.literal(true).describe('The case ends.') }),
  ])
  .describe('A moment in the life of a case.');
export type Trigger = z.infer<typeof Trigger>;

export const Deadline = z.strictObject({
  id: id('deadline'),
  kind: z.enum(['promise', 'norm']).describe('promise: published, the citizen sees it; norm: internal.'),
  label: z.string().min(1).describe('What is promised, as people read it.'),
  duration: Duration.describe('How long it may take.'),
  calendar: CalendarName,
  starts: Trigger.describe('When the clock starts.'),
  stops: z.array(Trigger).min(1).describe('The first of these stops the clock.'),
  when: Condition.optional().describe(
    'Undecided while its facts are unknown: shown as conditional until then.',
  ),
  pausedWhile: z.array(ElementId).optional().describe('Places during which the clock stands still.'),
  basis: Basis,
});
export type Deadline = z.infer<typeof Deadline>;

export const Product = z.strictObject({
  id: id('product'),
  kind: z.enum(['card', 'letter']).describe('What the citizen receives.'),
  label: z.string().min(1).describe('Name of the product.'),
  exclusive: z
    .strictObject({
      group: ElementId.describe('Products of the same group exclude each other.'),
      by: z
        .array(ElementId)
        .min(1)
        .describe('Facts that identify the holder. Each one known in the case counts; unknown ones do not.'),
    })
    .optional()
    .describe('At most one product of the group is in force per holder.'),
  basis: Basis,
});
export type Product = z.infer<typeof Product>;

export const Process = z.strictObject({
  facts: z.array(Fact).describe('Everything a case can know.'),
  display: ElementId.optional().describe('Fact that names a case in work lists, usually the applicant.'),
  area: ElementId.optional().describe('Fact of type "region" that gives the area of a case.'),
  forms: z.array(Form).describe('Questions, for citizens and for staff.'),
  roles: z.array(Role).min(1).describe('Who takes part.'),
  channels: z.array(Channel).min(1).describe('Ways in.'),
  requirements: z.array(Requirement).describe('What the applicant brings.'),
  steps: z.array(Step).min(1).describe('What is done, by whom, with which outcomes.'),
  endings: z.array(Ending).min(1).describe('How a case can end.'),
  interruptions: z.array(Interruption).describe('What may happen at any moment.'),
  timers: z.array(Timer).describe('What happens when nothing happens.'),
  deadlines: z.array(Deadline).describe('How long it may take.'),
  products: z.array(Product).describe('What the citizen receives.'),
  examples: z.array(Example).describe('Stories that must run as written.'),
});
export type Process = z.infer<typeof Process>;
