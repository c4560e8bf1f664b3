// A version as it is kept, around its document. What reads versions back reads them by their hash, so the schema of the
// document is no part of this module (decision 0085).
import * as z from 'zod/mini';
import { InstantText, StaffId } from '../kernel/ids.ts';
import { ReadingId } from './basis.ts';
import { ContentHash } from './content-hash.ts';
import { Consultation, LifeTurn, RunningCases, Schedule, StandardState } from './life.ts';
import type { Standard } from './standard.ts';

/** Where an adopted standard comes from. */
export const Adopted = z.strictObject({
  template: z.string(),
  hash: ContentHash.check(z.describe('Of the template as it was adopted.')),
  at: InstantText,
  by: z.strictObject({ id: StaffId, name: z.string() }),
});
export type Adopted = z.infer<typeof Adopted>;

const isOfThisFormat = (document: unknown): boolean =>
  typeof document === 'object' &&
  document !== null &&
  'format' in document &&
  document.format === 'layan.standard/1';

/** Believes that the document is one of its format: only for what was parsed before and is checked against its hash. */
export const KeptVersion = z.strictObject({
  standard: z.custom<Standard>(isOfThisFormat),
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
