// Filing at the counter for somebody else: the whole form on one page, kept while it is typed, and what they take home.
import { InstantText } from '@layan/domain/kernel/ids';
import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { CaseIdParam, FieldView, NoBody, NoParams, NoQuery, PreparedUpload } from './common.ts';

const name = z.string().check(z.maxLength(60));

export const PaperReceiptView = z
  .strictObject({
    date: z.string().check(z.maxLength(10), z.describe('`YYYY-MM-DD`')),
    time: z.string().check(z.maxLength(5), z.describe('`HH:MM` of the tenant’s clock.')),
    reason: z.enum(['powerCut', 'network', 'other']),
    text: z.optional(z.string().check(z.maxLength(120))).check(z.describe('For "other".')),
    confirmed: z.optional(z.boolean()).check(z.describe('The day lies far back, and is right.')),
  })
  .check(z.describe('When and why the claim was taken on paper first.'));
export type PaperReceiptView = z.infer<typeof PaperReceiptView>;

const ReceiptTimeView = z
  .strictObject({
    date: z.string().check(z.maxLength(10), z.describe('`YYYY-MM-DD`')),
    time: z.string().check(z.maxLength(5), z.describe('`HH:MM` of the tenant’s clock.')),
    confirmed: z.optional(z.boolean()).check(z.describe('The day lies far back, and is right.')),
  })
  .check(z.describe('When it came, on channels that are told so.'));
export type ReceiptTimeView = z.infer<typeof ReceiptTimeView>;

const Opening = z.strictObject({ id: z.string().check(z.maxLength(60)), openedAt: InstantText });

export const IntakeForm = z.object({
  standard: z.object({ id: z.string(), version: z.int(), hash: z.string() }),
  service: z.string(),
  channel: z.string(),
  kind: z.string(),
  receipt: z.optional(z.enum(['stamped', 'opened'])).check(z.describe('The moment of receipt is asked for.')),
  anonymity: z
    .optional(z.object({ facts: z.array(z.string()), readers: z.string() }))
    .check(z.describe('The applicant may stay anonymous: of these facts nothing is demanded then.')),
  confidentiality: z.optional(z.object({ label: z.string() })),
  groups: z.array(z.array(z.string())).check(z.describe('Of each of these groups of facts one is answered.')),
  pages: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      intro: z.optional(z.string()),
      fields: z.array(FieldView),
    }),
  ),
  requirements: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      hint: z.optional(z.string()),
      required: z.boolean(),
      when: z.optional(z.unknown()).check(z.describe('Condition of the standard, as in FieldView.')),
      oneOf: z
        .optional(z.array(z.object({ id: z.string(), label: z.string() })))
        .check(z.describe('Any one of these; which one is recorded.')),
      shown: z.optional(z.literal(true)).check(z.describe('Looked at and given back; nothing is kept.')),
    }),
  ),
  context: z
    .object({ today: z.string(), region: z.string(), zone: z.string() })
    .check(z.describe('What the client needs to read answers as the server does.')),
  accept: z
    .optional(z.string())
    .check(z.describe('Label of the outcome by which I may accept the file in the same breath.')),
});
export type IntakeForm = z.infer<typeof IntakeForm>;

export const IntakeDocument = z.object({
  id: z.string(),
  requirement: z.string(),
  state: z.enum(['expected', 'checking', 'accepted', 'rejected']),
  problem: z.optional(z.string()).check(z.describe('Why it was rejected and what to do.')),
});
export type IntakeDocument = z.infer<typeof IntakeDocument>;

export const IntakeView = z.object({
  caseId: z.string(),
  revision: z.int().check(z.describe('Send it back: what another window saved is not overwritten.')),
  entered: z.record(z.string(), z.string()).check(z.describe('By fact: the text that stands in its input.')),
  papers: z.array(z.string()),
  receivedOnPaper: z.optional(PaperReceiptView),
  receipt: z.optional(ReceiptTimeView),
  opened: z.optional(z.string()).check(z.describe('When the box was opened, in words.')),
  shown: z.array(z.string()),
  choices: z.record(z.string(), z.string()),
  anonymous: z.boolean(),
  confidential: z.boolean(),
  documents: z.array(IntakeDocument),
  about: z
    .optional(z.object({ caseId: z.string(), ticket: z.string() }))
    .check(z.describe('The earlier case that is objected to.')),
  sent: z.boolean(),
  form: IntakeForm,
});
export type IntakeView = z.infer<typeof IntakeView>;

