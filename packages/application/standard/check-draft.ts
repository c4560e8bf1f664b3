// Checks a document without keeping it: what does not fit the format, or what the checker finds.
import type { Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { StandardFailure } from './errors.ts';
import type { FindingView } from './finding-view.ts';

export const makeCheckDraft =
  () =>
  async (_input: {
    readonly member: Membership;
    readonly document: unknown;
  }): Promise<
    Result<
      readonly FindingView[],
      StandardFailure<'member-deactivated' | 'role-missing' | 'standard-unreadable'>
    >
  > => {
    throw new Error('check-draft is not written yet');
  };
