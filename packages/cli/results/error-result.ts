// What is answered with `--json` when nothing else can be.
import * as z from 'zod/mini';
import { ToldFinding } from './told.ts';

export const ErrorResult = z.strictObject({
  error: z.strictObject({
    code: z.string().check(z.describe('"standard-unfit" with exit code 1; all others with 2.')),
    message: z.string(),
    problems: z.optional(z.array(z.strictObject({ place: z.string(), message: z.string() }))),
    file: z.optional(z.string()),
    findings: z.optional(z.array(ToldFinding)),
  }),
});
