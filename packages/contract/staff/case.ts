// A case as the people who work on it see it, and what they may do.
import { ProductChange, ProductState } from '@layan/domain/product/product-state';
import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { CaseIdParam, FieldView, FormPageView, NoBody, NoQuery, PromiseView } from './common.ts';
import { LetterView, SignatureInput } from './letter-view.ts';
import { EvidenceView, ScoreRules } from './step.ts';

export const FactView = z.object({
  fact: z.string(),
  label: z.string(),
  group: z.string().check(z.describe('Title of the form page that asked for it.')),
  type: FieldView.shape.type,
  value: z.string().check(z.describe('For reading; the last four digits when masked.')),
  masked: z.boolean(),
  unmaskable: z.boolean().check(z.describe('Unmasking would show it to me.')),
});

export const DocumentView = z.object({
  id: z.string(),
  requirement: z.string(),
  label: z.string().check(z.describe('What it was brought for.')),
  state: z.enum(['expected', 'checking', 'accepted', 'rejected']),
  contentType: z.optional(z.string()),
  bytes: z.optional(z.number()),
  attached: z.boolean().check(z.describe('Part of the file as it was sent.')),
  createdAt: z.string(),
});

export const OutcomeView = z.object({
  id: z.string(),
  label: z.string(),
  tone: z.enum(['proceed', 'return', 'refuse']),
  note: z.enum(['none', 'optional', 'required']),
  missing: z.boolean(),
  asks: z
    .optional(z.array(z.string()))
    .check(z.describe('Facts this outcome needs; all required ones when absent.')),
  when: z.optional(z.unknown()),
  allowed: z.boolean(),
  reason: z.optional(z.string()).check(z.describe('Why not, as a sentence.')),
});

export const ActionView = z.object({
  kind: z.enum(['step', 'interruption', 'suspension', 'resume', 'extension']),
  id: z.string().check(z.describe('Id of the step, interruption, suspension or deadline.')),
  task: z.optional(z.string()),
  label: z.string(),
  role: z.string().check(z.describe('Who does it, as the agency says it.')),
  allowed: z.boolean(),
  reason: z.optional(z.string()).check(z.describe('Why not, as a sentence.')),
  assignee: z.optional(z.object({ name: z.string(), me: z.boolean() })),
  fields: z.array(FieldView),
  pages: z
    .array(FormPageView)
    .check(z.describe('Sections of the form; fields that stand in none come after them.')),
  evidence: z.array(EvidenceView),
  shows: z
    .array(z.object({ form: z.string(), title: z.string() }))
    .check(z.describe('Forms filled in before that I may read in clear for this step.')),
  scores: z.array(ScoreRules),
  checks: z.array(z.string()).check(z.describe('Requirements looked at in this step.')),
  effect: z.optional(z.string()).check(z.describe('What comes of it, as a sentence.')),
  review: z
    .optional(z.enum(['correct', 'initial', 'sign']))
    .check(z.describe('What I do to the draft of a colleague.')),
  capacities: z
    .optional(z.array(z.object({ role: z.string(), label: z.string() })))
    .check(z.describe('Roles in which I may do it, where one of them stands in: "Plh. Kepala Dinas".')),
  outside: z
    .optional(z.object({ by: z.string(), notBefore: z.string() }))
    .check(z.describe('Somebody outside did it: when is entered with it.')),
  draftReturned: z
    .optional(z.object({ by: z.string(), note: z.optional(z.string()), when: z.string() }))
    .check(z.describe('Why the draft came back, and from whom.')),
  away: z
    .optional(z.array(z.string()))
    .check(z.describe('Of those it waits for: "Kepala Dinas sedang tidak di tempat sampai 3 Maret 2026".')),
  signs: z
    .optional(z.string())
    .check(z.describe('Product that the outcome in `signsWith` signs: see `letters`.')),
  signsWith: z.optional(z.array(z.string())).check(z.describe('Outcomes that sign.')),
  note: z.optional(z.enum(['none', 'optional', 'required'])).check(z.describe('For what is not a step.')),
  outcomes: z.array(OutcomeView),
});
export type ActionView = z.infer<typeof ActionView>;

