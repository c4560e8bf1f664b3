// Now, and the date of it where the tenant is.
import { dateIn } from '@layan/domain/deadline/dates-in-words';
import type { InstantText } from '@layan/domain/kernel/ids';
import type { Ports } from '../ports/surroundings.ts';
import { getProfile } from '../tenant/get-profile.ts';

export const momentOf = async ({
  directory,
  clock,
}: Pick<Ports, 'directory' | 'clock'>): Promise<{ readonly at: InstantText; readonly today: string }> => {
  const at = clock.now();
  return { at, today: dateIn((await getProfile(directory)).calendar.zone, at) };
};
