// The key by which people are found, replaced at once where somebody may have learnt it.
import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { NoBody, NoParams, NoQuery } from './common.ts';

export const IndexKeyView = z.object({
  stage: z
    .enum(['resting', 'announced', 'both', 'leaving'])
    .check(z.describe('resting: one key. The others: another takes its place, step by step.')),
  since: z.string(),
  asked: z
    .optional(z.object({ when: z.string(), by: z.string() }))
    .check(z.describe('Somebody asked for it, and a key of that moment is still there.')),
});
export type IndexKeyView = z.infer<typeof IndexKeyView>;

export const getIndexKey = operation({
  method: 'GET',
  path: '/staff/keys/index',
  summary: 'Since when people are found by the key of now, and whether it is being replaced.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: IndexKeyView,
});

export const renewIndexKey = operation({
  method: 'POST',
  name: 'renew-index-key',
  repeats: 'recorded',
  path: '/staff/keys/index/renew',
  summary: 'Have the key of the indexes replaced at once; people are found all the while.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: IndexKeyView,
});
