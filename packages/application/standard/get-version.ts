// One version of a standard of the member's agency, draft or not, with its findings.
import type { StandardId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StandardFailure } from './errors.ts';
import type { VersionView } from './version-view.ts';

export const makeGetVersion =
  (_ports: Pick<Ports, 'standards'>) =>
  async (_input: {
    readonly member: Membership;
    readonly standard: StandardId;
    readonly version: number;
  }): Promise<
    Result<VersionView, StandardFailure<'member-deactivated' | 'role-missing' | 'standard-not-found'>>
  > => {
    throw new Error('get-version is not written yet');
  };
