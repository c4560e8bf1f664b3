// Who looked at the data of a case: by role and time, as its applicant is told. Names only where the agency says so.
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import type { AgencyId, InstantText, StaffId } from '@layan/domain/kernel/ids';
import { termsNow } from '@layan/domain/privacy/terms';
import type { Tenant } from '@layan/domain/tenant/tenant';
import { type CaseRead, listReads } from '../case/list-reads.ts';
import type { CaseFile } from '../ports/cases.ts';
import type { Ports } from '../ports/surroundings.ts';
import { agencyRoles } from '../staff/role-labels.ts';
import { looksInBatches } from './looks-in-batches.ts';

export interface LookView {
  readonly at: InstantText;
  readonly when: string;
  readonly who: string;
  readonly what: string;
}

export type WhoLookedPorts = Pick<Ports, 'cases' | 'reads' | 'unmaskings' | 'staff' | 'standards'>;

/** Words for what is read whole; a fact that was unmasked is told by its label. */
const wholes: Readonly<Record<string, string>> = {
  'open-document': 'Membuka pindaian',
  'open-letter': 'Membuka surat',
  'preview-letter': 'Melihat konsep surat',
  'print-letter': 'Mencetak surat',
  'print-card': 'Mencetak kartu',
  'find-card': 'Menemukan kartu',
  'read-form': 'Membaca formulir secara penuh',
  'read-lines': 'Membaca daftar secara penuh',
  'get-slip': 'Mencetak tanda terima',
  'hand-over-copy': 'Menyerahkan salinan data',
  'find-duplicates': 'Menemukan berkas saat menerima pengajuan',
};

const whatOf = ({ operation, fact, times }: CaseRead, labelOf: (fact: string) => string): string => {
  const often = times > 1 ? ` (${times} kali dalam satu jam)` : '';
  if (operation === 'unmask-fact' && fact !== undefined) return `Membuka ${labelOf(fact)} secara penuh`;
  return `${wholes[operation] ?? 'Membuka berkas'}${often}`;
};

const termsOfAgency = ({ agencies }: Tenant, id: AgencyId) =>
  termsNow(agencies.find((agency) => agency.id === id)?.privacy);

/** Newest first. */
export const whoLooked = async (
  ports: WhoLookedPorts,
  tenant: Tenant,
  file: Pick<CaseFile, 'record' | 'events'>,
  labelOf: (fact: string) => string,
): Promise<readonly LookView[]> => {
  const { id, agency } = file.record.snapshot;
  const [own, asLine, members, roles] = await Promise.all([
    listReads(ports, id),
    looksInBatches(ports, file),
    ports.staff.recent(),
    agencyRoles(ports.standards, agency),
  ]);
  const named = termsOfAgency(tenant, agency).namesReaders === true;
  const labels = new Map(roles.map(({ id, label }) => [id, label]));
  const roleOf = (id: StaffId): string => {
    const held = members.find((member) => member.id === id)?.roles ?? [];
    const known = held.flatMap((role) => labels.get(role) ?? []);
    return known.length > 0 ? known.join(', ') : 'Petugas';
  };
  const looks = [...own, ...asLine].toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return looks.map((look) => ({
    at: look.at,
    when: momentInWords(tenant.calendar.zone, look.at),
    who: named ? `${look.name} (${roleOf(look.by)})` : roleOf(look.by),
    what: whatOf(look, labelOf),
  }));
};
