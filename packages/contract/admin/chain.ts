// The control plane's own chain: what central admins did.
import * as z from 'zod/mini';
import { operation } from '../operation.ts';

export const AdminActView = z.object({
  seq: z.int(),
  at: z.string(),
  by: z.string().check(z.describe('Name of the central admin, or `sistem`.')),
  act: z.string(),
  about: z.string(),
  detail: z.optional(z.string()),
  hash: z.string(),
});
export type AdminActView = z.infer<typeof AdminActView>;

export const listAdminActs = operation({
  method: 'GET',
  path: '/admin/acts',
  summary: 'What central admins did, newest first; whether the entries shown follow each other unbroken.',
  params: z.object({}),
  query: z.object({ before: z.optional(z.string().check(z.regex(/^\d{1,9}$/))) }),
  body: z.undefined(),
  response: z.object({
    acts: z.array(AdminActView),
    intact: z.boolean(),
    next: z.optional(z.int()),
  }),
});
