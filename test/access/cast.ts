// Who asks: one member for every role that the services of an office know, and those without any.
import type { Membership } from '@layan/application/ports/staff';
import type { AgencyId } from '@layan/domain/kernel/ids';
import { RegionCode } from '@layan/domain/kernel/ids';
import { aMember } from '@layan/testing/builders/a-tenant';

/** Where the members of an area work, and where they do not. */
export const HERE = RegionCode.parse('35.74.04.1003');
export const ELSEWHERE = RegionCode.parse('35.74.01.1001');
const DISTRICT = RegionCode.parse('35.74.04');

interface Part {
  readonly roles?: readonly string[];
  readonly areas?: readonly RegionCode[];
  readonly state?: Membership['state'];
}

const parts = {
  nobody: {},
  frontOffice: { roles: ['frontOffice'] },
  backOffice: { roles: ['backOffice'] },
  facilitator: { roles: ['facilitator'], areas: [DISTRICT] },
  divisionHead: { roles: ['divisionHead'] },
  agencyHead: { roles: ['agencyHead'] },
  officer: { roles: ['officer'] },
  section: { roles: ['section'] },
  secretary: { roles: ['secretary'] },
  head: { roles: ['head'] },
  deputy: { roles: ['deputy'] },
  keeper: { roles: ['keeper'] },
  village: { roles: ['village'], areas: [HERE] },
  manager: { roles: ['serviceManager'] },
  /** Does the same work as the front office, and is somebody else. */
  colleague: { roles: ['frontOffice'] },
  /** Had what counts, and has left. */
  deactivated: { roles: ['frontOffice', 'serviceManager'], state: 'deactivated' },
  /** A central admin in an emergency. */
  emergency: { roles: ['emergencyReader'] },
  protectionOfficer: { roles: ['dataProtectionOfficer'] },
} as const satisfies Record<string, Part>;

export type Role = keyof typeof parts;

export const roles = Object.keys(parts).filter((name): name is Role => name in parts);

/** Members of an office by role. They have numbers of their own, so that nobody is somebody in another office. */
export type Cast = (role: Role) => Membership;

export const castOf =
  (agency: AgencyId, from: number): Cast =>
  (role) => {
    const at = from + roles.indexOf(role);
    const { roles: held = [], areas = [], ...rest }: Part = parts[role];
    const official = {
      position: 'Kepala Dinas Uji',
      nameWithTitles: `Pejabat Uji ${at}`,
      nip: '198001012005011001',
    };
    const signs = role === 'head' || role === 'deputy' ? { official } : {};
    return aMember(at, { agency, ...rest, roles: [...held], areas: [...areas], ...signs });
  };
