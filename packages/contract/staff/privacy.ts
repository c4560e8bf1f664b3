// The rights of data subjects: what they ask, by when it is answered, and the copy that is handed over; and the terms on
// which the agency processes personal data.
import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { NoBody, NoParams, NoQuery } from './common.ts';

const Kind = z.enum(['access', 'correction', 'restriction', 'objection', 'erasure']);

const view = {
  id: z.string(),
  ticket: z.string(),
  kind: Kind,
  kindWords: z.string(),
  channel: z.enum(['portal', 'counter']),
  identity: z.enum(['ticket-and-secret', 'identity-card', 'family-card', 'authorised']),
  cases: z.int().check(z.describe('How many cases it is about.')),
  state: z.enum(['received', 'answered', 'refused', 'done']),
  received: z.string(),
  clock: z
    .enum(['running', 'soon', 'lapsed', 'kept', 'late'])
    .check(z.describe('Three times 24 hours from its receipt to its answer.')),
  left: z.string().check(z.describe('"sisa 2 hari 3 jam"')),
  until: z.string(),
  lapsed: z.boolean().check(z.describe('Its time had passed before it was answered; stays so.')),
  answered: z.optional(z.string()),
  refusal: z.optional(z.string()).check(z.describe('The ground in words, with its rule.')),
  copyUntil: z.optional(z.string()).check(z.describe('Until when the copy may be fetched.')),
  revision: z.int(),
};

export const RequestView = z.object(view);
export type RequestView = z.infer<typeof RequestView>;

export const RequestDetail = z.object({
  ...view,
  wish: z.optional(z.string()),
  note: z.optional(z.string()),
  withheld: z
    .optional(z.literal(true))
    .check(
      z.describe('It is about a case that I may not open: neither what was written nor about what is told.'),
    ),
  by: z.optional(z.string()).check(z.describe('Who answered.')),
  about: z.array(
    z.object({
      caseId: z.string(),
      ticket: z.string(),
      service: z.string(),
      state: z.string(),
      restricted: z.boolean().check(z.describe('Its data are kept and nothing else.')),
      part: z.optional(z.string()).check(z.describe('Found by NIK: which part the person has in it.')),
      covered: z.boolean().check(z.describe('The request is carried out in it.')),
      facts: z
        .array(
          z.object({
            fact: z.string(),
            label: z.string(),
            shown: z.string().check(z.describe('As it stands, masked.')),
            options: z.optional(z.array(z.object({ value: z.string(), label: z.string() }))),
            steps: z.array(z.string()).check(z.describe('Steps behind the case that read it.')),
            products: z.array(z.string()).check(z.describe('What is in force and prints it.')),
          }),
        )
        .check(z.describe('What may be corrected; for the officer, while the request waits.')),
      corrected: z.optional(
        z.object({
          facts: z.array(z.string()),
          steps: z.array(z.string()),
          products: z.array(z.string()).check(z.describe('To be issued anew.')),
        }),
      ),
      automatic: z.array(z.string()).check(z.describe('What the system decided by itself; for objections.')),
      review: z.optional(z.string()).check(z.describe('The way on which people look at it again.')),
    }),
  ),
  grounds: z
    .array(z.object({ id: z.string(), sentence: z.string(), rule: z.string() }))
    .check(z.describe('On which it may be refused.')),
  decides: z.boolean(),
});
export type RequestDetail = z.infer<typeof RequestDetail>;

export const listSubjectRequests = operation({
  method: 'GET',
  path: '/staff/privacy/requests',
  summary: 'What people asked about their data: what waits, the oldest first; then what is settled.',
  params: NoParams,
  query: z.object({ after: z.optional(z.string().check(z.maxLength(120))) }),
  body: NoBody,
  response: z.object({
    open: z.array(RequestView),
    settled: z.array(RequestView),
    next: z.optional(z.string()),
    decides: z.boolean().check(z.describe('I decide on them.')),
  }),
});

export const recordSubjectRequest = operation({
  method: 'POST',
  name: 'record-subject-request',
  repeats: 'resumed',
  path: '/staff/privacy/requests',
  summary: 'Write down at the counter what somebody asks about their own data.',
  params: NoParams,
  query: NoQuery,
  body: z.strictObject({
    kind: Kind,
    whose: z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('nik'), nik: z.string().check(z.maxLength(40)) }),
      z.strictObject({
        by: z.literal('ticket'),
        ticket: z.string().check(z.maxLength(40)),
        secret: z.string().check(z.maxLength(40)),
      }),
    ]),
    identity: z
      .enum(['identity-card', 'family-card', 'authorised'])
      .check(z.describe('What was shown and given back.')),
    wish: z.optional(z.string().check(z.maxLength(1000))),
  }),
  response: RequestView,
});

