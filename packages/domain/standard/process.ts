// The executable layer: a workflow net over named places, with roles, forms, promises and products.
// A step consumes a token from every place in `after` and its chosen outcome puts one on every place in `to`.
import * as z from 'zod';
import { Basis, ElementId } from './basis.ts';
import { Condition } from './conditions.ts';
import { Fact, Form } from './facts.ts';

export const Role = z.strictObject({
  id: ElementId,
  label: z.string().min(1).describe('Name of the role as the agency says it.'),
  party: z.enum(['applicant', 'staff', 'external']).describe('Who stands behind the role.'),
  byArea: z.boolean().optional().describe('Work is divided by the area of the case (kecamatan, kelurahan).'),
  basis: Basis,
});
export type Role = z.infer<typeof Role>;

export const Channel = z.strictObject({
  id: ElementId,
  kind: z.enum(['portal', 'counter', 'letter', 'phone', 'other']),
  label: z.string().min(1),
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
  id: ElementId,
  label: z.string().min(1),
  hint: z.string().optional(),
  required: z.boolean(),
  when: Condition.optional(),
  basis: Basis,
});
export type Requirement = z.infer<typeof Requirement>;

/** What an outcome does to a product of the case. */
export const Effect = z.union([
  z.strictObject({ issue: ElementId, as: z.enum(['provisional', 'active']) }),
  z.strictObject({ confirm: ElementId }),
  z.strictObject({ revoke: ElementId }),
]);
export type Effect = z.infer<typeof Effect>;

export const Outcome = z.strictObject({
  id: ElementId,
  label: z.string().min(1).describe('Verb on the button, e.g. "Terima berkas".'),
  tone: z.enum(['proceed', 'return', 'refuse']).describe('How the screen presents it.'),
  when: Condition.optional().describe(
    'Offered only when this holds after the form of the step is filled in.',
  ),
  asks: z
    .array(ElementId)
    .optional()
    .describe('Facts of the step’s form that this outcome needs; all required ones when absent.'),
  note: z.enum(['none', 'optional', 'required']).describe('Sentence to the citizen that goes with it.'),
  missing: z.boolean().optional().describe('Names which requirements or facts are missing or unclear.'),
  atMost: z.int().positive().optional().describe('How often it may be chosen in one case.'),
  to: z.array(ElementId).describe('Places marked afterwards.'),
  effects: z.array(Effect).optional(),
  citizen: z.string().optional().describe('What the citizen’s timeline says when this happens.'),
  basis: Basis,
});
export type Outcome = z.infer<typeof Outcome>;

export const Step = z.strictObject({
  id: ElementId,
  kind: z
    .enum(['task', 'supply', 'route'])
    .describe(
      'task: somebody of the role works; supply: the applicant completes the file; route: decided at once by conditions.',
    ),
  label: z.string().min(1).describe('What is done, as the worker says it.'),
  role: ElementId.optional().describe('Absent for routes.'),
  after: z.array(ElementId).min(1).describe('All these places must be marked.'),
  form: ElementId.optional(),
  checks: z.array(ElementId).optional().describe('Requirements looked at in this step.'),
  notBy: z.array(ElementId).optional().describe('Steps whose worker may not also do this one.'),
  outcomes: z.array(Outcome).min(1),
  citizen: z
    .string()
    .optional()
    .describe('What the citizen reads while this step waits, e.g. "Petugas loket memeriksa berkas Anda."'),
  basis: Basis,
});
export type Step = z.infer<typeof Step>;

/** The case ends with this when every place in `after` is marked and nothing else is. */
export const Ending = z.strictObject({
  id: ElementId,
  kind: z.enum(['granted', 'refused', 'withdrawn', 'referred', 'lapsed']),
  label: z.string().min(1),
  citizen: z.string().min(1).describe('The decision as a sentence to a person.'),
  after: z.array(ElementId).min(1),
  basis: Basis,
});
export type Ending = z.infer<typeof Ending>;

