// What the console shows of the person who signed in: tenant, agency, roles by name, areas.
import { mayUse } from '@layan/domain/access/operations';
import { managerRole, officerRole } from '@layan/domain/case/authority';
import type { AgencyId, RegionCode, StaffId, TenantId } from '@layan/domain/kernel/ids';
import { ok, type Result } from '@layan/domain/kernel/result';
import { hasPartInBatches } from '../batch/has-part-in-batches.ts';
import { counterServices } from '../counter/counter-services.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { agencyProducts, isCard } from '../register/agency-products.ts';
import { getProfile } from '../tenant/get-profile.ts';
import type { StaffFailure } from './errors.ts';
import { overseenRoles } from './overseen-roles.ts';
import { agencyRoles, type RoleLabel } from './role-labels.ts';

export interface Me {
  readonly id: StaffId;
  readonly name: string;
  readonly email: string;
  readonly tenant: {
    readonly id: TenantId;
    readonly name: string;
    readonly accent: string;
    readonly zone: string;
    /** It leaves: from that day on its doors are closed. */
    readonly closing?: { readonly on: string };
    /** It has closed: what is there is only read. */
    readonly closed?: true;
  };
  readonly agency: { readonly id: AgencyId; readonly name: string; readonly shortName: string };
  readonly roles: readonly RoleLabel[];
  /** Roles whose work the member gives out without doing it. */
  readonly oversees: readonly RoleLabel[];
  readonly areas: readonly RegionCode[];
  readonly manager: boolean;
  /** Answers for the protection of personal data. */
  readonly officer: boolean;
  /** Files for others at the counter. */
  readonly counter: boolean;
  /** The agency gives out what is kept in a register. */
  readonly cards: boolean;
  /** The agency writes letters that are numbered. */
  readonly letters: boolean;
  /** Gathers cases into batches, or works on batches. */
  readonly batches: boolean;
}

export const makeWhoAmI =
  (ports: Pick<Ports, 'directory' | 'standards'>) =>
  async ({
    member,
  }: {
    readonly member: Membership;
  }): Promise<Result<Me, StaffFailure<'member-deactivated' | 'role-missing'>>> => {
    const allowed = mayUse(member, 'who-am-i');
    if (!allowed.ok) return allowed;
    const tenant = await getProfile(ports.directory);
    const agency = tenant.agencies.find(({ id }) => id === member.agency);
    const known = await agencyRoles(ports.standards, member.agency);
    const labels = new Map(known.map(({ id, label }) => [id, label]));
    const given = await agencyProducts(ports.standards, member.agency);
    const { id, name, email, roles, areas } = member;
    return ok({
      id,
      name,
      email,
      tenant: {
        id: tenant.id,
        name: tenant.name,
        accent: tenant.branding.accent,
        zone: tenant.calendar.zone,
        ...(tenant.closing && { closing: tenant.closing }),
        ...(tenant.state === 'closed' && { closed: true }),
      },
      agency: {
        id: member.agency,
        name: agency?.name ?? member.agency,
        shortName: agency?.shortName ?? member.agency,
      },
      roles: roles.map((role) => ({ id: role, label: labels.get(role) ?? role })),
      oversees: overseenRoles(member, known),
      areas,
      manager: roles.includes(managerRole),
      officer: roles.includes(officerRole),
      counter: (await counterServices(ports.standards, member)).length > 0,
      cards: given.some(isCard),
      letters: given.some((one) => !isCard(one)),
      batches: await hasPartInBatches(ports.standards, member),
    });
  };
