// Who looked at the data of a case: by role and time, as its applicant is told. Names only where the agency says so.
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import type { AgencyId, CaseId, InstantText, StaffId } from '@layan/domain/kernel/ids';
import { termsNow } from '@layan/domain/privacy/terms';
import type { Tenant } from '@layan/domain/tenant/tenant';
import type { Ports } from '../ports/surroundings.ts';
import { agencyRoles } from '../staff/role-labels.ts';

/** One look, or several within an hour. */
export interface Look {
  readonly at: InstantText;
  readonly by: StaffId;
  readonly name: string;
  /** Values that were unmasked, by fact; absent where the case was read as everybody may. */
  readonly fact?: string;
  readonly reason?: string;
}

export interface LookView {
  readonly at: InstantText;
  readonly when: string;
  readonly who: string;
  readonly what: string;
}

export type LooksOf = (caseId: CaseId) => Promise<readonly Look[]>;

export type WhoLookedPorts = Pick<Ports, 'unmaskings' | 'staff' | 'standards'>;

const termsOfAgency = ({ agencies }: Tenant, id: AgencyId) =>
  termsNow(agencies.find((agency) => agency.id === id)?.privacy);

/** Newest first. */
export const whoLooked = async (
  ports: WhoLookedPorts,
  { tenant, agency, caseId }: { readonly tenant: Tenant; readonly agency: AgencyId; readonly caseId: CaseId },
  labelOf: (fact: string) => string,
): Promise<readonly LookView[]> => {
  const [looks, members, roles] = await Promise.all([
    ports.unmaskings.list(caseId),
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
  return looks
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .map(({ at, by, name, fact }) => ({
      at,
      when: momentInWords(tenant.calendar.zone, at),
      who: named ? `${name} (${roleOf(by)})` : roleOf(by),
      what: `Membuka ${labelOf(fact)} secara penuh`,
    }));
};
