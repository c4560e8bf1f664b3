// Working on a case: its page, and its steps.
import { makeClaimTask } from '@layan/application/case/claim-task';
import { makeCompleteStep } from '@layan/application/case/complete-step';
import { makeGetCase } from '@layan/application/case/get-case';
import { makeInterruptCase } from '@layan/application/case/interrupt-case';
import { makeReleaseTask } from '@layan/application/case/release-task';
import { claimTask, completeStep, getCase, interruptCase, releaseTask } from '@layan/contract/staff/case';
import { register } from '@layan/http/register';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { answerAs } from './answer.ts';
import { caseView, done } from './case-answer.ts';
import { caseIdOf } from './case-id.ts';

export function caseRoutes(app: Hono<StaffEnv>): void {
  register(app, getCase, async ({ params, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = caseIdOf(params.caseId);
    return caseId.ok
      ? answerAs(await makeGetCase(ports)({ member, caseId: caseId.value }), caseView)
      : caseId;
  });
  register(app, completeStep, async ({ params, body, idempotencyKey, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = caseIdOf(params.caseId);
    if (!caseId.ok) return caseId;
    const { outcome, facts: raw, note, missing, attachments, expectedSeq, as, happened, signature } = body;
    const completed = await makeCompleteStep(ports)({
      member,
      caseId: caseId.value,
      step: params.step,
      outcome,
      raw,
      expectedSeq,
      ...(note === undefined ? {} : { note }),
      ...(missing === undefined ? {} : { missing }),
      ...(attachments === undefined ? {} : { attachments }),
      ...(as === undefined ? {} : { as }),
      ...(happened === undefined ? {} : { happened }),
      ...(signature === undefined ? {} : { signature }),
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });
    return done(completed);
  });
  register(app, interruptCase, async ({ params, body, idempotencyKey, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = caseIdOf(params.caseId);
    if (!caseId.ok) return caseId;
    const { note, expectedSeq } = body;
    const interrupted = await makeInterruptCase(ports)({
      member,
      caseId: caseId.value,
      interruption: params.interruption,
      expectedSeq,
      ...(note === undefined ? {} : { note }),
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });
    return done(interrupted);
  });
  register(app, claimTask, async ({ params, body, idempotencyKey, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = caseIdOf(params.caseId);
    if (!caseId.ok) return caseId;
    return done(
      await makeClaimTask(ports)({
        member,
        caseId: caseId.value,
        task: params.task,
        expectedSeq: body.expectedSeq,
        ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      }),
    );
  });
  register(app, releaseTask, async ({ params, body, idempotencyKey, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = caseIdOf(params.caseId);
    if (!caseId.ok) return caseId;
    return done(
      await makeReleaseTask(ports)({
        member,
        caseId: caseId.value,
        task: params.task,
        expectedSeq: body.expectedSeq,
        ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      }),
    );
  });
}
