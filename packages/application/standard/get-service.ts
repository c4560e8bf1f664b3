// The published standard of a service, for everyone.
import type { StandardRef } from '@layan/domain/case/event';
import type { StandardId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { StandardVersion } from '@layan/domain/standard/standard';
import type { Agency } from '@layan/domain/tenant/tenant';
import type { Ports } from '../ports/surroundings.ts';
import type { StandardFailure } from './errors.ts';

export interface Service {
  readonly ref: StandardRef;
  readonly version: StandardVersion;
  readonly agency: Agency;
  /** Whether a filing can begin on the portal. */
  readonly fileable: boolean;
}

export const makeGetService =
  (_ports: Pick<Ports, 'standards' | 'directory'>) =>
  async (_input: {
    readonly service: StandardId;
  }): Promise<Result<Service, StandardFailure<'standard-not-found'>>> => {
    throw new Error('get-service is not written yet');
  };
