// Opens a case by ticket and secret. An unknown ticket and a wrong secret take the same work and get the same answer.
import type { Result } from '@layan/domain/kernel/result';
import type { Ports } from '../ports/surroundings.ts';
import type { TrackingFailure } from './errors.ts';
import type { OpenedCase } from './own-case-view.ts';

export type TrackCaseError = TrackingFailure<'ticket-malformed' | 'ticket-or-secret-wrong'>;

export const makeTrackCase =
  (_ports: Pick<Ports, 'directory' | 'standards' | 'cases' | 'vault' | 'clock'>) =>
  async (_input: {
    readonly ticket: string;
    readonly secret: string;
  }): Promise<Result<OpenedCase, TrackCaseError>> => {
    throw new Error('track-case is not written yet');
  };
