// The services somebody may file for others: published, of their agency, with a channel for the counter.
import type { StandardId } from '@layan/domain/kernel/ids';
import type { Membership } from '../ports/staff.ts';
import type { StandardStore } from '../ports/standards.ts';
import { counterChannel } from './counter-channel.ts';

export interface CounterService {
  readonly standard: StandardId;
  readonly service: string;
}

export const counterServices = async (
  standards: StandardStore,
  member: Membership,
): Promise<readonly CounterService[]> => {
  const own = (await standards.list()).filter(({ agency }) => agency === member.agency);
  const services = await Promise.all(
    own.map(async ({ id, published }) => {
      const version = published && (await standards.getPinned(published));
      return version && counterChannel(version.standard, member)
        ? [{ standard: id, service: version.standard.shortTitle }]
        : [];
    }),
  );
  return services.flat();
};
