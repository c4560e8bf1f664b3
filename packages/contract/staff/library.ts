// The national library of standards: reading, adopting, and what changed in a template since.
import { Standard } from '@layan/domain/standard/standard';
import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { NoBody, NoParams, NoQuery } from './common.ts';
import { DifferenceView } from './standard-life.ts';
import { StandardVersionView } from './standards.ts';

const TemplateSummary = z.object({
  id: z.string(),
  title: z.string(),
  tenant: z.optional(z.string()).check(z.describe('The local government whose standard it is.')),
  sentence: z.string(),
  standardId: z.string().check(z.describe('Id an adopted standard gets unless another is asked for.')),
  free: z.boolean().check(z.describe('Whether that id is free in the tenant.')),
});
export type TemplateSummary = z.infer<typeof TemplateSummary>;

const templateParams = z.object({ templateId: z.string() });
const standardParams = z.object({ standardId: z.string() });

export const listTemplates = operation({
  method: 'GET',
  path: '/staff/library',
  summary: 'The templates of the national library.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: z.object({ templates: z.array(TemplateSummary) }),
});

export const getTemplate = operation({
  method: 'GET',
  path: '/staff/library/:templateId',
  summary: 'One template, to be read before it is adopted.',
  params: templateParams,
  query: NoQuery,
  body: NoBody,
  response: z.object({ id: z.string(), title: z.string(), sentence: z.string(), standard: Standard }),
});

export const adoptTemplate = operation({
  method: 'POST',
  name: 'adopt-template',
  repeats: 'resumed',
  path: '/staff/library/:templateId/adopt',
  summary: 'Take a template as a draft of my agency.',
  params: templateParams,
  query: NoQuery,
  body: z.strictObject({ standardId: z.optional(z.string().check(z.maxLength(60))) }),
  response: StandardVersionView,
});

const UpstreamChange = z.object({
  element: z.string(),
  upstream: z.array(DifferenceView).check(z.describe('What changed in the template.')),
  ours: z
    .array(DifferenceView)
    .check(z.describe('What we changed in the same element; empty: nothing is lost.')),
});
export type UpstreamChange = z.infer<typeof UpstreamChange>;

export const getUpstream = operation({
  method: 'GET',
  path: '/staff/standards/:standardId/upstream',
  summary: 'What changed in the template of an adopted standard since it was adopted or last looked at.',
  params: standardParams,
  query: NoQuery,
  body: NoBody,
  response: z.object({
    template: z.object({ id: z.string(), title: z.string() }),
    adoptedAt: z.string(),
    version: z.int(),
    hash: z.string(),
    changes: z.array(UpstreamChange),
  }),
});

export const takeUpstream = operation({
  method: 'POST',
  name: 'take-upstream',
  repeats: 'resumed',
  path: '/staff/standards/:standardId/upstream',
  summary: 'Take changes of the template over into the draft, or leave them.',
  params: standardParams,
  query: NoQuery,
  body: z.strictObject({
    hash: z.string().check(z.maxLength(64), z.describe('Hash of our version as it was seen.')),
    take: z.union([z.literal('all'), z.array(z.string().check(z.maxLength(400)))]),
    leave: z.optional(z.array(z.string().check(z.maxLength(400)))),
  }),
  response: StandardVersionView,
});
