// The inbox: open work of one role, most urgent promise first.
import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { NoBody, NoParams } from './common.ts';
import { InboxLetter } from './letter-view.ts';

export const InboxRowView = z.object({
  caseId: z.string(),
  ticket: z.string(),
  task: z.string(),
  step: z.string(),
  stepLabel: z.string().check(z.describe('What is to be done.')),
  service: z.string(),
  applicant: z.string().check(z.describe('Display name; "nama tidak terbaca" when it cannot be opened.')),
  area: z.optional(z.string()),
  receivedAt: z.string(),
  received: z.string().check(z.describe('In words.')),
  promise: z
    .optional(
      z.object({
        dueAt: z.string(),
        due: z.string().check(z.describe('In words.')),
        overdue: z.boolean(),
        words: z.optional(z.string()).check(z.describe('What is left: "sisa 2 hari kerja".')),
      }),
    )
    .check(z.describe('The most urgent promise that runs.')),
  assignee: z.optional(z.object({ name: z.string(), me: z.boolean() })),
  givenOut: z
    .optional(z.literal(true))
    .check(z.describe('Given to somebody by rule: without an assignee it waits for a person to give it.')),
  initials: z
    .optional(z.string())
    .check(z.describe('Outcome that initials the draft and needs nothing else: many may be given at once.')),
  as: z
    .optional(z.string())
    .check(z.describe('"Plh. Kepala Dinas", where the role of this inbox stands in.')),
  letter: z.optional(InboxLetter).check(z.describe('Letter that waits to be signed here.')),
  away: z
    .optional(z.array(z.string()))
    .check(z.describe('Of those it waits for: "Sekretaris sedang tidak di tempat sampai 3 Maret 2026".')),
  confidential: z
    .optional(z.literal(true))
    .check(z.describe('Nothing but that there is one may be seen by me.')),
});
export type InboxRowView = z.infer<typeof InboxRowView>;

export const listInbox = operation({
  method: 'GET',
  path: '/staff/inbox',
  summary: 'Open tasks of one of my roles, or of one whose work I give out.',
  params: NoParams,
  query: z.object({ role: z.string(), after: z.optional(z.string()) }),
  body: NoBody,
  response: z.object({ rows: z.array(InboxRowView), next: z.optional(z.string()) }),
});

export const getToday = operation({
  method: 'GET',
  path: '/staff/today',
  summary: 'What happened in my agency today, in figures.',
  params: NoParams,
  query: z.object({}),
  body: NoBody,
  response: z.object({
    filed: z.int(),
    returned: z.int(),
    stepsDone: z.int(),
    ended: z.int(),
    promisesKept: z.int(),
    promisesBroken: z.int(),
    lastStepAt: z.optional(z.string()),
  }),
});

export const findByTicket = operation({
  method: 'GET',
  path: '/staff/search',
  summary: 'The case of a ticket number.',
  params: NoParams,
  query: z.object({ ticket: z.string() }),
  body: NoBody,
  response: z.object({ caseId: z.string() }),
});