export const FieldProblemView = z.object({
  fact: z.string(),
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  message: z.string(),
});

export const CounterReceipt = z.object({
  caseId: z.string(),
  service: z.object({ title: z.string(), shortTitle: z.string() }),
  agency: z.object({ name: z.string(), address: z.string(), phone: z.optional(z.string()) }),
  ticket: z.string(),
  secret: z
    .optional(z.string())
    .check(z.describe('Told for a quarter of an hour after filing, and never again.')),
  receivedAt: z.string(),
  receivedWords: z.string(),
  onPaper: z.optional(z.string()).check(z.describe('"diterima di kertas karena listrik padam"')),
  promises: z.array(z.object({ id: z.string(), label: z.string(), verbatim: z.string(), words: z.string() })),
});
export type CounterReceipt = z.infer<typeof CounterReceipt>;

export const listIntakes = operation({
  method: 'GET',
  path: '/staff/counter',
  summary: 'Services I may file for others, and what I began and did not finish.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: z.object({
    services: z.array(
      z.object({
        standard: z.string(),
        service: z.string(),
        channels: z.array(
          z.object({
            id: z.string(),
            label: z.string(),
            kind: z.string(),
            receipt: z.optional(z.enum(['stamped', 'opened'])),
          }),
        ),
      }),
    ),
    unfinished: z.array(
      z.object({
        caseId: z.string(),
        standard: z.string(),
        service: z.string(),
        name: z.string(),
        startedAt: z.string(),
        started: z.string(),
      }),
    ),
  }),
});

export const getIntakeForm = operation({
  method: 'GET',
  path: '/staff/counter/services/:standardId',
  summary: 'The empty form of a service on one of its channels; nothing is kept yet.',
  params: z.object({ standardId: z.string() }),
  query: z.object({ channel: z.optional(z.string()) }),
  body: NoBody,
  response: IntakeForm,
});

export const startIntake = operation({
  method: 'POST',
  name: 'start-intake',
  repeats: 'recorded',
  path: '/staff/counter/intakes',
  summary: 'Begin to file for somebody; `about` names the ended case that is objected to.',
  params: NoParams,
  query: NoQuery,
  body: z.strictObject({
    standard: name,
    about: z.optional(name),
    channel: z.optional(name),
    opening: z.optional(Opening),
    row: z
      .optional(z.string().check(z.regex(/^[0-9a-f]{64}$/)))
      .check(
        z.describe(
          'Hash of the row of a spreadsheet that it is entered from: begun again it is the same intake.',
        ),
      ),
  }),
  response: z.object({
    caseId: z.string(),
    revision: z.int(),
    filed: z.optional(z.object({ ticket: z.string() })).check(z.describe('This row was filed before.')),
  }),
});

export const getIntake = operation({
  method: 'GET',
  path: '/staff/counter/intakes/:caseId',
  summary: 'What I began, to go on with.',
  params: CaseIdParam,
  query: NoQuery,
  body: NoBody,
  response: IntakeView,
});

export const saveIntake = operation({
  method: 'PUT',
  name: 'save-intake',
  repeats: 'recorded',
  path: '/staff/counter/intakes/:caseId',
  summary: 'Save everything as it stands on the screen, right or wrong.',
  params: CaseIdParam,
  query: NoQuery,
  body: z.strictObject({
    revision: z.int().check(z.positive()),
    entered: z.record(name, z.string().check(z.maxLength(4000))),
    papers: z.array(name).check(z.maxLength(50)),
    receivedOnPaper: z.optional(PaperReceiptView),
    receipt: z.optional(ReceiptTimeView),
    shown: z.optional(z.array(name).check(z.maxLength(50))),
    choices: z.optional(z.record(name, name)),
    anonymous: z.optional(z.boolean()),
    confidential: z.optional(z.boolean()),
  }),
  response: z.object({
    caseId: z.string(),
    revision: z.int(),
    savedAt: z.string(),
    problems: z.array(FieldProblemView),
    documents: z.array(IntakeDocument),
  }),
});

