// The life of a version of a standard: asking the public, approving, a day of publication, withdrawing; and what becomes of
// running cases.
import { RunningCases } from '@layan/domain/standard/life';
import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { NoBody, NoQuery } from './common.ts';
import { StandardVersionView, versionParams } from './standards.ts';

const LONGEST_TEXT = 2000;
const Text = z.string().check(z.trim(), z.minLength(3), z.maxLength(LONGEST_TEXT));
const seen = { hash: z.string().check(z.maxLength(64), z.describe('Hash of the version as it was seen.')) };
const step = {
  method: 'POST',
  repeats: 'recorded',
  params: versionParams,
  query: NoQuery,
  response: StandardVersionView,
} as const;
const path = (name: string) => `/staff/standards/:standardId/versions/:version/${name}`;

export const consultStandard = operation({
  ...step,
  name: 'consult-standard',
  path: path('consult'),
  summary: 'Put a draft before the public for a period.',
  body: z.strictObject({ ...seen, from: z.iso.date(), until: z.iso.date() }),
});

export const recordMinutes = operation({
  ...step,
  name: 'record-minutes',
  path: path('minutes'),
  summary: 'Keep the minutes of a consultation; with them it is over.',
  body: z.strictObject({ ...seen, note: Text }),
});

export const approveStandard = operation({
  ...step,
  name: 'approve-standard',
  path: path('approve'),
  summary: 'Approve a version by a decree, which becomes part of the document.',
  body: z.strictObject({
    ...seen,
    number: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
    enactedOn: z.iso.date(),
    withoutConsultation: z
      .optional(Text)
      .check(z.describe('Why the public was not asked here; needed for a draft.')),
  }),
});

export const scheduleStandard = operation({
  ...step,
  name: 'schedule-standard',
  path: path('schedule'),
  summary: 'Set the day on which a version is published by itself.',
  body: z.strictObject({ ...seen, publishOn: z.iso.date(), running: RunningCases }),
});

export const returnToDraft = operation({
  ...step,
  name: 'return-to-draft',
  path: path('return'),
  summary: 'Take a version back to where its text may change.',
  body: z.strictObject({ ...seen, reason: Text }),
});

export const withdrawStandard = operation({
  ...step,
  name: 'withdraw-standard',
  path: path('withdraw'),
  summary: 'Take a published service away; running cases go on.',
  body: z.strictObject({ ...seen, reason: Text }),
});

export const DifferenceView = z.object({
  kind: z.enum(['added', 'removed', 'changed']),
  place: z.string(),
  words: z.string(),
  weaker: z.optional(z.literal(true)).check(z.describe('Citizens were promised more before.')),
});

export const compareVersions = operation({
  method: 'GET',
  path: path('differences'),
  summary: 'What a version changes, by default against the one in force.',
  params: versionParams,
  query: z.object({ against: z.optional(z.coerce.number().check(z.multipleOf(1), z.positive())) }),
  body: NoBody,
  response: z.object({
    against: z.optional(z.int()).check(z.describe('Absent: there is nothing to compare with.')),
    differences: z.array(DifferenceView),
  }),
});

const RunningCaseView = z.object({
  caseId: z.string(),
  ticket: z.string(),
  version: z.int(),
  received: z.string(),
  waits: z.array(z.string()).check(z.describe('Labels of the steps that wait.')),
  lacks: z.array(z.string()).check(z.describe('What the published version lacks; empty: it can move.')),
  promises: z.array(z.string()).check(z.describe('What would become of each promise, in words.')),
  needsReason: z
    .boolean()
    .check(z.describe('A promise would become later or end; it does so only with a reason.')),
});
export type RunningCaseView = z.infer<typeof RunningCaseView>;

const MovingView = z.object({
  version: z.int(),
  reason: z.string(),
  moved: z.int(),
  stayed: z.int(),
  done: z.boolean(),
  by: z.string(),
});

const runningParams = z.object({ standardId: z.string() });

export const listRunningCases = operation({
  method: 'GET',
  path: '/staff/standards/:standardId/running',
  summary: 'Running cases of earlier versions, with what the published one would mean to each.',
  params: runningParams,
  query: z.object({ after: z.optional(z.string()) }),
  body: NoBody,
  response: z.object({
    version: z.int().check(z.describe('Version they would move to.')),
    count: z.int(),
    uncounted: z.boolean().check(z.describe('There are more than were counted.')),
    cases: z.array(RunningCaseView),
    next: z.optional(z.string()),
    moving: z.optional(MovingView),
  }),
});

export const moveRunningCases = operation({
  method: 'POST',
  name: 'move-running-cases',
  repeats: 'resumed',
  path: '/staff/standards/:standardId/running/move',
  summary: 'Move running cases of earlier versions to the published one: those that are named, or all.',
  params: runningParams,
  query: NoQuery,
  body: z.strictObject({
    reason: Text.check(z.describe('Why they move, as their applicants read it.')),
    laterReason: z.optional(Text).check(z.describe('Why a promise may become later; without it none does.')),
    cases: z
      .optional(z.array(z.string().check(z.maxLength(40))).check(z.minLength(1), z.maxLength(25)))
      .check(z.describe('Absent: all.')),
  }),
  response: z.object({
    moved: z.int(),
    stayed: z.int(),
    more: z.boolean().check(z.describe('The rest is moved by the minute.')),
  }),
});
