// A member takes an open task; taking it again is harmless.
import type { CaseId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { CommandDone } from './case-view.ts';
import type { CommandError } from './errors.ts';

export interface ClaimTaskInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  readonly task: string;
  readonly expectedSeq: number;
}

export const makeClaimTask =
  (_ports: Pick<Ports, 'directory' | 'standards' | 'cases' | 'vault' | 'clock' | 'random'>) =>
  async (_input: ClaimTaskInput): Promise<Result<CommandDone, CommandError>> => {
    throw new Error('claim-task is not written yet');
  };
