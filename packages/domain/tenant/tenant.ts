// A tenant: a local government with its agencies, as its citizens and its staff know it.
import * as z from 'zod';
import { TenantCalendar } from '../deadline/calendar.ts';
import { AgencyId, RegionCode, TenantId } from '../kernel/ids.ts';

export const Agency = z.strictObject({
  id: AgencyId,
  name: z
    .string()
    .min(1)
    .max(160)
    .describe('Official name, e.g. "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak".'),
  shortName: z.string().min(1).max(60),
  address: z.string().min(1).max(240),
  phone: z.string().max(40).optional(),
  email: z.email().optional(),
});
export type Agency = z.infer<typeof Agency>;

export const Branding = z.strictObject({
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .describe('Accent colour; must reach a contrast of 4.5 on white.'),
  crest: z
    .string()
    .max(20_000)
    .optional()
    .describe('Crest as a small SVG or PNG data URI; a lettered seal is drawn when absent.'),
});
export type Branding = z.infer<typeof Branding>;

export const Tenant = z.strictObject({
  id: TenantId,
  name: z.string().min(1).max(80).describe('"Kota Probolinggo".'),
  governmentName: z.string().min(1).max(120).describe('"Pemerintah Kota Probolinggo".'),
  region: RegionCode,
  calendar: TenantCalendar,
  agencies: z.array(Agency).min(1).max(20),
  branding: Branding,
  state: z.enum(['active', 'suspended']),
});
export type Tenant = z.infer<typeof Tenant>;
