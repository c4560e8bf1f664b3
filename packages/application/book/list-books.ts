// The books a member may look into: one per channel that staff enter.
import { mayUse } from '@layan/domain/access/operations';
import type { StandardId } from '@layan/domain/kernel/ids';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Channel } from '@layan/domain/standard/channel';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { findPublished } from '../standard/find-published.ts';
import type { BookFailure } from './errors.ts';
import { booksOf } from './open-book.ts';

export interface BookName {
  readonly standard: StandardId;
  readonly service: string;
  readonly channel: string;
  readonly label: string;
  readonly kind: Channel['kind'];
}

export const makeListBooks =
  (ports: Pick<Ports, 'standards'>) =>
  async ({
    member,
  }: {
    readonly member: Membership;
  }): Promise<Result<readonly BookName[], BookFailure<'member-deactivated' | 'role-missing'>>> => {
    const allowed = mayUse(member, 'list-books');
    if (!allowed.ok) return allowed;
    const own = (await ports.standards.list()).filter(({ agency }) => agency === member.agency);
    const books = await Promise.all(
      own.map(async ({ id }) => {
        const published = await findPublished(ports.standards, id);
        if (!published) return [];
        const service = published.version.standard.shortTitle;
        return booksOf(published.version, member).map(({ id: channel, label, kind }) => ({
          standard: id,
          service,
          channel,
          label,
          kind,
        }));
      }),
    );
    return ok(books.flat());
  };
