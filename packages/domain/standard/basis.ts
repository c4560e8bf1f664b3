// Why an element of a process exists: the sentence it comes from, or a reading that waits for the tenant's word.
import * as z from 'zod/mini';

// Ids become keys of records: names that every object has already are not for use.
const own = z.refine<string>((id) => !(id in {}), 'Nama ini tidak dapat dipakai.');
const slug = z.string().check(z.regex(/^[a-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/), z.maxLength(60), own);

/** Names of elements inside one standard: facts, steps, places, roles … */
export const ElementId = slug;
export type ElementId = z.infer<typeof ElementId>;

/** A sentence of a component, e.g. `procedure.2` or `processingTime.1`. */
export const SentenceId = z.string().check(z.regex(/^[A-Za-z]+(\.[a-z0-9]+)+$/));
export type SentenceId = z.infer<typeof SentenceId>;

export const ReadingId = z.string().check(z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/), own);
export type ReadingId = z.infer<typeof ReadingId>;

/** Either official sentences, or a reading of ours (with the sentences it interprets, if any). */
export const Basis = z
  .union([
    z.strictObject({
      cites: z
        .array(SentenceId)
        .check(z.minLength(1), z.describe('Official sentences this element comes from.')),
    }),
    z.strictObject({
      inferred: ReadingId.check(z.describe('The reading that explains why this element is needed.')),
      cites: z
        .optional(z.array(SentenceId).check(z.minLength(1)))
        .check(z.describe('Sentences the reading interprets.')),
    }),
  ])
  .check(z.describe('Where this element comes from.'));
export type Basis = z.infer<typeof Basis>;
