// The case behind a ticket number, for staff at the counter. One get; whether it may be seen is decided when it is opened.
// Of a service that knows confidential cases, or whose work is divided by area, the case itself is looked at too: that one
// exists is told to nobody who may not open it.

import { opensCase, seesCase } from '@layan/domain/access/case-access';
import { mayUse } from '@layan/domain/access/operations';
import { parseTicket } from '@layan/domain/case/ticket';
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { indexOf } from '@layan/domain/process/process-index';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { CaseFailure } from './errors.ts';

export interface FindByTicketInput {
  readonly member: Membership;
  readonly ticket: string;
}

export type FindByTicketError =
  | CaseFailure<'member-deactivated' | 'role-missing' | 'case-not-found'>
  | { readonly code: 'ticket-malformed' };

export const makeFindByTicket =
  (ports: Pick<Ports, 'standards' | 'cases'>) =>
  async (input: FindByTicketInput): Promise<Result<{ readonly caseId: CaseId }, FindByTicketError>> => {
    const { member } = input;
    const allowed = mayUse(member, 'find-by-ticket');
    if (!allowed.ok) return allowed;
    const ticket = parseTicket(input.ticket);
    if (!ticket.ok) return err({ code: 'ticket-malformed' });
    const found = await ports.cases.findStatus(ticket.value);
    if (found?.status.agency !== member.agency) return err({ code: 'case-not-found' });
    const { standard, agency, caseId } = found.status;
    const version = await ports.standards.getPinned(standard);
    const index = indexOf(version.standard.process);
    if (!seesCase(index, { agency }, member)) return err({ code: 'case-not-found' });
    const divided = member.areas.length > 0 && index.process.roles.some(({ byArea }) => byArea);
    if (!index.process.confidential && !divided) return ok({ caseId });
    const snapshot = (await ports.cases.find(caseId))?.snapshot;
    return snapshot && opensCase(index, snapshot, member) ? ok({ caseId }) : err({ code: 'case-not-found' });
  };
