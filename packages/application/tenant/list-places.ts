// Every village of the tenant, for forms that ask for one. Nothing here is about anybody.
import { mayUse } from '@layan/domain/access/operations';
import type { RegionCode } from '@layan/domain/kernel/ids';
import { ok, type Result } from '@layan/domain/kernel/result';
import { areaChoices, findVillage } from '@layan/domain/tenant/regions';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StaffFailure } from '../staff/errors.ts';

export interface Places {
  /** Empty while the places of the tenant are not known. */
  readonly places: readonly { readonly code: RegionCode; readonly name: string }[];
}

export const makeListPlaces =
  (ports: Pick<Ports, 'directory'>) =>
  async ({
    member,
  }: {
    readonly member: Membership;
  }): Promise<Result<Places, StaffFailure<'member-deactivated' | 'role-missing'>>> => {
    const allowed = mayUse(member, 'list-places');
    if (!allowed.ok) return allowed;
    const regions = await ports.directory.findRegions();
    if (!regions) return ok({ places: [] });
    return ok({
      places: areaChoices(regions).filter(({ code }) => findVillage(regions, code) !== undefined),
    });
  };
