// What the checker is told of the tenant: its opening hours, who of the agency holds which roles, and the published services
// that the standard leans on.
import { StandardId } from '@layan/domain/kernel/ids';
import type { Standard } from '@layan/domain/standard/standard';
import { type ServiceFacts, servicesNamed, type TenantFacts } from '@layan/domain/standard/tenant-facts';
import type { StandardStore } from '../ports/standards.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getProfile } from '../tenant/get-profile.ts';

export type FactsPorts = Pick<Ports, 'directory' | 'staff' | 'standards'>;

const servicesOf = async (standards: StandardStore, checked: Standard): Promise<readonly ServiceFacts[]> => {
  const named = servicesNamed(checked).flatMap((id) => StandardId.safeParse(id).data ?? []);
  if (named.length === 0) return [];
  const listed = await standards.list();
  const published = listed.flatMap((one) => (named.includes(one.id) && one.published ? [one.published] : []));
  return Promise.all(
    published.map(async (ref) => {
      const { standard } = await standards.getPinned(ref);
      const { id, agency, kind, process } = standard;
      const channels = process.channels.map((channel) => channel.id);
      return { id, agency, kind, channels, endings: process.endings.map((ending) => ending.id), standard };
    }),
  );
};

export const factsOfTenant = async (
  { directory, staff, standards }: FactsPorts,
  standard: Standard,
): Promise<TenantFacts> => {
  const [{ calendar, agencies }, members, services] = await Promise.all([
    getProfile(directory),
    staff.list(),
    servicesOf(standards, standard),
  ]);
  const working = members.filter(({ agency, state }) => agency === standard.agency && state === 'active');
  const { unitCode } = agencies.find(({ id }) => id === standard.agency)?.letters ?? {};
  return {
    calendar,
    staff: working.map(({ roles }) => ({ roles })),
    services,
    letters: { ...(unitCode !== undefined && { unitCode }) },
  };
};
