// Standards of my agency: drafts, the readings to confirm, publishing.
import { Consultation, LifeTurn, RunningCases, Schedule, StandardState } from '@layan/domain/standard/life';
import { lifeSteps } from '@layan/domain/standard/life-steps';
import { Standard } from '@layan/domain/standard/standard';
import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { NoBody, NoParams, NoQuery } from './common.ts';

export const FindingView = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  place: z.string().check(z.describe('Path of the element in the standard.')),
  cites: z.array(z.string()),
  message: z.string(),
  advice: z.string(),
});

export const StandardSummaryView = z.object({
  id: z.string(),
  title: z.string(),
  shortTitle: z.string(),
  enacted: z.boolean(),
  published: z.optional(z.object({ version: z.int(), hash: z.string() })),
  withdrawn: z
    .optional(z.object({ version: z.int(), hash: z.string() }))
    .check(z.describe('Published once and taken away.')),
  draft: z.optional(z.int()).check(z.describe('The version in preparation.')),
  stage: z.optional(StandardState).check(z.describe('Where that stands, unless it is a plain draft.')),
  consultation: z.optional(z.object({ from: z.string(), until: z.string() })),
  publishOn: z.optional(z.string()),
});

const Blocker = z.object({
  code: z.enum([
    'wrong-state',
    'errors',
    'unconfirmed',
    'consultation-open',
    'minutes-missing',
    'minutes-recorded',
    'not-approved',
  ]),
  count: z.optional(z.int()),
  until: z.optional(z.string()),
});
export type Blocker = z.infer<typeof Blocker>;

export const StandardVersionView = z.object({
  standard: Standard,
  version: z.int(),
  hash: z.string(),
  state: StandardState,
  confirmations: z.record(z.string(), z.object({ name: z.string(), at: z.string() })),
  unconfirmed: z.array(z.string()).check(z.describe('Readings that still wait for confirmation.')),
  findings: z.array(FindingView),
  publishedAt: z.optional(z.string()),
  next: z
    .array(z.object({ step: z.enum(lifeSteps), blockers: z.array(Blocker) }))
    .check(z.describe('The steps that begin here, and what stands in the way of each.')),
  life: z.optional(z.array(LifeTurn)),
  consultation: z.optional(Consultation),
  schedule: z.optional(Schedule),
  running: z.optional(RunningCases),
  adopted: z.optional(z.object({ template: z.string(), at: z.string(), by: z.object({ name: z.string() }) })),
});
export type StandardVersionView = z.infer<typeof StandardVersionView>;

export const versionParams = z.object({
  standardId: z.string(),
  version: z.coerce.number().check(z.multipleOf(1), z.positive()),
});

export const listStandards = operation({
  method: 'GET',
  path: '/staff/standards',
  summary: 'Standards of my agency.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: z.object({ standards: z.array(StandardSummaryView) }),
});

export const getStandard = operation({
  method: 'GET',
  path: '/staff/standards/:standardId/versions/:version',
  summary: 'One version of a standard, with findings.',
  params: versionParams,
  query: NoQuery,
  body: NoBody,
  response: StandardVersionView,
});

export const saveDraft = operation({
  method: 'POST',
  name: 'save-draft',
  repeats: 'recorded',
  path: '/staff/standards',
  summary: 'Create or replace the draft of a standard.',
  params: NoParams,
  query: NoQuery,
  body: z.strictObject({
    standard: z.unknown().check(z.describe('A document of the format layan.standard/1.')),
    expectedHash: z
      .optional(z.string().check(z.maxLength(64)))
      .check(z.describe('Hash of the draft that was edited; absent for a new one.')),
  }),
  response: StandardVersionView,
});

export const confirmReading = operation({
  method: 'POST',
  name: 'confirm-reading',
  repeats: 'recorded',
  path: '/staff/standards/:standardId/versions/:version/readings/:readingId/confirm',
  summary: 'Confirm one reading of a draft for the agency.',
  params: z.extend(versionParams, { readingId: z.string() }),
  query: NoQuery,
  body: NoBody,
  response: StandardVersionView,
});

export const publishStandard = operation({
  method: 'POST',
  name: 'publish-standard',
  repeats: 'recorded',
  path: '/staff/standards/:standardId/versions/:version/publish',
  summary: 'Publish a draft; the version before is superseded, running cases keep theirs.',
  params: versionParams,
  query: NoQuery,
  body: z.strictObject({
    hash: z.string().check(z.maxLength(64), z.describe('Hash of the draft as it was seen.')),
    running: z
      .optional(RunningCases)
      .check(z.describe('What becomes of running cases; absent: they stay with their version.')),
  }),
  response: StandardVersionView,
});
