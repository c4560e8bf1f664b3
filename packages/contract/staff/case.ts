// A case as the people who work on it see it, and what they may do.
import * as z from 'zod';
import { operation } from '../operation.ts';
import { CaseIdParam, FieldView, NoBody, NoQuery, PromiseView } from './common.ts';

export const FactView = z.object({
  fact: z.string(),
  label: z.string(),
  group: z.string().describe('Title of the form page that asked for it.'),
  type: FieldView.shape.type,
  value: z.string().describe('For reading; the last four digits when masked.'),
  masked: z.boolean(),
  unmaskable: z.boolean().describe('Unmasking would show it to me.'),
});

export const DocumentView = z.object({
  id: z.string(),
  requirement: z.string(),
  state: z.enum(['expected', 'checking', 'accepted', 'rejected']),
  contentType: z.string().optional(),
  bytes: z.number().optional(),
  attached: z.boolean().describe('Part of the file as it was sent.'),
  createdAt: z.string(),
});

export const OutcomeView = z.object({
  id: z.string(),
  label: z.string(),
  tone: z.enum(['proceed', 'return', 'refuse']),
  note: z.enum(['none', 'optional', 'required']),
  missing: z.boolean(),
  asks: z.array(z.string()).optional().describe('Facts this outcome needs; all required ones when absent.'),
  when: z.unknown().optional(),
  allowed: z.boolean(),
  reason: z.string().optional().describe('Why not, as a sentence.'),
});

export const ActionView = z.object({
  kind: z.enum(['step', 'interruption']),
  id: z.string().describe('Id of the step or interruption.'),
  task: z.string().optional(),
  label: z.string(),
  role: z.string().describe('Who does it, as the agency says it.'),
  allowed: z.boolean(),
  reason: z.string().optional().describe('Why not, as a sentence.'),
  assignee: z.object({ name: z.string(), me: z.boolean() }).optional(),
  fields: z.array(FieldView),
  checks: z.array(z.string()).describe('Requirements looked at in this step.'),
  note: z.enum(['none', 'optional', 'required']).optional().describe('For interruptions.'),
  outcomes: z.array(OutcomeView),
});
export type ActionView = z.infer<typeof ActionView>;

export const CaseView = z.object({
  id: z.string(),
  seq: z.int().describe('Send it back with a command: nobody overwrites what they have not seen.'),
  ticket: z.string(),
  service: z.string(),
  standard: z.object({ id: z.string(), version: z.int(), hash: z.string() }),
  agency: z.string(),
  channel: z.string(),
  applicant: z.string(),
  area: z.string().optional(),
  receivedAt: z.string(),
  received: z.string(),
  facts: z.array(FactView),
  ordinaryFacts: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .describe('Facts conditions may speak of, for the client’s own evaluation.'),
  requirements: z.array(z.object({ id: z.string(), label: z.string(), required: z.boolean() })),
  documents: z.array(DocumentView),
  promises: z.array(PromiseView),
  actions: z.array(ActionView),
  products: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      state: z.enum(['provisional', 'active', 'revoked']),
      issued: z.string(),
    }),
  ),
  returned: z.object({ labels: z.array(z.string()), note: z.string().optional(), at: z.string() }).optional(),
  timeline: z.array(
    z.object({
      seq: z.int(),
      at: z.string(),
      when: z.string(),
      who: z.string(),
      what: z.string(),
      note: z.string().optional(),
    }),
  ),
  ended: z.object({ kind: z.string(), label: z.string(), at: z.string() }).optional(),
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
  expectedSeq: z.int().positive().describe('`seq` of the case as it was seen.'),
};

export const completeStep = operation({
  method: 'POST',
  path: '/staff/cases/:caseId/steps/:step/complete',
  summary: 'Do an open step with one of its outcomes. Send an `Idempotency-Key`.',
  params: CaseIdParam.extend({ step: z.string() }),
  query: NoQuery,
  body: z.strictObject({
    ...commandBase,
    outcome: z.string().max(60),
    facts: z.record(z.string().max(60), z.string().max(2000)).describe('Raw values as typed.'),
    note: z.string().max(1000).optional(),
    missing: z
      .strictObject({
        requirements: z.array(z.string().max(60)).max(50),
        facts: z.array(z.string().max(60)).max(50),
      })
      .optional(),
  }),
  response: CaseView,
});

export const interruptCase = operation({
  method: 'POST',
  path: '/staff/cases/:caseId/interruptions/:interruption',
  summary: 'End the case early, e.g. withdraw it for the applicant. Send an `Idempotency-Key`.',
  params: CaseIdParam.extend({ interruption: z.string() }),
  query: NoQuery,
  body: z.strictObject({ ...commandBase, note: z.string().max(1000).optional() }),
  response: CaseView,
});

const taskParams = CaseIdParam.extend({ task: z.string() });

export const claimTask = operation({
  method: 'POST',
  path: '/staff/cases/:caseId/tasks/:task/claim',
  summary: 'Take an open task.',
  params: taskParams,
  query: NoQuery,
  body: z.strictObject(commandBase),
  response: CaseView,
});

export const releaseTask = operation({
  method: 'POST',
  path: '/staff/cases/:caseId/tasks/:task/release',
  summary: 'Put a task back into the queue.',
  params: taskParams,
  query: NoQuery,
  body: z.strictObject(commandBase),
  response: CaseView,
});

export const openDocument = operation({
  method: 'POST',
  path: '/staff/cases/:caseId/documents/:documentId/open',
  summary: 'A link to a scan, good for a minute; logged.',
  params: CaseIdParam.extend({ documentId: z.string() }),
  query: NoQuery,
  body: NoBody,
  response: z.object({ url: z.string(), contentType: z.string() }),
});

export const unmaskFact = operation({
  method: 'POST',
  path: '/staff/cases/:caseId/facts/:fact/unmask',
  summary: 'Show a masked value; the reason is logged and the citizen may ask for it.',
  params: CaseIdParam.extend({ fact: z.string() }),
  query: NoQuery,
  body: z.strictObject({ reason: z.string().min(1).max(300) }),
  response: z.object({ value: z.string() }),
});
