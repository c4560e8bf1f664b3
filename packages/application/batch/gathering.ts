// What a member may gather: a published batch of their agency at whose line step they hold the role, in their areas.
import { covers } from '@layan/domain/access/areas';
import type { RegionCode, StandardId } from '@layan/domain/kernel/ids';
import { RegionCode as Region } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { indexOf, type ProcessIndex } from '@layan/domain/process/process-index';
import type { Channel } from '@layan/domain/standard/channel';
import type { Process } from '@layan/domain/standard/process';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { findPublished, type Published } from '../standard/find-published.ts';
import type { BatchFailure } from './errors.ts';

export interface Gathering extends Published {
  readonly lines: NonNullable<Process['lines']>;
  readonly channel: Channel;
  /** The service whose cases are gathered. */
  readonly of: { readonly shortTitle: string; readonly index: ProcessIndex };
  /** Areas the member is bound to; empty where they work everywhere. */
  readonly areas: readonly RegionCode[];
}

export const findGathering = async (
  { standards }: Pick<Ports, 'standards'>,
  member: Membership,
  id: StandardId,
): Promise<Gathering | undefined> => {
  const published = await findPublished(standards, id);
  const standard = published?.version.standard;
  const lines = standard?.process.lines;
  const channel = standard?.process.channels.find(({ kind, about }) => kind !== 'portal' && !about);
  if (!published || !lines || !channel || standard?.agency !== member.agency) return undefined;
  const of = (await findPublished(standards, lines.of))?.version.standard;
  if (of?.agency !== member.agency) return undefined;
  const index = indexOf(of.process);
  const role = index.roles.get(index.steps.get(lines.step)?.role ?? '');
  if (!role || !member.roles.includes(role.id)) return undefined;
  return {
    ...published,
    lines,
    channel,
    of: { shortTitle: of.shortTitle, index },
    areas: role.byArea ? member.areas : [],
  };
};

/** The area that is meant: the one named, or the only one of the member. Undefined is every area. */
export const areaMeant = (
  { areas }: Gathering,
  named: string | undefined,
): Result<RegionCode | undefined, BatchFailure<'area-refused'>> => {
  const refused = err({ code: 'area-refused' } as const);
  if (named === undefined) return areas.length > 1 ? refused : ok(areas[0]);
  const area = Region.safeParse(named).data;
  return area !== undefined && covers(areas, area) ? ok(area) : refused;
};
