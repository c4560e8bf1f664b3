// The citizen withdraws the case. Withdrawing it twice is harmless.
import type { Result } from '@layan/domain/kernel/result';
import type { Ports } from '../ports/surroundings.ts';
import type { TrackingFailure } from './errors.ts';
import type { OpenedCase } from './own-case-view.ts';

export type WithdrawCaseError = TrackingFailure<
  'session-ended' | 'case-changed' | 'case-ended' | 'not-withdrawable' | 'refused'
>;

export const makeWithdrawCase =
  (_ports: Pick<Ports, 'directory' | 'standards' | 'cases' | 'vault' | 'clock' | 'random'>) =>
  async (_input: {
    readonly session: string;
    readonly note?: string;
  }): Promise<Result<OpenedCase, WithdrawCaseError>> => {
    throw new Error('withdraw-case is not written yet');
  };
