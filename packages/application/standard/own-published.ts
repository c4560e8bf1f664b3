// The published version of a standard of the member's own agency; another agency's answers like an unknown one.
import { mayUse, type Operation } from '@layan/domain/access/operations';
import type { StandardId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StandardFailure } from './errors.ts';
import { findPublished, type Published } from './find-published.ts';

export type OwnPublishedError = StandardFailure<
  'member-deactivated' | 'role-missing' | 'standard-not-found' | 'nothing-published'
>;

export const ownPublished = async (
  { standards }: Pick<Ports, 'standards'>,
  operation: Operation,
  member: Membership,
  id: StandardId,
): Promise<Result<Published, OwnPublishedError>> => {
  const allowed = mayUse(member, operation);
  if (!allowed.ok) return allowed;
  const known = (await standards.list()).find((one) => one.id === id);
  if (known?.agency !== member.agency) return err({ code: 'standard-not-found' });
  const published = await findPublished(standards, id);
  return published ? ok(published) : err({ code: 'nothing-published' });
};
