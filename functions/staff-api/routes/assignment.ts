// Handing open work to somebody.
import { makeAssignTask } from '@layan/application/assignment/assign-task';
import { makeListAssignees } from '@layan/application/assignment/list-assignees';
import { assignTask, listAssignees } from '@layan/contract/staff/assignment';
import { StaffId } from '@layan/domain/kernel/ids';
import { err } from '@layan/domain/kernel/result';
import { problems } from '@layan/http/problem';
import { register } from '@layan/http/register';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { answerAs } from './answer.ts';
import { done } from './case-answer.ts';
import { caseIdOf } from './case-id.ts';

export function assignmentRoutes(app: Hono<StaffEnv>): void {
  register(app, listAssignees, async ({ params, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = caseIdOf(params.caseId);
    if (!caseId.ok) return caseId;
    const listed = await makeListAssignees(ports)({ member, caseId: caseId.value, task: params.task });
    return answerAs(listed, (assignees) => ({
      assignees: assignees.map((one) => ({ ...one, areas: [...one.areas] })),
    }));
  });
  register(app, assignTask, async ({ params, body, idempotencyKey, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = caseIdOf(params.caseId);
    if (!caseId.ok) return caseId;
    const to = StaffId.safeParse(body.to);
    if (!to.success) return err(problems.notFound);
    const { expectedSeq } = body;
    const { task } = params;
    return done(
      await makeAssignTask(ports)({
        member,
        caseId: caseId.value,
        task,
        to: to.data,
        expectedSeq,
        ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      }),
    );
  });
}
