// The standard: the official document and the running service in one immutable, versioned artefact.
import * as z from 'zod/mini';
import { AgencyId, StandardId } from '../kernel/ids.ts';
import { ReadingId, SentenceId } from './basis.ts';
import { Component } from './components.ts';
import { Process } from './process.ts';

/** How we read a silent or contradictory place of the source. The tenant confirms each before publishing. */
export const Reading = z.strictObject({
  id: ReadingId.check(z.describe('Id that process elements name as `inferred`.')),
  statement: z.string().check(z.minLength(1), z.describe('What the service will do.')),
  why: z
    .string()
    .check(z.minLength(1), z.describe('What the source leaves open, and why this reading is the safe one.')),
  cites: z.array(SentenceId).check(z.describe('Sentences it interprets; empty where the source is silent.')),
});
export type Reading = z.infer<typeof Reading>;

export const Standard = z
  .strictObject({
    format: z.literal('layan.standard/1').check(z.describe('Version of this format.')),
    id: StandardId.check(z.describe('Id of the service within its agency, stable over versions.')),
    agency: AgencyId.check(z.describe('The agency whose standard this is.')),
    kind: z
      .enum(['assistanceClaim', 'application', 'proposal', 'complaint', 'batch'])
      .check(
        z.describe(
          'What people ask for. A "pengaduan" that asks for help is an assistanceClaim. batch: work inside the agency on many cases of another service at once; it is not offered to citizens.',
        ),
      ),
    title: z.string().check(z.minLength(1), z.describe('Official title.')),
    shortTitle: z.string().check(z.minLength(1), z.describe('What people call the service.')),
    summary: z.string().check(z.minLength(1), z.describe('One or two plain sentences for the start page.')),
    decree: z
      .nullable(
        z.strictObject({
          number: z.string().check(z.minLength(1), z.describe('"No. SK" as printed.')),
          enactedOn: z.iso.date().check(z.describe('Date of the decree.')),
        }),
      )
      .check(z.describe('Decree that enacts the standard; null shows the badge "belum ditetapkan".')),
    sources: z
      .array(
        z.strictObject({
          id: z.string().check(z.minLength(1), z.describe('Id that sentences name as their source.')),
          title: z.string().check(z.minLength(1), z.describe('What the document is.')),
          note: z.optional(z.string()).check(z.describe('What a reader should know about it.')),
        }),
      )
      .check(z.minLength(1), z.describe('Published documents the text is taken from.')),
    components: z
      .array(Component)
      .check(z.minLength(1), z.describe('The text layer: the official document.')),
    complaints: z
      .optional(StandardId)
      .check(z.describe('Service of the same agency that takes complaints about this one.')),
    readings: z.array(Reading).check(z.describe('What we add to the text; each waits for the tenant.')),
    process: Process.check(z.describe('The executable layer.')),
  })
  .check(z.describe('A public service standard (standar pelayanan) that runs.'));
export type Standard = z.infer<typeof Standard>;
