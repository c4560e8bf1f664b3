// A script of the command line: how a case is filed and what then happens, and if wanted what is expected of it.
import * as z from 'zod/mini';
import { ElementId } from './basis.ts';
import { Example } from './example.ts';

export const ScriptFile = z
  .extend(Example, {
    format: z.optional(z.literal('layan.script/1')).check(z.describe('Version of this format.')),
    id: z.optional(ElementId).check(z.describe('Id of the story; not needed.')),
    title: z
      .optional(z.string().check(z.minLength(1)))
      .check(z.describe('The story in one sentence; not needed.')),
  })
  .check(
    z.describe(
      'A story to play. `ending`, `products`, `promises` and `messages` are expectations: each is looked at only where it is written.',
    ),
  );
export type ScriptFile = z.infer<typeof ScriptFile>;
