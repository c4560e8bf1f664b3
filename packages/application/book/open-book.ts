// The book of a channel, for those with a part in its service and for who manages the agency.
import { mayUse, type Operation } from '@layan/domain/access/operations';
import { managerRole } from '@layan/domain/case/authority';
import type { StandardId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Channel } from '@layan/domain/standard/channel';
import { enteredChannels } from '../counter/counter-channel.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { findPublished, type Published } from '../standard/find-published.ts';
import type { BookFailure } from './errors.ts';

export interface OpenBookInput {
  readonly member: Membership;
  readonly standard: StandardId;
  readonly channel: string;
}

export interface OpenBook extends Published {
  readonly channel: Channel;
}

export type OpenBookError = BookFailure<'member-deactivated' | 'role-missing' | 'book-not-found'>;

/** In a list, for who need not know whose name it is. */
export const hiddenName = 'nama disamarkan';

/** Channels that staff enter; managers see the books without a part in the process. */
export const booksOf = ({ standard }: Published['version'], member: Membership): readonly Channel[] => {
  if (standard.agency !== member.agency) return [];
  if (!member.roles.includes(managerRole)) return enteredChannels(standard, member);
  return standard.process.channels.filter(({ kind, about }) => kind !== 'portal' && about === undefined);
};

export const openBook = async (
  ports: Pick<Ports, 'standards'>,
  operation: Operation,
  { member, standard, channel: id }: OpenBookInput,
): Promise<Result<OpenBook, OpenBookError>> => {
  const allowed = mayUse(member, operation);
  if (!allowed.ok) return allowed;
  const published = await findPublished(ports.standards, standard);
  const channel = published && booksOf(published.version, member).find((one) => one.id === id);
  return published && channel ? ok({ ...published, channel }) : err({ code: 'book-not-found' });
};
