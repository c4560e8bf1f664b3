// Which roles and areas can be given at all: roles the agency has, areas inside the tenant's region.
import { RegionCode } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getProfile } from '../tenant/get-profile.ts';
import type { StaffFailure } from './errors.ts';
import { agencyRoles } from './role-labels.ts';

export interface Rights {
  readonly roles: readonly string[];
  readonly areas: readonly RegionCode[];
}

export const readRights = async (
  ports: Pick<Ports, 'standards' | 'directory'>,
  { agency }: Membership,
  asked: { readonly roles: readonly string[]; readonly areas: readonly string[] },
): Promise<Result<Rights, StaffFailure<'unknown-role' | 'unknown-area'>>> => {
  const known = new Set((await agencyRoles(ports.standards, agency)).map(({ id }) => id));
  const roles = asked.roles.filter((role) => !known.has(role));
  if (roles.length > 0) return err({ code: 'unknown-role', roles });
  const { region } = await getProfile(ports.directory);
  const areas = asked.areas.flatMap((area) => {
    const code = RegionCode.safeParse(area);
    return code.success && (area === region || area.startsWith(`${region}.`)) ? [code.data] : [];
  });
  if (areas.length < asked.areas.length) {
    const strange = asked.areas.filter((area) => !areas.some((code) => code === area));
    return err({ code: 'unknown-area', areas: strange });
  }
  return ok({ roles: [...new Set(asked.roles)], areas: [...new Set(areas)] });
};
