// What the shape of a tenant cannot say: its level and region agree, its colour can be read, its agencies are apart.
import { contrastOnWhite } from './contrast.ts';
import type { Tenant } from './tenant.ts';

export interface TenantFinding {
  /** Path of the field, e.g. `agencies.0.name`. */
  readonly field: string;
  readonly code:
    | 'level-mismatch'
    | 'region-too-deep'
    | 'contrast-too-low'
    | 'agency-duplicate'
    | 'agency-unknown'
    | 'period-reversed';
  readonly message: string;
}

/** WCAG 2.2 AA for text of ordinary size. */
const leastContrast = 4.5;

/** Second group of a Kemendagri code: 01–69 kabupaten, 71–99 kota (Permendagri 58/2021). */
const levelOf = (region: string): 'kab' | 'kota' | undefined => {
  const group = Number(region.slice(3, 5));
  if (group >= 1 && group <= 69) return 'kab';
  return group >= 71 ? 'kota' : undefined;
};

const levelFindings = ({ id, region }: Pick<Tenant, 'id' | 'region'>): TenantFinding[] => {
  if (region.length !== 5) {
    const message = 'Kode wilayah penyelenggara terdiri atas dua kelompok angka, misalnya 35.74.';
    return [{ field: 'region', code: 'region-too-deep', message }];
  }
  if (id.startsWith(`${levelOf(region)}-`)) return [];
  const message =
    'Tingkat pada nama singkat tidak cocok dengan kode wilayah: kelompok kedua 01–69 untuk kabupaten, 71–99 untuk kota.';
  return [{ field: 'region', code: 'level-mismatch', message }];
};

export const checkTenant = (
  tenant: Pick<Tenant, 'id' | 'region' | 'branding' | 'agencies' | 'calendar'>,
  managerAgency: string,
): readonly TenantFinding[] => {
  const findings = levelFindings(tenant);
  if (contrastOnWhite(tenant.branding.accent) < leastContrast) {
    const message = 'Warna aksen terlalu terang untuk dibaca di atas putih. Pilih warna yang lebih gelap.';
    findings.push({ field: 'branding.accent', code: 'contrast-too-low', message });
  }
  const ids = tenant.agencies.map(({ id }) => String(id));
  for (const [at, id] of ids.entries()) {
    if (ids.indexOf(id) === at) continue;
    const message = `Nama singkat perangkat daerah "${id}" dipakai dua kali.`;
    findings.push({ field: `agencies.${at}.id`, code: 'agency-duplicate', message });
  }
  if (!ids.includes(managerAgency)) {
    const message = 'Pengelola pertama harus bekerja di salah satu perangkat daerah yang didaftarkan.';
    findings.push({ field: 'firstManager.agency', code: 'agency-unknown', message });
  }
  for (const [at, { from, to }] of tenant.calendar.special.entries()) {
    if (from <= to) continue;
    const message = 'Tanggal akhir masa jam khusus mendahului tanggal mulainya.';
    findings.push({ field: `calendar.special.${at}`, code: 'period-reversed', message });
  }
  return findings;
};
