// What `layan paths --json` answers.
import * as z from 'zod/mini';
import { Named } from './told.ts';

const PathDeadline = z.strictObject({
  id: z.string(),
  kind: z.enum(['promise', 'target', 'norm']),
  label: z.string(),
  duration: z.string(),
  times: z.int().check(z.describe('How often its clock starts on the path.')),
  state: z.string().check(z.describe('How it would stand if no time passed; conditional: never decided.')),
});

export const PathsResult = z.strictObject({
  command: z.literal('paths'),
  file: z.string(),
  standard: Named,
  complete: z.boolean().check(z.describe('False when there are more paths than are told.')),
  unreached: z
    .array(z.string())
    .check(
      z.describe(
        'Endings that no path of this walk reaches: by interruption only, by loops, or beyond the bound.',
      ),
    ),
  paths: z.array(
    z.strictObject({
      number: z.int(),
      channel: z.string(),
      facts: z.record(z.string(), z.unknown()).check(z.describe('Facts of the filing that decide the way.')),
      turns: z.array(
        z.strictObject({
          turn: z.record(z.string(), z.unknown()).check(z.describe('As a script writes it.')),
          words: z.string(),
          role: z.optional(z.string()),
        }),
      ),
      ending: z.strictObject({ id: z.string(), label: z.string(), kind: z.string() }),
      promises: z.array(PathDeadline).check(z.describe('Promises and targets whose clocks run on it.')),
      norms: z.array(PathDeadline),
      normSum: z
        .array(z.strictObject({ unit: z.string(), amount: z.int() }))
        .check(
          z.describe('Sum of the norms that follow each other, by unit; of work side by side the longest.'),
        ),
      products: z.record(z.string(), z.string()).check(z.describe('State of each product at the end.')),
    }),
  ),
});
export type PathsResult = z.infer<typeof PathsResult>;
