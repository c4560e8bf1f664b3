// Does an open step of a case with one of its outcomes: one read, one transaction.
import type { Missing } from '@layan/domain/case/event';
import type { CaseId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { CommandDone } from './case-view.ts';
import type { CommandError } from './errors.ts';

export interface CompleteStepInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  readonly step: string;
  readonly outcome: string;
  /** Field values as typed, by fact id. */
  readonly raw: Readonly<Record<string, string>>;
  readonly note?: string;
  readonly missing?: Missing;
  /** `seq` of the case as it was seen. */
  readonly expectedSeq: number;
  /** The member's key for this attempt; a repeat answers what it answered. */
  readonly idempotencyKey?: string;
}

export const makeCompleteStep =
  (_ports: Pick<Ports, 'directory' | 'standards' | 'cases' | 'vault' | 'clock' | 'random'>) =>
  async (_input: CompleteStepInput): Promise<Result<CommandDone, CommandError>> => {
    throw new Error('complete-step is not written yet');
  };
