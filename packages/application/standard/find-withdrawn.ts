// A service that was published once and taken away: since when, and the word of the agency about it.
import type { InstantText, StandardId } from '@layan/domain/kernel/ids';
import type { StandardStore } from '../ports/standards.ts';

export interface Withdrawn {
  readonly shortTitle: string;
  readonly since: InstantText;
  readonly reason: string;
}

/** One query: whether nothing new may be filed under a service because it was taken away. */
export const isWithdrawn = async (standards: StandardStore, id: StandardId): Promise<boolean> =>
  (await standards.list()).some((one) => one.id === id && one.withdrawn !== undefined);

export const findWithdrawn = async (
  standards: StandardStore,
  id: StandardId,
): Promise<Withdrawn | undefined> => {
  const ref = (await standards.list()).find((one) => one.id === id)?.withdrawn;
  // Read afresh: a version that was remembered from before says nothing of its end.
  const version = ref && (await standards.find(ref.id, ref.version));
  const turn = version?.life?.findLast(({ to }) => to === 'withdrawn');
  return version && turn
    ? { shortTitle: version.standard.shortTitle, since: turn.at, reason: turn.note ?? '' }
    : undefined;
};
