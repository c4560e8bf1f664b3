// The case behind a ticket number, for staff at the counter.
import type { CaseId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { CaseFailure } from './errors.ts';

export type FindByTicketError =
  | CaseFailure<'member-deactivated' | 'role-missing' | 'case-not-found'>
  | { readonly code: 'ticket-malformed' };

export const makeFindByTicket =
  (_ports: Pick<Ports, 'standards' | 'cases'>) =>
  async (_input: {
    readonly member: Membership;
    readonly ticket: string;
  }): Promise<Result<{ readonly caseId: CaseId }, FindByTicketError>> => {
    throw new Error('find-by-ticket is not written yet');
  };
