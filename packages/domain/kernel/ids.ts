// Branded ids of the whole product: a string of one kind never stands where another kind is meant.
import * as z from 'zod/mini';

/** Slug of a local government with its level in front: `kota-probolinggo` and `kab-probolinggo` both exist. */
export const TenantId = z
  .string()
  .check(z.maxLength(40), z.regex(/^(kota|kab)-[a-z]+(-[a-z]+)*$/))
  .brand<'TenantId'>();
export type TenantId = z.infer<typeof TenantId>;

const slug = z.string().check(z.maxLength(60), z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/));

/** An agency (dinas) within a tenant. */
export const AgencyId = slug.brand<'AgencyId'>();
export type AgencyId = z.infer<typeof AgencyId>;

/** A standard, stable over its versions. */
export const StandardId = slug.brand<'StandardId'>();
export type StandardId = z.infer<typeof StandardId>;

/** A case; unguessable (128 random bits, 26 characters of lower-case Crockford base32). Drafts carry the id of the case they become. */
export const CaseId = z
  .string()
  .check(z.regex(/^[0-9a-hjkmnp-tv-z]{26}$/))
  .brand<'CaseId'>();
export type CaseId = z.infer<typeof CaseId>;

/** A scanned document; unguessable like a case id. */
export const DocumentId = z
  .string()
  .check(z.regex(/^[0-9a-hjkmnp-tv-z]{26}$/))
  .brand<'DocumentId'>();
export type DocumentId = z.infer<typeof DocumentId>;

/** A member of an agency's staff: the subject of the identity provider. */
export const StaffId = z.string().check(z.minLength(1), z.maxLength(128)).brand<'StaffId'>();
export type StaffId = z.infer<typeof StaffId>;

/** Kemendagri region code with dots, two to four groups: `35.74`, `35.74.01`, `35.74.01.1001`. */
export const RegionCode = z
  .string()
  .check(z.regex(/^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$/))
  .brand<'RegionCode'>();
export type RegionCode = z.infer<typeof RegionCode>;

/** An instant on the time line, ISO 8601 in UTC with `Z`. */
export const InstantText = z.iso.datetime().brand<'InstantText'>();
export type InstantText = z.infer<typeof InstantText>;
