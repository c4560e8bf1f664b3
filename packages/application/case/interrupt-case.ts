// Ends or diverts an open case by one of the standard's interruptions, e.g. withdraws it for the applicant.
import type { CaseId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { CommandDone } from './case-view.ts';
import type { CommandError } from './errors.ts';

export interface InterruptCaseInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  readonly interruption: string;
  readonly note?: string;
  readonly expectedSeq: number;
  readonly idempotencyKey?: string;
}

export const makeInterruptCase =
  (_ports: Pick<Ports, 'directory' | 'standards' | 'cases' | 'vault' | 'clock' | 'random'>) =>
  async (_input: InterruptCaseInput): Promise<Result<CommandDone, CommandError>> => {
    throw new Error('interrupt-case is not written yet');
  };