export const prepareIntakeUpload = operation({
  method: 'POST',
  name: 'prepare-intake-upload',
  repeats: 'recorded',
  path: '/staff/counter/intakes/:caseId/uploads',
  summary: 'A form by which the browser sends one scan straight to storage; it answers 201.',
  params: CaseIdParam,
  query: NoQuery,
  body: z.strictObject({ requirement: name }),
  response: PreparedUpload,
});

export const dropIntakeDocument = operation({
  method: 'POST',
  name: 'drop-intake-document',
  repeats: 'recorded',
  path: '/staff/counter/intakes/:caseId/uploads/:documentId/drop',
  summary: 'Take a scan out again.',
  params: z.extend(CaseIdParam, { documentId: z.string() }),
  query: NoQuery,
  body: NoBody,
  response: z.object({ revision: z.int() }),
});

export const submitIntake = operation({
  method: 'POST',
  name: 'submit-intake',
  repeats: 'by-identity',
  path: '/staff/counter/intakes/:caseId/file',
  summary: 'File it. Sent twice, it files once and answers the same receipt.',
  params: CaseIdParam,
  query: NoQuery,
  body: z.strictObject({ revision: z.int().check(z.positive()) }),
  response: CounterReceipt,
});

export const dropIntake = operation({
  method: 'POST',
  name: 'drop-intake',
  repeats: 'recorded',
  takesAway: true,
  path: '/staff/counter/intakes/:caseId/drop',
  summary: 'Throw away what was begun, with everything typed in it.',
  params: CaseIdParam,
  query: NoQuery,
  body: NoBody,
  response: z.object({}),
});

export const DuplicateView = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heldProduct'),
    label: z.string(),
    number: z.optional(z.string()),
    caseId: z.optional(z.string()),
  }),
  z.object({
    kind: z.literal('openCase'),
    service: z.string(),
    ticket: z.string(),
    caseId: z.string(),
  }),
  z
    .object({
      kind: z.literal('likeness'),
      service: z.string(),
      ticket: z.string(),
      caseId: z.string(),
    })
    .check(
      z.describe('Without a NIK: of the same name and day of birth in the same place; perhaps one person.'),
    ),
  z
    .object({ kind: z.literal('openElsewhere'), service: z.string() })
    .check(
      z.describe('A case of this service runs in a place that is not mine; nothing more is told of it.'),
    ),
]);
export type DuplicateView = z.infer<typeof DuplicateView>;

export const findDuplicates = operation({
  method: 'POST',
  name: 'find-duplicates',
  repeats: 'each-time',
  path: '/staff/counter/duplicates',
  summary: 'Whether this person or family has an open case or holds a product; a hint that stops nobody.',
  params: NoParams,
  query: NoQuery,
  body: z.strictObject({
    standard: name,
    entered: z
      .record(name, z.string().check(z.maxLength(500)))
      .check(z.describe('Identifiers, or else what tells people apart, as typed, by fact.')),
  }),
  response: z.object({ duplicates: z.array(DuplicateView) }),
});

const PlaceView = z.object({
  area: z.string(),
  position: z.int().check(z.describe('1 is next.')),
  waiting: z.int(),
});

export const SlipView = z.object({
  caseId: z.string(),
  ticket: z.string(),
  service: z.string(),
  agency: z.object({ name: z.string(), address: z.string(), phone: z.optional(z.string()) }),
  receivedAt: z.string(),
  received: z.string(),
  step: z.string(),
  queued: z.string(),
  village: z.optional(PlaceView),
  district: z.optional(PlaceView),
  asOf: z.string(),
  promises: z.array(z.object({ label: z.string(), due: z.string(), words: z.string() })),
  bring: z.array(z.string()),
});
export type SlipView = z.infer<typeof SlipView>;

export const getSlip = operation({
  method: 'GET',
  path: '/staff/cases/:caseId/slip',
  summary: 'The slip for a family whose survey waits: ticket, promise and place in the queue as of now.',
  params: CaseIdParam,
  query: NoQuery,
  body: NoBody,
  response: SlipView,
});
