// Members of staff at the API of the console: for steps of a journey that another journey does by hand.
import type { CaseView } from '@layan/contract/staff/case';
import { staffApi } from '@layan/contract/staff-api';
import { type Caller, createCaller } from '@layan/infra/local/seed/call';
import type * as z from 'zod/mini';
import { tokenByDemo } from './tokens.ts';

/** What a step takes besides its answers. */
type More = Pick<
  z.input<typeof staffApi.completeStep.body>,
  'note' | 'attachments' | 'missing' | 'signature'
>;

export function byApi(port: number, domain: string) {
  const callers = new Map<string, Promise<Caller>>();

  const as = (mailbox: string): Promise<Caller> => {
    const known =
      callers.get(mailbox) ??
      tokenByDemo(port, 'staff', `${mailbox}@${domain}`).then((token) => createCaller(port, token));
    callers.set(mailbox, known);
    return known;
  };

  const look = async (mailbox: string, ticket: string): Promise<CaseView> => {
    const call = await as(mailbox);
    const { caseId } = await call(staffApi.findByTicket, { query: { ticket } });
    return call(staffApi.getCase, { params: { caseId } });
  };

  return {
    as,
    look,

    /** Does an open step with one of its outcomes. */
    async work(
      mailbox: string,
      ticket: string,
      [step, outcome]: readonly [string, string],
      facts: Record<string, string> = {},
      more: More = {},
    ): Promise<CaseView> {
      const call = await as(mailbox);
      const { id: caseId, seq: expectedSeq } = await look(mailbox, ticket);
      return call(staffApi.completeStep, {
        params: { caseId, step },
        body: { expectedSeq, outcome, facts, ...more },
      });
    },
  };
}
