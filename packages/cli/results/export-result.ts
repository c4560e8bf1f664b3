// What `layan export verify --json` answers.
import * as z from 'zod/mini';

export const ExportResult = z.strictObject({
  command: z.literal('export'),
  folder: z.string(),
  clean: z.boolean(),
  files: z.int().check(z.describe('Files that the list names.')),
  list: z.string().check(z.describe('SHA-256 of the list itself, to compare with the certificate.')),
  faults: z.array(
    z.strictObject({ name: z.string(), why: z.enum(['missing', 'changed']), message: z.string() }),
  ),
});
export type ExportResult = z.infer<typeof ExportResult>;
