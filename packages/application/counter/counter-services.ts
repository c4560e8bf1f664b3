// The services somebody may file for others: published, of their agency, with a channel that staff enter.
import type { StandardId } from '@layan/domain/kernel/ids';
import type { Channel } from '@layan/domain/standard/channel';
import type { Membership } from '../ports/staff.ts';
import type { StandardStore } from '../ports/standards.ts';
import { intakeChannels } from './counter-channel.ts';

export interface CounterService {
  readonly standard: StandardId;
  readonly service: string;
  readonly channels: readonly Pick<Channel, 'id' | 'label' | 'kind' | 'receipt'>[];
}

const wayOf = ({ id, label, kind, receipt }: Channel): CounterService['channels'][number] => ({
  id,
  label,
  kind,
  ...(receipt && { receipt }),
});

export const counterServices = async (
  standards: StandardStore,
  member: Membership,
): Promise<readonly CounterService[]> => {
  const own = (await standards.list()).filter(({ agency }) => agency === member.agency);
  const services = await Promise.all(
    own.map(async ({ id, published }) => {
      const version = published && (await standards.getPinned(published));
      const channels = version ? intakeChannels(version.standard, member) : [];
      return version && channels.length > 0
        ? [{ standard: id, service: version.standard.shortTitle, channels: channels.map(wayOf) }]
        : [];
    }),
  );
  return services.flat();
};
