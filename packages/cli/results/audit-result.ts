// What `layan audit verify --json` answers.
import * as z from 'zod/mini';

export const AuditResult = z.strictObject({
  command: z.literal('audit'),
  tenant: z.string(),
  clean: z.boolean(),
  seals: z.int().check(z.describe('Seals that were checked.')),
  cases: z.int().check(z.describe('Sealed places of cases that were compared with their events.')),
  entries: z.int().check(z.describe('Entries of the chains of acts and of looks.')),
  faultCount: z.int(),
  faults: z
    .array(
      z.strictObject({
        where: z.enum(['seal', 'case', 'administration', 'unmasking']),
        caseId: z.optional(z.string()),
        at: z.int().check(z.describe('Number of the seal, event or entry; 0 for the whole.')),
        why: z.string(),
        message: z.string(),
      }),
    )
    .check(z.describe('The first thousand.')),
});
export type AuditResult = z.infer<typeof AuditResult>;
