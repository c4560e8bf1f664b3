// A case with its file, its promises and what this member may do. One query.
import type { CaseId } from '@layan/domain/kernel/ids';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { buildCaseView } from './build-case-view.ts';
import type { CaseView } from './case-view.ts';
import { loadForMember, type VisibilityError } from './load-for-member.ts';

export interface GetCaseInput {
  readonly member: Membership;
  readonly caseId: CaseId;
}

export const makeGetCase =
  (ports: Pick<Ports, 'directory' | 'standards' | 'cases' | 'vault' | 'clock' | 'staff'>) =>
  async ({ member, caseId }: GetCaseInput): Promise<Result<CaseView, VisibilityError>> => {
    const loaded = await loadForMember(ports, 'get-case', member, caseId);
    return loaded.ok ? ok(await buildCaseView(ports, loaded.value, member)) : loaded;
  };
