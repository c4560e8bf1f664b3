// A case with its file, its promises and what this member may do. One query.
import type { CaseId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { CaseView } from './case-view.ts';
import type { CaseFailure } from './errors.ts';

export type GetCaseError = CaseFailure<'member-deactivated' | 'role-missing' | 'case-not-found'>;

export const makeGetCase =
  (_ports: Pick<Ports, 'directory' | 'standards' | 'cases' | 'vault' | 'clock'>) =>
  async (_input: {
    readonly member: Membership;
    readonly caseId: CaseId;
  }): Promise<Result<CaseView, GetCaseError>> => {
    throw new Error('get-case is not written yet');
  };
