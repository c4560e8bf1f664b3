// Handing an open task to somebody.
import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { CaseView } from './case.ts';
import { CaseIdParam, NoBody, NoQuery } from './common.ts';

const taskParams = z.extend(CaseIdParam, { task: z.string() });

export const AssigneeView = z.object({
  id: z.string(),
  name: z.string(),
  areas: z.array(z.string()).check(z.describe('By name; empty: every area.')),
  load: z.int().check(z.describe('Open tasks they hold besides this one.')),
  holds: z.boolean().check(z.describe('Has this task now.')),
});
export type AssigneeView = z.infer<typeof AssigneeView>;

export const listAssignees = operation({
  method: 'GET',
  path: '/staff/cases/:caseId/tasks/:task/assignees',
  summary: 'Who can be given an open task, least work first; for those who give it out.',
  params: taskParams,
  query: NoQuery,
  body: NoBody,
  response: z.object({ assignees: z.array(AssigneeView) }),
});

export const assignTask = operation({
  method: 'POST',
  name: 'assign-task',
  repeats: 'with-the-case',
  path: '/staff/cases/:caseId/tasks/:task/assign',
  summary: 'Hand an open task to somebody, whoever has it now.',
  params: taskParams,
  query: NoQuery,
  body: z.strictObject({
    expectedSeq: z.int().check(z.positive(), z.describe('`seq` of the case as it was seen.')),
    to: z.string().check(z.maxLength(60)),
  }),
  response: CaseView,
});
