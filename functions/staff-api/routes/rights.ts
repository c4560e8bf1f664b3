// The officer answers what somebody asked about their data, and it is carried out.
import { makeAnswerRequest } from '@layan/application/privacy/answer-request';
import { answerSubjectRequest } from '@layan/contract/staff/privacy';
import { register } from '@layan/http/register';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { privacyAnswer } from './privacy-answer.ts';

export function rightsRoutes(app: Hono<StaffEnv>): void {
  register(app, answerSubjectRequest, async ({ params, body, context }) => {
    const { ports, member } = context.get('staff');
    return privacyAnswer(await makeAnswerRequest(ports)({ member, request: params.requestId, ...body }));
  });
}
