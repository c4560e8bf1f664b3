// The practice space: everybody may enter it while it is open, with the header `layan-space: practice` on any request.
import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { NoBody, NoParams, NoQuery } from './common.ts';

/** Header that sends a request into the practice space. */
export const SPACE_HEADER = 'layan-space';

export const PracticeView = z.object({
  state: z.enum(['open', 'closed']),
  since: z.optional(z.string()),
  by: z.optional(z.string()).check(z.describe('Who opened, emptied or closed it last.')),
  filed: z.optional(z.int()).check(z.describe('Claims of invented people that were filed just now.')),
});
export type PracticeView = z.infer<typeof PracticeView>;

export const getPractice = operation({
  method: 'GET',
  path: '/staff/practice',
  summary: 'Whether the practice space is open.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: PracticeView,
});

export const openPractice = operation({
  method: 'POST',
  name: 'open-practice',
  repeats: 'recorded',
  path: '/staff/practice/open',
  summary: 'Open the practice space, or empty it: it begins anew with invented people.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: PracticeView,
});

export const closePractice = operation({
  method: 'POST',
  name: 'close-practice',
  repeats: 'recorded',
  path: '/staff/practice/close',
  summary: 'Close the practice space and leave what was done in it to expire.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: PracticeView,
});
