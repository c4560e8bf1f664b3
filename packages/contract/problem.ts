// Problem Details (RFC 9457) with a stable code and an Indonesian sentence that a person can act on.
import * as z from 'zod/mini';

export const Problem = z.object({
  type: z.string().check(z.describe('`about:blank`, or a page that explains the code.')),
  title: z.string(),
  status: z.int(),
  code: z.string().check(z.describe('Stable, for programs: what went wrong, as a domain word.')),
  detail: z
    .string()
    .check(z.describe('What happened, what to do now, and that nothing was lost when nothing was.')),
  reference: z.optional(z.string()).check(z.describe('Id of the request, to tell to support.')),
  problems: z
    .optional(z.array(z.object({ field: z.string(), code: z.string(), detail: z.string() })))
    .check(z.describe('One entry per field to mend.')),
  lastChange: z
    .optional(z.object({ at: z.string(), who: z.string(), what: z.string() }))
    .check(z.describe('For `case-changed`: who was faster and what they did.')),
});
export type Problem = z.infer<typeof Problem>;
