// The rights of data subjects, and the terms on which their data are processed.
import { makeGetRequest } from '@layan/application/privacy/get-request';
import { makeHandOverCopy } from '@layan/application/privacy/hand-over-copy';
import { makeListRequests } from '@layan/application/privacy/list-requests';
import { makeHoldForLaw, makeLiftHold, makeListRetention } from '@layan/application/privacy/list-retention';
import { makeChangePrivacyTerms, makeGetPrivacyTerms } from '@layan/application/privacy/privacy-terms';
import { makeRecordRequest } from '@layan/application/privacy/record-request';
import {
  changePrivacyTerms,
  getPrivacyTerms,
  getSubjectRequest,
  handOverCopy,
  holdForLaw,
  liftHold,
  listRetention,
  listSubjectRequests,
  recordSubjectRequest,
} from '@layan/contract/staff/privacy';
import { register } from '@layan/http/register';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { privacyAnswer as answer } from './privacy-answer.ts';

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
  register(app, handOverCopy, async ({ params, body: { secret }, context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeHandOverCopy(ports)({ member, request: params.requestId, secret }));
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
