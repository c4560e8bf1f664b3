// The life of a version of a standard, as it is kept: where it stands, who moved it when, and what each step left behind.
import * as z from 'zod/mini';
import { InstantText, StaffId } from '../kernel/ids.ts';

export const StandardState = z.enum([
  'draft',
  'consultation',
  'approved',
  'scheduled',
  'published',
  'superseded',
  'withdrawn',
]);
export type StandardState = z.infer<typeof StandardState>;

/** A version that nobody was promised yet. */
export const isInPreparation = (state: StandardState): boolean =>
  state === 'draft' || state === 'consultation' || state === 'approved' || state === 'scheduled';

const Person = z.strictObject({ id: StaffId, name: z.string() });
export type Person = z.infer<typeof Person>;

export const LifeTurn = z.strictObject({
  to: StandardState,
  at: InstantText,
  by: z.optional(Person).check(z.describe('Absent: its date had come.')),
  note: z.optional(z.string()),
});
export type LifeTurn = z.infer<typeof LifeTurn>;

export const Consultation = z
  .strictObject({
    from: z.iso.date(),
    until: z.iso.date().check(z.describe('Last day for remarks.')),
    minutes: z
      .optional(z.strictObject({ note: z.string().check(z.minLength(1)), by: Person, at: InstantText }))
      .check(z.describe('Berita acara: what was said and what became of it.')),
  })
  .check(z.describe('Period in which the public reads the draft and remarks on it.'));
export type Consultation = z.infer<typeof Consultation>;

/** What becomes of cases that run on earlier versions when this one is published. */
export const RunningCases = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('stay') }),
  z.strictObject({ decision: z.literal('ask').check(z.describe('Somebody looks at them one by one.')) }),
  z.strictObject({
    decision: z.literal('move'),
    reason: z
      .string()
      .check(z.minLength(1), z.maxLength(2000), z.describe('Why they move, as their applicants read it.')),
    laterReason: z
      .optional(z.string().check(z.minLength(1), z.maxLength(2000)))
      .check(z.describe('Why a promise may become later; without it none does.')),
  }),
]);
export type RunningCases = z.infer<typeof RunningCases>;

export const Schedule = z.strictObject({
  publishOn: z.iso
    .date()
    .check(z.describe('Published at the beginning of this day, in the zone of the tenant.')),
  running: RunningCases,
});
export type Schedule = z.infer<typeof Schedule>;
