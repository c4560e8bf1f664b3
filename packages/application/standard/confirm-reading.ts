// The agency's word on one reading of its draft: who confirmed it and when. Confirming again changes nothing.
import type { StandardId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StandardFailure } from './errors.ts';
import type { VersionView } from './version-view.ts';

export interface ConfirmReadingInput {
  readonly member: Membership;
  readonly standard: StandardId;
  readonly version: number;
  readonly reading: string;
}

export type ConfirmReadingError = StandardFailure<
  | 'member-deactivated'
  | 'role-missing'
  | 'standard-not-found'
  | 'reading-not-found'
  | 'not-a-draft'
  | 'draft-changed'
>;

export const makeConfirmReading =
  (_ports: Pick<Ports, 'standards' | 'clock'>) =>
  async (_input: ConfirmReadingInput): Promise<Result<VersionView, ConfirmReadingError>> => {
    throw new Error('confirm-reading is not written yet');
  };
