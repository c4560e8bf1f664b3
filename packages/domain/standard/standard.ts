// The standard: the official document and the running service in one immutable, versioned artefact.
import * as z from 'zod/mini';
import { AgencyId, InstantText, StaffId, StandardId } from '../kernel/ids.ts';
import { ReadingId, SentenceId } from './basis.ts';
import { Component } from './components.ts';
import { Consultation, LifeTurn, RunningCases, Schedule, StandardState } from './life.ts';
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
      .enum(['assistanceClaim', 'application', 'proposal', 'complaint'])
      .check(z.describe('What people ask for. A "pengaduan" that asks for help is an assistanceClaim.')),
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

/** SHA-256 of the canonical JSON, lower-case hex. */
export const ContentHash = z
  .string()
  .check(z.regex(/^[0-9a-f]{64}$/))
  .brand<'ContentHash'>();
export type ContentHash = z.infer<typeof ContentHash>;

/** Where an adopted standard comes from. */
export const Adopted = z.strictObject({
  template: z.string(),
  hash: ContentHash.check(z.describe('Of the template as it was adopted.')),
  at: InstantText,
  by: z.strictObject({ id: StaffId, name: z.string() }),
});
export type Adopted = z.infer<typeof Adopted>;

/** A version as it is kept: the document, its life, and who confirmed which reading. Published, its text never changes. */
export const StandardVersion = z.strictObject({
  standard: Standard,
  version: z.int().check(z.positive()),
  hash: ContentHash,
  state: StandardState,
  confirmations: z.record(ReadingId, z.strictObject({ by: StaffId, name: z.string(), at: InstantText })),
  createdAt: InstantText,
  publishedAt: z.optional(InstantText),
  supersededAt: z.optional(InstantText),
  life: z.optional(z.array(LifeTurn)).check(z.describe('Every turn, oldest first.')),
  consultation: z.optional(Consultation),
  schedule: z.optional(Schedule),
  running: z.optional(RunningCases).check(z.describe('Decided when it was published.')),
  adopted: z.optional(Adopted),
});
export type StandardVersion = z.infer<typeof StandardVersion>;
