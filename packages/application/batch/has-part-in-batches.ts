// Whether somebody has to do with batches: a role in one that their agency has published, or its management.
import { managerRole } from '@layan/domain/case/authority';
import type { Membership } from '../ports/staff.ts';
import type { StandardStore } from '../ports/standards.ts';

export const hasPartInBatches = async (
  standards: StandardStore,
  { agency, roles }: Membership,
): Promise<boolean> => {
  const published = (await standards.list()).flatMap((one) =>
    one.agency === agency && one.published ? [one.published] : [],
  );
  const versions = await Promise.all(published.map((ref) => standards.getPinned(ref)));
  return versions.some(
    ({ standard: { process } }) =>
      process.lines !== undefined &&
      (roles.includes(managerRole) || process.roles.some(({ id }) => roles.includes(id))),
  );
};