export const ProductActionView = z.object({
  id: z.string(),
  label: z.string(),
  change: ProductChange,
  note: z.enum(['none', 'optional', 'required']),
  allowed: z.boolean(),
  reason: z.optional(z.string()).check(z.describe('Why not, as a sentence.')),
});

export const ProductView = z.object({
  id: z.string(),
  label: z.string(),
  kind: z.enum(['card', 'letter']),
  number: z.optional(z.string()),
  state: ProductState,
  issued: z.string(),
  changed: z.string().check(z.describe('When the state was last changed, in words.')),
  validUntil: z.optional(z.string()).check(z.describe('In words.')),
  replaces: z.optional(z.string()).check(z.describe('Number of the copy that was lost.')),
  objectionUntil: z.optional(z.string()).check(z.describe('Last day to object to its revocation, in words.')),
  actions: z
    .array(ProductActionView)
    .check(z.describe('What may be done to it, beside the steps of the case.')),
});
export type ProductView = z.infer<typeof ProductView>;

export const LadderView = z
  .object({
    draft: z.string().check(z.describe('Step that writes the draft.')),
    label: z.string(),
    role: z.string(),
    tiers: z.array(
      z.object({
        step: z.string(),
        label: z.string(),
        role: z.string(),
        verb: z.enum(['correct', 'initial', 'sign']),
        state: z.enum(['done', 'now', 'ahead', 'skipped']),
        by: z.optional(z.string()),
        when: z.optional(z.string()),
        why: z.optional(z.enum(['vacant', 'away'])).check(z.describe('Of a tier that was passed.')),
      }),
    ),
    returns: z
      .array(z.object({ by: z.string(), when: z.string(), note: z.optional(z.string()) }))
      .check(z.describe('Notes with which the draft came back, the oldest first.')),
  })
  .check(z.describe('A review of a draft, tier by tier.'));
export type LadderView = z.infer<typeof LadderView>;

export const CaseView = z.object({
  id: z.string(),
  seq: z.int().check(z.describe('Send it back with a command: nobody overwrites what they have not seen.')),
  ticket: z.string(),
  service: z.string(),
  standard: z.object({ id: z.string(), version: z.int(), hash: z.string() }),
  agency: z.string(),
  channel: z.string(),
  applicant: z.string(),
  area: z.optional(z.string()),
  about: z
    .optional(z.object({ caseId: z.string(), ticket: z.string() }))
    .check(z.describe('The earlier case that this one answers: an objection.')),
  parent: z
    .optional(z.object({ caseId: z.string(), ticket: z.string() }))
    .check(z.describe('The case that waits for this one.')),
  subcases: z
    .array(z.object({ caseId: z.string(), ticket: z.string(), step: z.string() }))
    .check(z.describe('Cases of other services that this one opened.')),
  batch: z
    .optional(z.object({ caseId: z.string(), ticket: z.string(), left: z.optional(z.literal(true)) }))
    .check(z.describe('The batch that gathered this case last; left: it let go of it.')),
  predecessor: z
    .optional(z.object({ caseId: z.string(), ticket: z.string() }))
    .check(z.describe('The case whose end opened this one.')),
  successor: z
    .optional(z.object({ caseId: z.string(), ticket: z.string() }))
    .check(z.describe('The next matter, filed when this one ended.')),
  lines: z
    .optional(z.object({ all: z.int(), in: z.int() }))
    .check(
      z.describe('Of a batch: its lines, and those that are still in it. See the operations of batches.'),
    ),
  anonymous: z.boolean(),
  confidential: z.boolean(),
  restricted: z
    .optional(z.object({ since: z.string(), requests: z.array(z.string()) }))
    .check(
      z.describe(
        'Its data are kept and nothing else is done with them; tickets of the requests that ask so.',
      ),
    ),
  suspended: z
    .optional(z.object({ label: z.string(), until: z.string(), note: z.optional(z.string()) }))
    .check(z.describe('Nobody works on it and every clock stands still.')),
  receivedAt: z.string(),
  received: z.string(),
  facts: z.array(FactView),
  ordinaryFacts: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .check(z.describe('Facts conditions may speak of, for the client’s own evaluation.')),
  requirements: z.array(z.object({ id: z.string(), label: z.string(), required: z.boolean() })),
  documents: z.array(DocumentView),
  promises: z.array(PromiseView),
  actions: z.array(ActionView),
  products: z.array(ProductView),
  letters: z
    .array(LetterView)
    .check(z.describe('Letters that are being drafted, that wait for their signature, or that were signed.')),
  ladders: z.array(LadderView).check(z.describe('Reviews that run.')),
  returned: z.optional(
    z.object({ labels: z.array(z.string()), note: z.optional(z.string()), at: z.string() }),
  ),
  timeline: z.array(
    z.object({
      seq: z.int(),
      at: z.string(),
      when: z.string(),
      who: z.string(),
      what: z.string(),
      note: z.optional(z.string()),
    }),
  ),
  waited: z
    .array(z.object({ who: z.string(), time: z.string() }))
    .check(z.describe('Working time for which the case waited for each.')),
  counter: z.object({
    papers: z.array(z.string()).check(z.describe('Requirements brought on paper, which the counter keeps.')),
    onPaper: z.optional(z.string()).check(z.describe('"diterima di kertas karena listrik padam"')),
    slip: z.boolean().check(z.describe('The slip of the survey queue can be printed.')),
    objection: z
      .optional(z.object({ standard: z.string(), until: z.string(), late: z.boolean() }))
      .check(z.describe('I may file an objection for the person at the counter.')),
  }),
  ended: z.optional(
    z.object({
      kind: z.string(),
      label: z.string(),
      sentence: z.string().check(z.describe('How it ended, as the applicant reads it.')),
      at: z.string(),
      objectionUntil: z.optional(z.string()).check(z.describe('Last day to object, in words.')),
    }),
  ),
});
export type CaseView = z.infer<typeof CaseView>;

