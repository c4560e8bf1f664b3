// How long each class of what an agency keeps is kept: what the draft schedule says, and what the agency states instead.
import * as z from 'zod/mini';

export const RetentionClass = z.enum(['rejectedIntake', 'case', 'scans', 'anonymousComplaint', 'audit']);
export type RetentionClass = z.infer<typeof RetentionClass>;

/** Months. An agency's own schedule (JRA) takes their place. */
export const retentionDefaults = {
  rejectedIntake: 12,
  case: 60,
  scans: 24,
  anonymousComplaint: 24,
  audit: 60,
} as const satisfies Record<RetentionClass, number>;

const Months = z.int().check(z.minimum(1), z.maximum(1200));

/** Of one agency: for everything, and for single services. */
export const RetentionSchedule = z.strictObject({
  months: z.partialRecord(RetentionClass, Months),
  services: z.record(z.string().check(z.maxLength(60)), z.partialRecord(RetentionClass, Months)),
});
export type RetentionSchedule = z.infer<typeof RetentionSchedule>;

export const monthsOf = (
  schedule: RetentionSchedule | undefined,
  service: string,
  of: RetentionClass,
): number => schedule?.services[service]?.[of] ?? schedule?.months[of] ?? retentionDefaults[of];