const requestParams = z.object({ requestId: z.string() });

export const getSubjectRequest = operation({
  method: 'GET',
  path: '/staff/privacy/requests/:requestId',
  summary: 'One request, with what was asked and what it is about.',
  params: requestParams,
  query: NoQuery,
  body: NoBody,
  response: RequestDetail,
});

export const answerSubjectRequest = operation({
  method: 'POST',
  name: 'answer-subject-request',
  repeats: 'resumed',
  path: '/staff/privacy/requests/:requestId/answer',
  summary:
    'Grant a request and carry it out, refuse it on a ground, or finish it: erase what was granted, end a restriction.',
  params: requestParams,
  query: NoQuery,
  body: z.strictObject({
    answer: z.enum(['grant', 'refuse', 'finish']),
    ground: z.optional(
      z.enum([
        'endangers-somebody',
        'data-of-others',
        'national-security',
        'law-enforcement',
        'state-administration',
        'archive',
        'still-needed',
        'not-incorrect',
        'not-proven',
        'nothing-here',
      ]),
    ),
    note: z.optional(z.string().check(z.maxLength(1000))),
    corrections: z
      .optional(
        z
          .array(
            z.strictObject({
              caseId: z.string().check(z.maxLength(26)),
              values: z.record(z.string().check(z.maxLength(60)), z.string().check(z.maxLength(4000))),
            }),
          )
          .check(z.maxLength(60)),
      )
      .check(z.describe('With a granted correction: what is right, by case and fact, as typed.')),
    also: z
      .optional(z.array(z.string().check(z.maxLength(26))).check(z.maxLength(60)))
      .check(
        z.describe(
          'With a granted restriction or objection: cases that the person is only named in and that are added.',
        ),
      ),
    revision: z.int().check(z.positive()),
  }),
  response: RequestDetail,
});

export const handOverCopy = operation({
  method: 'POST',
  name: 'hand-over-copy',
  repeats: 'each-time',
  path: '/staff/privacy/requests/:requestId/copy',
  summary: 'The copy of somebody’s data, to hand it over at the counter. Every time is noted.',
  params: requestParams,
  query: NoQuery,
  body: z.strictObject({
    secret: z
      .optional(z.string().check(z.maxLength(40)))
      .check(z.describe('Of the case, again, where the request was proved by ticket and secret.')),
  }),
  response: z.object({
    fileName: z.string(),
    page: z.string().check(z.describe('A page that stands by itself.')),
    json: z.string(),
  }),
});

const Months = z.partialRecord(
  z.enum(['rejectedIntake', 'case', 'scans', 'anonymousComplaint', 'audit']),
  z.int().check(z.minimum(1), z.maximum(1200)),
);

const terms = {
  officer: z.optional(
    z.strictObject({
      name: z.string().check(z.trim(), z.minLength(2), z.maxLength(120)),
      contact: z.string().check(z.trim(), z.minLength(3), z.maxLength(200)),
    }),
  ),
  basis: z.enum([
    'consent',
    'contract',
    'legal-obligation',
    'vital-interest',
    'public-service',
    'legitimate-interest',
  ]),
  purposes: z
    .array(z.string().check(z.trim(), z.minLength(3), z.maxLength(300)))
    .check(z.minLength(1), z.maxLength(12)),
  retention: z.strictObject({
    months: Months,
    services: z.record(z.string().check(z.maxLength(60)), Months),
  }),
  namesReaders: z
    .optional(z.literal(true))
    .check(z.describe('Who asks who looked is told names, not roles alone.')),
};

export const PrivacyTermsView = z.object({
  version: z.int().check(z.describe('0: what holds while nothing was stated.')),
  since: z.optional(z.string()),
  ...terms,
});
export type PrivacyTermsView = z.infer<typeof PrivacyTermsView>;

export const getPrivacyTerms = operation({
  method: 'GET',
  path: '/staff/privacy/terms',
  summary: 'On which terms my agency processes personal data.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: PrivacyTermsView,
});

export const changePrivacyTerms = operation({
  method: 'PUT',
  name: 'change-privacy-terms',
  repeats: 'recorded',
  path: '/staff/privacy/terms',
  summary: 'State new terms: a new version of the notice, from now on; earlier ones stay readable.',
  params: NoParams,
  query: NoQuery,
  body: z.strictObject({ version: z.int().check(z.describe('That was seen.')), ...terms }),
  response: PrivacyTermsView,
});

export const RetentionView = z.object({
  planned: z
    .array(
      z.object({
        caseId: z.string(),
        ticket: z.string(),
        service: z.string(),
        class: z.enum(['rejectedIntake', 'case', 'scans', 'anonymousComplaint', 'audit']),
        on: z.string(),
        held: z.boolean(),
      }),
    )
    .check(z.describe('Due within 90 days, the soonest first.')),
  more: z.boolean(),
  holds: z.array(
    z.object({
      caseId: z.string(),
      ticket: z.string(),
      since: z.string(),
      by: z.string(),
      reason: z.string(),
    }),
  ),
});
export type RetentionView = z.infer<typeof RetentionView>;

