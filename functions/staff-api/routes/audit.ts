// The audit trail: acts and looks, seals, and a check of all of it, one seal a request.
import { makeListAudit } from '@layan/application/audit/list-audit';
import { makeListSeals } from '@layan/application/audit/list-seals';
import { makeVerifyAudit } from '@layan/application/audit/verify-audit';
import { listAudit, listSeals, verifyAudit } from '@layan/contract/staff/audit';
import { type AuditFault, nameOf } from '@layan/domain/audit/fault';
import { faultInWords } from '@layan/domain/audit/fault-words';
import { register } from '@layan/http/register';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { answer, answerAs } from './answer.ts';

const faultView = (fault: AuditFault) => ({
  key: nameOf(fault),
  words: faultInWords(fault),
  ...(fault.where === 'case' && { caseId: fault.caseId }),
});

export function auditRoutes(app: Hono<StaffEnv>): void {
  register(app, listAudit, async ({ query, context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeListAudit(ports)({ member, chain: query.chain, before: query.before }));
  });
  register(app, listSeals, async ({ context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeListSeals(ports)({ member }));
  });
  register(app, verifyAudit, async ({ params, context }) => {
    const { ports, member } = context.get('staff');
    const verified = await makeVerifyAudit(ports)({ member, number: params.number });
    return answerAs(verified, ({ faults, ...rest }) => ({ ...rest, faults: faults.map(faultView) }));
  });
}
