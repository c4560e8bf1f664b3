// Standards of the member's agency, drafts included. One query.
import { mayUse } from '@layan/domain/access/operations';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { StandardSummary } from '../ports/standards.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StandardAccessFailure } from './errors.ts';

export const makeListStandards =
  (ports: Pick<Ports, 'standards'>) =>
  async ({
    member,
  }: {
    readonly member: Membership;
  }): Promise<Result<readonly StandardSummary[], StandardAccessFailure>> => {
    const allowed = mayUse(member, 'list-standards');
    if (!allowed.ok) return allowed;
    return ok((await ports.standards.list()).filter(({ agency }) => agency === member.agency));
  };