export const listRetention = operation({
  method: 'GET',
  path: '/staff/privacy/retention',
  summary: 'What is due for destruction within 90 days, and what may not be destroyed.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: RetentionView,
});

export const holdForLaw = operation({
  method: 'POST',
  name: 'hold-for-law',
  repeats: 'recorded',
  path: '/staff/privacy/holds',
  summary: 'Forbid the destruction of a case.',
  params: NoParams,
  query: NoQuery,
  body: z.strictObject({
    ticket: z.string().check(z.maxLength(40)),
    reason: z.string().check(z.trim(), z.minLength(10), z.maxLength(300)),
  }),
  response: RetentionView,
});

export const liftHold = operation({
  method: 'POST',
  name: 'lift-hold',
  repeats: 'recorded',
  takesAway: true,
  path: '/staff/privacy/holds/:caseId/lift',
  summary: 'Let a case go its way again.',
  params: z.object({ caseId: z.string() }),
  query: NoQuery,
  body: NoBody,
  response: RetentionView,
});

const BreachClock = z.object({
  state: z.enum(['running', 'soon', 'lapsed', 'kept', 'late']),
  left: z.string(),
  until: z.string(),
});

const DataKind = z.enum(['identity', 'contact', 'family', 'finance', 'health', 'children', 'scans', 'other']);

export const BreachView = z.object({
  id: z.string(),
  discovered: z.string(),
  recordedBy: z.string(),
  data: z.array(DataKind),
  dataWords: z.string(),
  people: z.optional(z.int()),
  how: z.string(),
  handling: z.string(),
  concerns: z.object({ standard: z.optional(z.string()), from: z.string(), to: z.string() }),
  subjects: BreachClock,
  authority: BreachClock,
  subjectsTold: z.optional(z.string()),
  authorityTold: z.optional(z.string()),
  closed: z.optional(z.string()),
  affected: z
    .array(z.object({ caseId: z.string(), ticket: z.string(), told: z.optional(z.string()) }))
    .check(z.describe('Cases that it concerns, and to whom of them its letter went.')),
  letters: z
    .object({ subjects: z.array(z.string()), authority: z.array(z.string()) })
    .check(z.describe('Drafts of what is told, paragraph by paragraph.')),
});
export type BreachView = z.infer<typeof BreachView>;

const Breaches = z.object({ breaches: z.array(BreachView) });

export const listBreaches = operation({
  method: 'GET',
  path: '/staff/privacy/breaches',
  summary: 'Failures to protect personal data, what is open first.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: Breaches,
});

export const recordBreach = operation({
  method: 'POST',
  name: 'record-breach',
  repeats: 'recorded',
  path: '/staff/privacy/breaches',
  summary: 'Record a failure to protect personal data; three times 24 hours run from its discovery.',
  params: NoParams,
  query: NoQuery,
  body: z.strictObject({
    discovered: z.strictObject({
      date: z.iso.date(),
      time: z.string().check(z.regex(/^\d{2}:\d{2}$/)),
    }),
    data: z.array(DataKind).check(z.minLength(1), z.maxLength(8)),
    people: z.optional(z.int().check(z.nonnegative(), z.maximum(300_000_000))),
    how: z.string().check(z.trim(), z.minLength(10), z.maxLength(2000)),
    handling: z.optional(z.string().check(z.maxLength(2000))),
    standard: z.optional(z.string().check(z.maxLength(60))),
    from: z.iso.date(),
    to: z.iso.date(),
  }),
  response: Breaches,
});

export const markBreach = operation({
  method: 'POST',
  name: 'mark-breach',
  repeats: 'recorded',
  path: '/staff/privacy/breaches/:breachId/marks',
  summary:
    'Note which cases it concerns, to whom its letter went, that people or authority were told just now, or that all is done.',
  params: z.object({ breachId: z.string() }),
  query: NoQuery,
  body: z.discriminatedUnion('mark', [
    z.strictObject({ mark: z.enum(['subjectsToldAt', 'authorityToldAt', 'closedAt']) }),
    z.strictObject({
      mark: z.literal('affected'),
      tickets: z.array(z.string().check(z.maxLength(40))).check(z.minLength(1), z.maxLength(200)),
    }),
    z.strictObject({
      mark: z.literal('lettered'),
      cases: z.array(z.string().check(z.maxLength(26))).check(z.minLength(1), z.maxLength(500)),
      way: z.enum(['sent', 'handed-over']),
    }),
  ]),
  response: Breaches,
});
