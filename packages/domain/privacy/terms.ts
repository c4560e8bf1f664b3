// The terms on which an agency processes personal data (UU 27/2022 art. 21, 53): who answers for it, on which basis, for what,
// for how long. Versions follow one another and are never changed: together with the pinned version of a standard they are
// the privacy notice that somebody was shown.
import * as z from 'zod/mini';
import { InstantText } from '../kernel/ids.ts';
import { RetentionSchedule } from './retention-schedule.ts';

export const LegalBasis = z.enum([
  'consent',
  'contract',
  'legal-obligation',
  'vital-interest',
  'public-service',
  'legitimate-interest',
]);
export type LegalBasis = z.infer<typeof LegalBasis>;

/** Letters of art. 20(2). */
export const legalBasisWords = {
  consent: 'persetujuan Anda (Pasal 20 ayat (2) huruf a)',
  contract: 'perjanjian dengan Anda (Pasal 20 ayat (2) huruf b)',
  'legal-obligation': 'kewajiban hukum dinas (Pasal 20 ayat (2) huruf c)',
  'vital-interest': 'pelindungan kepentingan vital Anda (Pasal 20 ayat (2) huruf d)',
  'public-service':
    'pelaksanaan tugas demi kepentingan umum dan pelayanan publik (Pasal 20 ayat (2) huruf e)',
  'legitimate-interest': 'kepentingan sah lainnya (Pasal 20 ayat (2) huruf f)',
} as const satisfies Record<LegalBasis, string>;

/** The official that people write to about their data (PPDP). */
export const OfficerContact = z.strictObject({
  name: z.string().check(z.minLength(2), z.maxLength(120)),
  contact: z.string().check(z.minLength(3), z.maxLength(200), z.describe('Mail, telephone or address.')),
});
export type OfficerContact = z.infer<typeof OfficerContact>;

export const StatedTerms = z.strictObject({
  officer: z.optional(OfficerContact),
  basis: LegalBasis,
  purposes: z
    .array(z.string().check(z.minLength(3), z.maxLength(300)))
    .check(z.minLength(1), z.maxLength(12)),
  retention: RetentionSchedule,
  namesReaders: z
    .optional(z.literal(true))
    .check(z.describe('Who asks who looked at their data is told names, not roles alone.')),
});
export type StatedTerms = z.infer<typeof StatedTerms>;

export const PrivacyTerms = z.strictObject({
  version: z.int().check(z.positive()),
  since: InstantText,
  ...StatedTerms.shape,
});
export type PrivacyTerms = z.infer<typeof PrivacyTerms>;

/** What holds while an agency has stated nothing of its own: version 0. */
export const usualTerms: StatedTerms = {
  basis: 'public-service',
  purposes: [
    'memeriksa dan memutuskan permohonan Anda',
    'menghubungi Anda tentang permohonan itu',
    'menjamin janji waktu layanan dan mengawasi petugas',
    'mencegah satu orang atau keluarga menerima hasil yang sama dua kali',
  ],
  retention: { months: {}, services: {} },
};

type Versions = readonly PrivacyTerms[] | undefined;

export type NumberedTerms = StatedTerms & { readonly version: number };

/** The terms that hold now. */
export const termsNow = (versions: Versions): NumberedTerms =>
  versions?.at(-1) ?? { ...usualTerms, version: 0 };

/** The terms of a version; undefined where there is no such version. */
export const termsOf = (versions: Versions, version: number): NumberedTerms | undefined =>
  version === 0 ? { ...usualTerms, version } : versions?.find((one) => one.version === version);

/** All versions, with these as the newest. */
export const withTerms = (
  versions: Versions,
  terms: StatedTerms,
  since: InstantText,
): readonly PrivacyTerms[] => [
  ...(versions ?? []),
  { ...terms, version: termsNow(versions).version + 1, since },
];
