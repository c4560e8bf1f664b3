// Creates or replaces the draft of a standard. Findings never stop saving; confirmations of unchanged readings stay.
import type { Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { StandardFailure } from './errors.ts';
import type { VersionView } from './version-view.ts';

export interface SaveDraftInput {
  readonly member: Membership;
  readonly document: unknown;
  /** Hash of the draft that was edited; absent for a new one. */
  readonly expectedHash?: string;
}

export type SaveDraftError = StandardFailure<
  'member-deactivated' | 'role-missing' | 'standard-unreadable' | 'other-agency' | 'draft-changed'
>;

export const makeSaveDraft =
  (_ports: Pick<Ports, 'standards' | 'clock'>) =>
  async (_input: SaveDraftInput): Promise<Result<VersionView, SaveDraftError>> => {
    throw new Error('save-draft is not written yet');
  };