export const getCase = operation({
  method: 'GET',
  path: '/staff/cases/:caseId',
  summary: 'A case with its file, its promise and what I may do.',
  params: CaseIdParam,
  query: NoQuery,
  body: NoBody,
  response: CaseView,
});

const commandBase = {
  expectedSeq: z.int().check(z.positive(), z.describe('`seq` of the case as it was seen.')),
};

export const completeStep = operation({
  method: 'POST',
  name: 'complete-step',
  repeats: 'with-the-case',
  path: '/staff/cases/:caseId/steps/:step/complete',
  summary: 'Do an open step with one of its outcomes. Send an `Idempotency-Key`.',
  params: z.extend(CaseIdParam, { step: z.string() }),
  query: NoQuery,
  body: z.strictObject({
    ...commandBase,
    outcome: z.string().check(z.maxLength(60)),
    facts: z
      .record(z.string().check(z.maxLength(60)), z.string().check(z.maxLength(2000)))
      .check(z.describe('Raw values as typed.')),
    note: z.optional(z.string().check(z.maxLength(1000))),
    missing: z.optional(
      z.strictObject({
        requirements: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(50)),
        facts: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(50)),
      }),
    ),
    attachments: z
      .optional(
        z
          .array(
            z.strictObject({
              requirement: z.string().check(z.maxLength(60)),
              document: z.string().check(z.maxLength(60)),
            }),
          )
          .check(z.maxLength(50)),
      )
      .check(z.describe('Accepted evidence that becomes part of the file with this step.')),
    as: z
      .optional(z.string().check(z.maxLength(60)))
      .check(z.describe('My role in which I do it, where several may.')),
    happened: z
      .optional(
        z.strictObject({
          date: z.string().check(z.maxLength(10), z.describe('`YYYY-MM-DD`')),
          time: z.string().check(z.maxLength(5), z.describe('`HH:MM` of the tenant’s clock.')),
        }),
      )
      .check(z.describe('When somebody outside did it.')),
    signature: z.optional(SignatureInput).check(z.describe('With the outcome that signs a letter.')),
  }),
  response: CaseView,
});

