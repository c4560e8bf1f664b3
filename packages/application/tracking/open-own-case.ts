// Shows the case again to the holder of a tracking session and renews the session.
import type { Result } from '@layan/domain/kernel/result';
import type { Ports } from '../ports/surroundings.ts';
import type { TrackingFailure } from './errors.ts';
import type { OpenedCase } from './own-case-view.ts';

export const makeOpenOwnCase =
  (_ports: Pick<Ports, 'directory' | 'standards' | 'cases' | 'vault' | 'clock'>) =>
  async (_input: {
    readonly session: string;
  }): Promise<Result<OpenedCase, TrackingFailure<'session-ended'>>> => {
    throw new Error('open-own-case is not written yet');
  };
