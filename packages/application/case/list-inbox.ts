// Open tasks of one of a member's roles, most urgent promise first.
import type { CaseId, InstantText } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { CaseFailure } from './errors.ts';

export interface InboxRowView {
  readonly caseId: CaseId;
  readonly ticket: string;
  readonly task: string;
  readonly step: string;
  readonly stepLabel: string;
  readonly service: string;
  /** "nama tidak terbaca" when it cannot be opened. */
  readonly applicant: string;
  readonly area?: string;
  readonly receivedAt: InstantText;
  readonly received: string;
  readonly promise?: { readonly dueAt: InstantText; readonly due: string; readonly overdue: boolean };
  readonly assignee?: { readonly name: string; readonly me: boolean };
}

export interface InboxPage {
  readonly role: string;
  readonly rows: readonly InboxRowView[];
  readonly next?: string;
}

export interface ListInboxInput {
  readonly member: Membership;
  /** One of the member's roles; the first when absent. */
  readonly role?: string;
  readonly after?: string;
  readonly limit?: number;
}

export const makeListInbox =
  (_ports: Pick<Ports, 'directory' | 'cases' | 'vault' | 'clock'>) =>
  async (
    _input: ListInboxInput,
  ): Promise<Result<InboxPage, CaseFailure<'member-deactivated' | 'role-missing'>>> => {
    throw new Error('list-inbox is not written yet');
  };
