// Finding work: the inbox, the figures of today, a case by its ticket.
import { makeFindByTicket } from '@layan/application/case/find-by-ticket';
import { makeListInbox } from '@layan/application/case/list-inbox';
import { makeGetToday } from '@layan/application/figures/get-today';
import { findByTicket, getToday, listInbox } from '@layan/contract/staff/inbox';
import { register } from '@layan/http/register';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { answer } from './answer.ts';

export function inboxRoutes(app: Hono<StaffEnv>): void {
  register(app, listInbox, async ({ query, context }) => {
    const { ports, member } = context.get('staff');
    const { role, after } = query;
    const page = await makeListInbox(ports)({ member, role, ...(after === undefined ? {} : { after }) });
    return answer(page);
  });
  register(app, getToday, async ({ context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeGetToday(ports)({ member }));
  });
  register(app, findByTicket, async ({ query, context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeFindByTicket(ports)({ member, ticket: query.ticket }));
  });
}