/** What may happen at any moment of an open case: all tokens are taken and `to` is marked. */
export const Interruption = z.strictObject({
  id: ElementId,
  label: z.string().min(1),
  role: ElementId,
  note: z.enum(['none', 'optional', 'required']),
  effects: z
    .array(Effect)
    .optional()
    .describe('Effects on products that do not exist in the case are skipped.'),
  to: z.array(ElementId).min(1),
  citizen: z.string().optional(),
  basis: Basis,
});
export type Interruption = z.infer<typeof Interruption>;

export const Duration = z.strictObject({
  amount: z.int().positive(),
  unit: z.enum(['minute', 'working_minute', 'hour', 'working_hour', 'working_day', 'calendar_day']),
});
export type Duration = z.infer<typeof Duration>;

/** Fires when its place has stayed marked for this long; takes that token and marks `to`. */
export const Timer = z.strictObject({
  id: ElementId,
  label: z.string().min(1),
  while: ElementId.describe('Place that arms the timer.'),
  after: Duration,
  calendar: z.enum(['office', 'counter']),
  to: z.array(ElementId),
  effects: z.array(Effect).optional(),
  citizen: z.string().optional(),
  basis: Basis,
});
export type Timer = z.infer<typeof Timer>;

/** What starts or stops a promise. */
export const Trigger = z.union([
  z.strictObject({ filed: z.literal(true) }),
  z.strictObject({ step: ElementId, outcome: ElementId }),
  z.strictObject({ issued: ElementId }),
  z.strictObject({ ended: z.literal(true) }),
]);
export type Trigger = z.infer<typeof Trigger>;

export const Deadline = z.strictObject({
  id: ElementId,
  kind: z.enum(['promise', 'norm']).describe('promise: published, the citizen sees it; norm: internal.'),
  label: z.string().min(1),
  duration: Duration,
  calendar: z.enum(['office', 'counter']),
  starts: Trigger,
  stops: z.array(Trigger).min(1),
  when: Condition.optional().describe(
    'Undecided while its facts are unknown: shown as conditional until then.',
  ),
  pausedWhile: z.array(ElementId).optional().describe('Places during which the clock stands still.'),
  basis: Basis,
});
export type Deadline = z.infer<typeof Deadline>;

export const Product = z.strictObject({
  id: ElementId,
  kind: z.enum(['card', 'letter']),
  label: z.string().min(1),
  exclusive: z
    .strictObject({ group: ElementId, by: ElementId.describe('Fact that identifies the holder.') })
    .optional()
    .describe('At most one product of the group is in force per holder.'),
  basis: Basis,
});
export type Product = z.infer<typeof Product>;

/** An executable example: must run as written before the standard is published. */
export const Example = z.strictObject({
  id: ElementId,
  title: z.string().min(1),
  channel: ElementId,
  facts: z.record(ElementId, z.union([z.string(), z.number(), z.boolean()])),
  turns: z.array(
    z.union([
      z.strictObject({
        step: ElementId,
        outcome: ElementId,
        facts: z.record(ElementId, z.union([z.string(), z.number(), z.boolean()])).optional(),
      }),
      z.strictObject({ interruption: ElementId }),
      z.strictObject({ timer: ElementId }),
    ]),
  ),
  ending: ElementId.optional().describe('Ending reached; absent when the example stops earlier.'),
  products: z.record(ElementId, z.enum(['provisional', 'active', 'suspended', 'revoked'])).optional(),
});
export type Example = z.infer<typeof Example>;

export const Process = z.strictObject({
  facts: z.array(Fact),
  forms: z.array(Form),
  roles: z.array(Role).min(1),
  channels: z.array(Channel).min(1),
  requirements: z.array(Requirement),
  steps: z.array(Step).min(1),
  endings: z.array(Ending).min(1),
  interruptions: z.array(Interruption),
  timers: z.array(Timer),
  deadlines: z.array(Deadline),
  products: z.array(Product),
  examples: z.array(Example),
});
export type Process = z.infer<typeof Process>;
