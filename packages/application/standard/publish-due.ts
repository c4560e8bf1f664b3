// Publishes what was scheduled for a day that has come; one that fails keeps no other. Run again, or at the same time, it
// publishes nothing twice.
import type { StandardId } from '@layan/domain/kernel/ids';
import { publishDue } from '@layan/domain/standard/publishing';
import { eachApart, tellFirst } from '../kernel/work-off.ts';
import type { StandardSummary } from '../ports/standards.ts';
import type { Ports } from '../ports/surroundings.ts';
import { firstMove } from './first-move.ts';
import { momentOf } from './moment.ts';

type PublishDuePorts = Pick<Ports, 'standards' | 'directory' | 'clock'>;

const publishOne = async (
  { standards }: PublishDuePorts,
  { id, draft, published: current, moving }: StandardSummary,
  moment: Awaited<ReturnType<typeof momentOf>>,
): Promise<boolean> => {
  const before = draft === undefined ? undefined : await standards.find(id, draft);
  if (!before) return false;
  const publication = publishDue(before, current && (await standards.getPinned(current)), moment);
  if (!publication) return false;
  const { published, superseded } = publication;
  const by = published.life?.findLast(({ to }) => to === 'scheduled')?.by;
  const move = current && by && firstMove(published, by, moment.at, moving);
  return (await standards.publish(published, { before, superseding: superseded, move })).ok;
};

export const makePublishDue =
  (ports: PublishDuePorts) =>
  async (listed: readonly StandardSummary[]): Promise<readonly StandardId[]> => {
    const scheduled = listed.filter(({ publishOn }) => publishOn !== undefined);
    if (scheduled.length === 0) return [];
    const moment = await momentOf(ports);
    const published: StandardId[] = [];
    const today = scheduled.filter(({ publishOn = '' }) => publishOn <= moment.today);
    const broken = await eachApart(today, async (one) => {
      if (await publishOne(ports, one, moment)) published.push(one.id);
    });
    tellFirst(broken);
    return published;
  };
