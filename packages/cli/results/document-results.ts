// What `layan render --json` and `layan diff --json` answer.
import * as z from 'zod/mini';

export const RenderResult = z.strictObject({
  command: z.literal('render'),
  file: z.string(),
  as: z.enum(['html', 'sippn', 'svg', 'json']),
  bytes: z.int(),
  out: z.optional(z.string()).check(z.describe('File that was written.')),
  content: z.optional(z.string()).check(z.describe('The document itself, where no file was asked for.')),
});
export type RenderResult = z.infer<typeof RenderResult>;

export const LetterResult = z.strictObject({
  command: z.literal('letter'),
  file: z.string(),
  product: z.string(),
  missing: z
    .array(z.string())
    .check(z.describe('Facts that the letter says and the story does not tell; personal ones are made up.')),
  text: z.string().check(z.describe('The letter, line by line.')),
  out: z.optional(z.string()).check(z.describe('PDF that was written.')),
});
export type LetterResult = z.infer<typeof LetterResult>;

export const DiffResult = z.strictObject({
  command: z.literal('diff'),
  old: z.string(),
  new: z.string(),
  sameService: z.boolean().check(z.describe('False: two services, not two versions of one.')),
  equal: z.boolean(),
  differences: z.array(
    z.strictObject({
      kind: z.enum(['added', 'removed', 'changed']),
      place: z.string(),
      words: z.string(),
      weaker: z.optional(z.literal(true)).check(z.describe('Citizens were promised more before.')),
    }),
  ),
});
export type DiffResult = z.infer<typeof DiffResult>;
