// What `layan check --json` answers.
import * as z from 'zod/mini';
import { Named, ToldFinding } from './told.ts';

export const CheckResult = z.strictObject({
  command: z.literal('check'),
  file: z.string(),
  standard: z.optional(Named).check(z.describe('Absent when the document does not fit the format.')),
  clean: z.boolean().check(z.describe('No finding of level error.')),
  counts: z.strictObject({ error: z.int(), warning: z.int(), note: z.int() }),
  findings: z.array(ToldFinding).check(z.describe('The gravest first.')),
  readings: z
    .array(z.string())
    .check(z.describe('Readings that the agency confirms one by one before the standard is published.')),
});
export type CheckResult = z.infer<typeof CheckResult>;

export const CodesResult = z.strictObject({
  command: z.literal('check'),
  codes: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'note']),
      advice: z.string(),
    }),
  ),
});
