// How the failure of a command reads to an applicant, who knows nothing of steps and locks.
import type { CommandFailure } from '../case/run-decision.ts';
import type { TrackingFailure } from './errors.ts';

export const citizenFailure = (
  failure: CommandFailure,
): TrackingFailure<'case-changed' | 'case-ended' | 'refused'> => {
  switch (failure.code) {
    case 'rejected':
      return failure.rejection.code === 'case-ended'
        ? { code: 'case-ended' }
        : { code: 'refused', rejection: failure.rejection };
    case 'changed-meanwhile':
      return { code: 'case-changed' };
    case 'filing-changed':
    case 'ticket-taken':
    case 'objection-filed':
    case 'lock-taken':
    case 'already-done':
      throw new Error(`an applicant's command cannot fail with ${failure.code}`);
  }
};
