// The end of a central admin's session.
import * as z from 'zod/mini';
import { operation } from '../operation.ts';

export const adminSignOut = operation({
  method: 'POST',
  name: 'admin-sign-out',
  repeats: 'by-identity',
  path: '/admin/me/sign-out',
  summary: 'Sign out: no token that I was given before opens a door any more.',
  params: z.object({}),
  query: z.object({}),
  body: z.strictObject({}),
  response: z.object({ at: z.string() }),
});