export const interruptCase = operation({
  method: 'POST',
  name: 'interrupt-case',
  repeats: 'with-the-case',
  path: '/staff/cases/:caseId/interruptions/:interruption',
  summary: 'End the case early, e.g. withdraw it for the applicant. Send an `Idempotency-Key`.',
  params: z.extend(CaseIdParam, { interruption: z.string() }),
  query: NoQuery,
  body: z.strictObject({ ...commandBase, note: z.optional(z.string().check(z.maxLength(1000))) }),
  response: CaseView,
});

const noted = z.strictObject({ ...commandBase, note: z.optional(z.string().check(z.maxLength(1000))) });

export const suspendCase = operation({
  method: 'POST',
  name: 'suspend-case',
  repeats: 'with-the-case',
  path: '/staff/cases/:caseId/suspensions/:suspension',
  summary: 'Put the case on hold, with a reason that the applicant reads. Send an `Idempotency-Key`.',
  params: z.extend(CaseIdParam, { suspension: z.string() }),
  query: NoQuery,
  body: noted,
  response: CaseView,
});

export const resumeCase = operation({
  method: 'POST',
  name: 'resume-case',
  repeats: 'with-the-case',
  path: '/staff/cases/:caseId/resume',
  summary: 'Let a case go on that was on hold. Send an `Idempotency-Key`.',
  params: CaseIdParam,
  query: NoQuery,
  body: noted,
  response: CaseView,
});

export const extendPromise = operation({
  method: 'POST',
  name: 'extend-promise',
  repeats: 'with-the-case',
  path: '/staff/cases/:caseId/promises/:promise/extend',
  summary: 'Give a promise more time, with a reason that the applicant reads. Send an `Idempotency-Key`.',
  params: z.extend(CaseIdParam, { promise: z.string() }),
  query: NoQuery,
  body: noted,
  response: CaseView,
});

export const changeProduct = operation({
  method: 'POST',
  name: 'change-product',
  repeats: 'with-the-case',
  path: '/staff/cases/:caseId/products/:productId/actions/:action',
  summary: 'Do something to a product that was issued, as its standard allows. Send an `Idempotency-Key`.',
  params: z.extend(CaseIdParam, { productId: z.string(), action: z.string() }),
  query: NoQuery,
  body: z.strictObject({ ...commandBase, note: z.optional(z.string().check(z.maxLength(1000))) }),
  response: CaseView,
});

const taskParams = z.extend(CaseIdParam, { task: z.string() });

export const claimTask = operation({
  method: 'POST',
  name: 'claim-task',
  repeats: 'with-the-case',
  path: '/staff/cases/:caseId/tasks/:task/claim',
  summary: 'Take an open task.',
  params: taskParams,
  query: NoQuery,
  body: z.strictObject(commandBase),
  response: CaseView,
});

export const releaseTask = operation({
  method: 'POST',
  name: 'release-task',
  repeats: 'with-the-case',
  path: '/staff/cases/:caseId/tasks/:task/release',
  summary: 'Put a task back into the queue.',
  params: taskParams,
  query: NoQuery,
  body: z.strictObject(commandBase),
  response: CaseView,
});

export const openDocument = operation({
  method: 'POST',
  name: 'open-document',
  repeats: 'each-time',
  path: '/staff/cases/:caseId/documents/:documentId/open',
  summary: 'A link to a scan, good for a minute; logged.',
  params: z.extend(CaseIdParam, { documentId: z.string() }),
  query: NoQuery,
  body: NoBody,
  response: z.object({ url: z.string(), contentType: z.string() }),
});

export const unmaskFact = operation({
  method: 'POST',
  name: 'unmask-fact',
  repeats: 'each-time',
  path: '/staff/cases/:caseId/facts/:fact/unmask',
  summary: 'Show a masked value; the reason is logged and the citizen may ask for it.',
  params: z.extend(CaseIdParam, { fact: z.string() }),
  query: NoQuery,
  body: z.strictObject({ reason: z.string().check(z.minLength(1), z.maxLength(300)) }),
  response: z.object({ value: z.string() }),
});
