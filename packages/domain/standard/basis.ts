// Why an element of a process exists: the sentence it comes from, or a reading that waits for the tenant's word.
import * as z from 'zod';

// Ids become keys of records: names that every object has already are not for use.
const slug = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/)
  .max(60)
  .refine((id) => !(id in {}), 'Nama ini tidak dapat dipakai.');

/** Names of elements inside one standard: facts, steps, places, roles … */
export const ElementId = slug;
export type ElementId = z.infer<typeof ElementId>;

/** A sentence of a component, e.g. `procedure.2` or `processingTime.1`. */
export const SentenceId = z.string().regex(/^[A-Za-z]+(\.[a-z0-9]+)+$/);
export type SentenceId = z.infer<typeof SentenceId>;

export const ReadingId = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
export type ReadingId = z.infer<typeof ReadingId>;

/** Either official sentences, or a reading of ours (with the sentences it interprets, if any). */
export const Basis = z
  .union([
    z.strictObject({
      cites: z.array(SentenceId).min(1).describe('Official sentences this element comes from.'),
    }),
    z.strictObject({
      inferred: ReadingId.describe('The reading that explains why this element is needed.'),
      cites: z.array(SentenceId).min(1).optional().describe('Sentences the reading interprets.'),
    }),
  ])
  .describe('Where this element comes from.');
export type Basis = z.infer<typeof Basis>;
