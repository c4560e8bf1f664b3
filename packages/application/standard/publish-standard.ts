// Publishes a draft by the rules of the domain; the version before is superseded, running cases keep theirs.
import type { StandardId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StandardFailure } from './errors.ts';
import type { VersionView } from './version-view.ts';

export interface PublishStandardInput {
  readonly member: Membership;
  readonly standard: StandardId;
  readonly version: number;
  /** Hash of the draft as it was seen. */
  readonly hash: string;
}

export type PublishStandardError = StandardFailure<
  | 'member-deactivated'
  | 'role-missing'
  | 'standard-not-found'
  | 'not-a-draft'
  | 'draft-changed'
  | 'not-publishable'
>;

export const makePublishStandard =
  (_ports: Pick<Ports, 'standards' | 'clock'>) =>
  async (_input: PublishStandardInput): Promise<Result<VersionView, PublishStandardError>> => {
    throw new Error('publish-standard is not written yet');
  };
