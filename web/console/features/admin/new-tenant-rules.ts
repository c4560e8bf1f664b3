// What somebody types about a new government, as the API takes it, and what is missing before it is sent.
import type { createTenant } from '@layan/contract/admin/tenants';
import { contrastOnWhite } from '@layan/domain/tenant/contrast';
import type * as z from 'zod/mini';

type Texts = Readonly<Record<string, string>>;
type NewTenant = z.input<(typeof createTenant)['body']>;

export const zones = [
  { value: 'Asia/Jakarta', label: 'WIB' },
  { value: 'Asia/Makassar', label: 'WITA' },
  { value: 'Asia/Jayapura', label: 'WIT' },
] as const;

const agencyFields = ['id', 'name', 'shortName', 'address', 'phone', 'email'] as const;
export const MOST_AGENCIES = 20;
const FIRST_ACCENT = '#0b5d66';
/** WCAG 2.2 AA for text of ordinary size. */
const LEAST_CONTRAST = 4.5;

export const agencyCount = (texts: Texts): number =>
  Math.min(MOST_AGENCIES, Math.max(1, Number(texts.agencies) || 1));

export const accentOf = (texts: Texts): string => texts['branding.accent'] ?? FIRST_ACCENT;

/** What was typed about the agencies once the one at `gone` is left out: the names of the ones behind it move up. */
export function withoutAgency(texts: Texts, gone: number): Texts {
  const count = agencyCount(texts);
  const moved = Array.from({ length: count - gone }, (_, at) => gone + at).flatMap((at) =>
    agencyFields.map((field) => [`agencies.${at}.${field}`, texts[`agencies.${at + 1}.${field}`] ?? '']),
  );
  return { ...Object.fromEntries(moved), agencies: String(count - 1) };
}

export function newTenantOf(texts: Texts): NewTenant {
  const typed = (name: string): string => (texts[name] ?? '').trim();
  const agencies = Array.from({ length: agencyCount(texts) }, (_, at) => {
    const of = (field: (typeof agencyFields)[number]) => typed(`agencies.${at}.${field}`);
    return {
      id: of('id'),
      name: of('name'),
      shortName: of('shortName'),
      address: of('address'),
      ...(of('phone') === '' ? {} : { phone: of('phone') }),
      ...(of('email') === '' ? {} : { email: of('email') }),
    };
  });
  const zone = zones.find(({ value }) => value === texts.zone)?.value ?? 'Asia/Jakarta';
  const [first] = agencies;
  return {
    id: typed('id'),
    name: typed('name'),
    governmentName: typed('governmentName'),
    region: typed('region'),
    zone,
    agencies,
    branding: { accent: accentOf(texts).trim().toLowerCase() },
    firstManager: {
      name: typed('firstManager.name'),
      email: typed('firstManager.email').toLowerCase(),
      agency: agencies.find(({ id }) => id === typed('firstManager.agency'))?.id ?? first?.id ?? '',
    },
  };
}

const TENANT = /^(kota|kab)-[a-z]+(-[a-z]+)*$/;
const REGION = /^\d{2}\.\d{2}$/;
const AGENCY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const ACCENT = /^#[0-9a-f]{6}$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** In the order of the form, so that the first is where to begin. */
export function lacksOf(tenant: NewTenant): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const need = (field: string, fine: boolean, words: string): void => {
    if (!fine) found.set(field, words);
  };
  need('name', tenant.name !== '', 'Isi nama daerah, misalnya Kota Probolinggo.');
  need('governmentName', tenant.governmentName !== '', 'Isi nama pemerintah daerah.');
  need('id', TENANT.test(tenant.id), 'Awali dengan kota- atau kab-, huruf kecil, misalnya kab-lumajang.');
  need('region', REGION.test(tenant.region), 'Isi kode wilayah dua kelompok angka, misalnya 35.74.');
  need(
    'branding.accent',
    ACCENT.test(tenant.branding.accent),
    'Tulis warna sebagai # dan enam angka atau huruf a–f.',
  );
  if (!found.has('branding.accent')) {
    const readable = contrastOnWhite(tenant.branding.accent) >= LEAST_CONTRAST;
    need(
      'branding.accent',
      readable,
      'Warna ini terlalu terang untuk dibaca di atas putih. Pilih yang lebih gelap.',
    );
  }
  for (const [at, agency] of tenant.agencies.entries()) {
    need(`agencies.${at}.name`, agency.name !== '', 'Isi nama resmi perangkat daerah.');
    need(`agencies.${at}.shortName`, agency.shortName !== '', 'Isi nama pendeknya.');
    const twin = tenant.agencies.findIndex(({ id }) => id === agency.id) < at;
    need(`agencies.${at}.id`, AGENCY.test(agency.id), 'Huruf kecil dan angka, misalnya dinsos.');
    if (AGENCY.test(agency.id)) need(`agencies.${at}.id`, !twin, 'Kode ini sudah dipakai di atas.');
    need(`agencies.${at}.address`, agency.address !== '', 'Isi alamat kantornya.');
    need(
      `agencies.${at}.email`,
      agency.email === undefined || EMAIL.test(agency.email),
      'Periksa alamat surelnya, atau kosongkan.',
    );
  }
  need('firstManager.name', tenant.firstManager.name !== '', 'Isi nama pengelola layanan.');
  need('firstManager.email', EMAIL.test(tenant.firstManager.email), 'Isi alamat surel yang benar.');
  return found;
}
