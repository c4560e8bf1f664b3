// Finds a version of a standard of the member's own agency; another agency's answers like an unknown one.
import { mayUse, type Operation } from '@layan/domain/access/operations';
import type { StandardId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { StandardVersion } from '@layan/domain/standard/standard-version';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StandardFailure } from './errors.ts';

export interface OwnVersionInput {
  readonly member: Membership;
  readonly standard: StandardId;
  readonly version: number;
}

export type OwnVersionError = StandardFailure<'member-deactivated' | 'role-missing' | 'standard-not-found'>;

export const findOwnVersion = async (
  ports: Pick<Ports, 'standards'>,
  operation: Operation,
  { member, standard, version }: OwnVersionInput,
): Promise<Result<StandardVersion, OwnVersionError>> => {
  const allowed = mayUse(member, operation);
  if (!allowed.ok) return allowed;
  const found = await ports.standards.find(standard, version);
  return found?.standard.agency === member.agency ? ok(found) : err({ code: 'standard-not-found' });
};
