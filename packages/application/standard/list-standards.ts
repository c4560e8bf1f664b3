// Standards of the member's agency, drafts included.
import type { Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { StandardSummary } from '../ports/standards.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StandardAccessFailure } from './errors.ts';

export const makeListStandards =
  (_ports: Pick<Ports, 'standards'>) =>
  async (_input: {
    readonly member: Membership;
  }): Promise<Result<readonly StandardSummary[], StandardAccessFailure>> => {
    throw new Error('list-standards is not written yet');
  };
