// Filing what was taken in at the counter.
import { makeSubmitIntake } from '@layan/application/counter/submit-intake';
import { submitIntake } from '@layan/contract/staff/counter';
import { register } from '@layan/http/register';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { answer, asIs, intakeOf } from './counter-answer.ts';

export function counterSendingRoutes(app: Hono<StaffEnv>): void {
  register(app, submitIntake, async ({ params, body, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = await intakeOf(params.caseId);
    if (!caseId.ok) return caseId;
    const { revision } = body;
    return answer(await makeSubmitIntake(ports)({ member, caseId: caseId.value, revision }), asIs);
  });
}
