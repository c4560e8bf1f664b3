// A tenant: a local government with its agencies, as its citizens and its staff know it. Each field has one owner: what is
// registered is said by the register of tenants, what is stated by the tenant's own people (carry-over.ts).
import * as z from 'zod/mini';
import { TenantCalendar } from '../deadline/calendar.ts';
import { AgencyId, RegionCode, TenantId } from '../kernel/ids.ts';
import { PrivacyTerms } from '../privacy/terms.ts';

/** Said by the register. */
export const RegisteredAgency = z.object({
  id: AgencyId,
  name: z
    .string()
    .check(
      z.minLength(1),
      z.maxLength(160),
      z.describe('Official name, e.g. "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak".'),
    ),
  shortName: z.string().check(z.minLength(1), z.maxLength(60)),
  address: z.string().check(z.minLength(1), z.maxLength(240)),
  phone: z.optional(z.string().check(z.maxLength(40))),
  email: z.optional(z.email()),
});

/** Said by its own people. */
export const AgencyStatements = z.object({
  letters: z
    .optional(
      z.strictObject({
        unitCode: z
          .optional(z.string().check(z.minLength(1), z.maxLength(40)))
          .check(z.describe('Unit code in official numbers, `{unit}`, e.g. "427.64".')),
        place: z
          .optional(z.string().check(z.minLength(1), z.maxLength(60)))
          .check(
            z.describe('Where letters are dated; the name of the tenant without its level when absent.'),
          ),
        letterhead: z
          .optional(z.array(z.string().check(z.minLength(1), z.maxLength(160))).check(z.maxLength(3)))
          .check(z.describe('More lines of the letterhead, below the address: fax, website, postal code.')),
        signing: z
          .optional(z.enum(['seal', 'certificate', 'ink']))
          .check(
            z.describe(
              'How documents are signed: with the agency’s own seal, with a certificate outside the system, by hand (when absent).',
            ),
          ),
        bsre: z
          .optional(z.literal(true))
          .check(
            z.describe(
              'The certificates are BSrE’s: documents carry the sentence about it, and only such a signature is taken.',
            ),
          ),
      }),
    )
    .check(z.describe('How the agency writes official documents.')),
  privacy: z
    .optional(z.array(PrivacyTerms).check(z.maxLength(200)))
    .check(z.describe('On which terms it processes personal data: every version, the newest last.')),
});

export const Agency = z.strictObject({ ...RegisteredAgency.shape, ...AgencyStatements.shape });
export type Agency = z.infer<typeof Agency>;

export const Branding = z.strictObject({
  accent: z
    .string()
    .check(z.regex(/^#[0-9a-f]{6}$/), z.describe('Accent colour; must reach a contrast of 4.5 on white.')),
  crest: z
    .optional(z.string().check(z.maxLength(20_000)))
    .check(z.describe('Crest as a small SVG or PNG data URI; a lettered seal is drawn when absent.')),
});
export type Branding = z.infer<typeof Branding>;

/** Said by the register; so is which agencies there are. */
export const RegisteredTenant = z.object({
  id: TenantId,
  name: z.string().check(z.minLength(1), z.maxLength(80), z.describe('"Kota Probolinggo".')),
  governmentName: z
    .string()
    .check(z.minLength(1), z.maxLength(120), z.describe('"Pemerintah Kota Probolinggo".')),
  region: RegionCode,
  branding: Branding,
  state: z
    .enum(['active', 'suspended', 'closed'])
    .check(z.describe('closed: it leaves, and is read only until it is destroyed.')),
  closing: z
    .optional(z.strictObject({ on: z.iso.date() }))
    .check(z.describe('It leaves: from that day on its doors are closed.')),
});

/** Said by its own people. */
export const TenantStatements = z.object({ calendar: TenantCalendar });

export const Tenant = z.strictObject({
  ...RegisteredTenant.shape,
  ...TenantStatements.shape,
  agencies: z.array(Agency).check(z.minLength(1), z.maxLength(20)),
});
export type Tenant = z.infer<typeof Tenant>;
