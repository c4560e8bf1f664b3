// A failure to protect personal data (UU 27/2022 art. 46): what is known of it, and whether the people concerned and the
// authority were told within three times 24 hours of its discovery.
import * as z from 'zod/mini';
import { Sealed } from '../case/facts.ts';
import { AgencyId, InstantText, StaffId, StandardId } from '../kernel/ids.ts';
import { isAfter } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { AffectedCase } from './affected.ts';
import { type Clock, clockOf } from './three-days.ts';

export const BreachId = z
  .string()
  .check(z.regex(/^[0-9a-hjkmnp-tv-z]{26}$/))
  .brand<'BreachId'>();
export type BreachId = z.infer<typeof BreachId>;

export const DataKind = z.enum([
  'identity',
  'contact',
  'family',
  'finance',
  'health',
  'children',
  'scans',
  'other',
]);
export type DataKind = z.infer<typeof DataKind>;

export const dataKindWords = {
  identity: 'identitas (nama, NIK, nomor KK)',
  contact: 'alamat dan kontak',
  family: 'keluarga',
  finance: 'keadaan ekonomi',
  health: 'kesehatan',
  children: 'data anak',
  scans: 'foto dokumen',
  other: 'data lain',
} as const satisfies Record<DataKind, string>;

export const Breach = z.strictObject({
  id: BreachId,
  agency: AgencyId,
  discoveredAt: InstantText,
  recordedAt: InstantText,
  recordedBy: z.strictObject({ id: StaffId, name: z.string() }),
  data: z.array(DataKind).check(z.minLength(1)),
  people: z.optional(z.int().check(z.nonnegative())).check(z.describe('How many, as far as is known.')),
  how: Sealed.check(z.describe('When and how it happened.')),
  handling: z.optional(Sealed).check(z.describe('What was and is done about it.')),
  concerns: z
    .strictObject({
      standard: z.optional(StandardId),
      from: z.iso.date(),
      to: z.iso.date(),
    })
    .check(
      z.describe('Cases that are taken to be concerned: of a service, or of all, received in this period.'),
    ),
  affected: z
    .optional(z.array(AffectedCase))
    .check(z.describe('Cases that it concerns, as far as they were found.')),
  subjectsToldAt: z.optional(InstantText),
  authorityToldAt: z.optional(InstantText),
  closedAt: z.optional(InstantText),
  revision: z.int().check(z.positive()),
});
export type Breach = z.infer<typeof Breach>;

export type BreachMark = 'subjectsToldAt' | 'authorityToldAt' | 'closedAt';

export type BreachRefusal =
  | { readonly code: 'breach-closed' }
  /** Told before it was discovered, or in the future. */
  | { readonly code: 'moment-refused' }
  /** Subjects and authority have to be told before it is closed. */
  | { readonly code: 'not-told' };

/** Notes when somebody was told, or that all is done. What was noted before is kept. */
export const markBreach = (
  breach: Breach,
  mark: BreachMark,
  at: InstantText,
  now: InstantText,
): Result<Breach, BreachRefusal> => {
  if (breach[mark] !== undefined) return ok(breach);
  if (breach.closedAt !== undefined) return err({ code: 'breach-closed' });
  if (isAfter(at, now) || isAfter(breach.discoveredAt, at)) return err({ code: 'moment-refused' });
  const told = breach.subjectsToldAt !== undefined && breach.authorityToldAt !== undefined;
  if (mark === 'closedAt' && !told) return err({ code: 'not-told' });
  return ok({ ...breach, [mark]: at, revision: breach.revision + 1 });
};

/** Each has a clock of its own from the discovery. */
export const clocksOfBreach = (
  { discoveredAt, subjectsToldAt, authorityToldAt }: Breach,
  now: InstantText,
): { readonly subjects: Clock; readonly authority: Clock } => ({
  subjects: clockOf(discoveredAt, subjectsToldAt, now),
  authority: clockOf(discoveredAt, authorityToldAt, now),
});
