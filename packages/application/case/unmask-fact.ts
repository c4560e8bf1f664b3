// Shows one masked value to a member who works on the case and says why. The log line is written before the value is shown.
import type { CaseId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { CaseFailure } from './errors.ts';

export interface UnmaskFactInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  readonly fact: string;
  /** At least ten characters. */
  readonly reason: string;
}

export interface UnmaskedFact {
  readonly fact: string;
  readonly label: string;
  readonly value: string;
}

export type UnmaskFactError = CaseFailure<
  | 'member-deactivated'
  | 'role-missing'
  | 'case-not-found'
  | 'fact-not-found'
  | 'reason-too-short'
  | 'unmasking-not-allowed'
  | 'value-unreadable'
>;

export const makeUnmaskFact =
  (_ports: Pick<Ports, 'standards' | 'cases' | 'vault' | 'unmaskings' | 'clock' | 'directory'>) =>
  async (_input: UnmaskFactInput): Promise<Result<UnmaskedFact, UnmaskFactError>> => {
    throw new Error('unmask-fact is not written yet');
  };
