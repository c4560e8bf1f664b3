// The rights of data subjects, and the terms on which their data are processed.
import { makeAnswerRequest } from '@layan/application/privacy/answer-request';
import {
  type BreachView,
  makeListBreaches,
  makeMarkBreach,
  makeRecordBreach,
} from '@layan/application/privacy/breaches';
import type { PrivacyError } from '@layan/application/privacy/errors';
import { makeGetRequest } from '@layan/application/privacy/get-request';
import { makeHandOverCopy } from '@layan/application/privacy/hand-over-copy';
import { makeListRequests } from '@layan/application/privacy/list-requests';
import { makeHoldForLaw, makeLiftHold, makeListRetention } from '@layan/application/privacy/list-retention';
import { makeChangePrivacyTerms, makeGetPrivacyTerms } from '@layan/application/privacy/privacy-terms';
import { makeRecordRequest } from '@layan/application/privacy/record-request';
import {
  answerSubjectRequest,
  changePrivacyTerms,
  getPrivacyTerms,
  getSubjectRequest,
  handOverCopy,
  holdForLaw,
  liftHold,
  listBreaches,
  listRetention,
  listSubjectRequests,
  markBreach,
  recordBreach,
  recordSubjectRequest,
} from '@layan/contract/staff/privacy';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { ProblemBody } from '@layan/http/problem';
import { register } from '@layan/http/register';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';

/** Words are loaded by the first refusal: most requests are not refused. */
const answer = async <T>(result: Result<T, PrivacyError>): Promise<Result<T, ProblemBody>> => {
  if (result.ok) return result;
  const { privacyProblem } = await import('@layan/http/privacy-problems');
  return err(privacyProblem(result.error));
};

export function privacyRoutes(app: Hono<StaffEnv>): void {
  register(app, listSubjectRequests, async ({ query, context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeListRequests(ports)({ member, after: query.after }));
  });
  register(app, recordSubjectRequest, async ({ body, idempotencyKey, context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeRecordRequest(ports)({ member, idempotencyKey, ...body }));
  });
  register(app, getSubjectRequest, async ({ params, context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeGetRequest(ports)({ member, request: params.requestId }));
  });
  register(app, answerSubjectRequest, async ({ params, body, context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeAnswerRequest(ports)({ member, request: params.requestId, ...body }));
  });
  register(app, handOverCopy, async ({ params, context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeHandOverCopy(ports)({ member, request: params.requestId }));
  });
  const breaches = (result: Result<readonly BreachView[], PrivacyError>) =>
    answer(result.ok ? ok({ breaches: result.value }) : result);
  register(app, listBreaches, async ({ context }) => {
    const { ports, member } = context.get('staff');
    return breaches(await makeListBreaches(ports)({ member }));
  });
  register(app, recordBreach, async ({ body, context }) => {
    const { ports, member } = context.get('staff');
    return breaches(await makeRecordBreach(ports)({ member, ...body }));
  });
  register(app, markBreach, async ({ params, body, context }) => {
    const { ports, member } = context.get('staff');
    return breaches(await makeMarkBreach(ports)({ member, breach: params.breachId, ...body }));
  });
  register(app, listRetention, async ({ context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeListRetention(ports)({ member }));
  });
  register(app, holdForLaw, async ({ body, context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeHoldForLaw(ports)({ member, ...body }));
  });
  register(app, liftHold, async ({ params, context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeLiftHold(ports)({ member, caseId: params.caseId }));
  });
  register(app, getPrivacyTerms, async ({ context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeGetPrivacyTerms(ports)({ member }));
  });
  register(app, changePrivacyTerms, async ({ body: { version, ...terms }, context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeChangePrivacyTerms(ports)({ member, version, terms }));
  });
}
