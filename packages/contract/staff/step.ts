// What a step brings besides its form: evidence the worker uploads, forms filled in before, and advice reckoned from answers.
import { Score } from '@layan/domain/standard/scores';
import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { CaseIdParam, NoBody, NoQuery, PreparedUpload } from './common.ts';

export const EvidenceView = z
  .object({
    id: z.string().check(z.describe('Id of the requirement.')),
    label: z.string(),
    hint: z.optional(z.string()),
    required: z.boolean().check(z.describe('Needed when its condition holds.')),
    when: z.optional(z.unknown()).check(z.describe('Condition of the standard, as in FieldView.')),
    documents: z
      .array(
        z.object({
          id: z.string(),
          state: z.enum(['expected', 'checking', 'accepted', 'rejected']),
          problem: z.optional(z.string()).check(z.describe('Why it was rejected and what to do.')),
          contentType: z.optional(z.string()),
          createdAt: z.string(),
        }),
      )
      .check(z.describe('What was sent since the task was opened and is not part of the file yet.')),
  })
  .check(z.describe('Something the worker of a step brings: a photo, a picture of a screen, a signature.'));
export type EvidenceView = z.infer<typeof EvidenceView>;

const { id, label, criteria, threshold, reached, missed } = Score.shape;

export const ScoreRules = z
  .object({ id, label, criteria, threshold, reached, missed })
  .check(
    z.describe('A score of the form that this step fills in; the client reckons it while answers come in.'),
  );
export type ScoreRules = z.infer<typeof ScoreRules>;

export const ScoreView = z
  .object({
    id: z.string(),
    label: z.string(),
    advice: z
      .enum(['reached', 'missed', 'open'])
      .check(z.describe('open: the answers still missing can decide it either way.')),
    text: z.string().check(z.describe('The advice with the count it rests on.')),
    criteria: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        state: z.enum(['met', 'unmet', 'unknown']),
        decisive: z.boolean(),
      }),
    ),
  })
  .check(z.describe('Advice, never a decision.'));
export type ScoreView = z.infer<typeof ScoreView>;

export const ShownFormView = z.object({
  form: z.string(),
  title: z.string(),
  pages: z.array(
    z.object({
      title: z.string(),
      answers: z.array(z.object({ fact: z.string(), label: z.string(), value: z.string() })),
    }),
  ),
  scores: z.array(ScoreView),
});
export type ShownFormView = z.infer<typeof ShownFormView>;

export const prepareStepUpload = operation({
  method: 'POST',
  name: 'prepare-step-upload',
  repeats: 'recorded',
  path: '/staff/cases/:caseId/steps/:step/uploads',
  summary: 'A form by which the browser sends one piece of evidence straight to storage; it answers 201.',
  params: z.extend(CaseIdParam, { step: z.string() }),
  query: NoQuery,
  body: z.strictObject({ requirement: z.string().check(z.maxLength(60)) }),
  response: PreparedUpload,
});

export const readForm = operation({
  method: 'POST',
  name: 'read-form',
  repeats: 'each-time',
  path: '/staff/cases/:caseId/forms/:form/read',
  summary: 'All answers to a form, for who works on a step that shows it; logged as one reading.',
  params: z.extend(CaseIdParam, { form: z.string() }),
  query: NoQuery,
  body: NoBody,
  response: ShownFormView,
});
