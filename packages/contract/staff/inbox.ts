// The inbox: open work of one role, most urgent promise first.
import * as z from 'zod';
import { operation } from '../operation.ts';
import { NoBody, NoParams } from './common.ts';

export const InboxRowView = z.object({
  caseId: z.string(),
  ticket: z.string(),
  task: z.string(),
  step: z.string(),
  stepLabel: z.string().describe('What is to be done.'),
  service: z.string(),
  applicant: z.string().describe('Display name; "nama tidak terbaca" when it cannot be opened.'),
  area: z.string().optional(),
  receivedAt: z.string(),
  received: z.string().describe('In words.'),
  promise: z
    .object({
      dueAt: z.string(),
      due: z.string().describe('In words.'),
      overdue: z.boolean(),
    })
    .optional()
    .describe('The most urgent promise that runs.'),
  assignee: z.object({ name: z.string(), me: z.boolean() }).optional(),
});
export type InboxRowView = z.infer<typeof InboxRowView>;

export const listInbox = operation({
  method: 'GET',
  path: '/staff/inbox',
  summary: 'Open tasks of one of my roles.',
  params: NoParams,
  query: z.object({ role: z.string(), after: z.string().optional() }),
  body: NoBody,
  response: z.object({ rows: z.array(InboxRowView), next: z.string().optional() }),
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
    lastStepAt: z.string().optional(),
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
