// What comes beside the forms of steps: evidence, forms filled in before, places to choose from, what happens to products,
// and to the clocks of a case.
import { makeChangeProduct } from '@layan/application/case/change-product';
import { makeExtendPromise, makeResumeCase, makeSuspendCase } from '@layan/application/case/hold-case';
import { makePrepareStepUpload } from '@layan/application/case/prepare-step-upload';
import { makeReadForm } from '@layan/application/case/read-form';
import type { Membership } from '@layan/application/ports/staff';
import { makeListPlaces } from '@layan/application/tenant/list-places';
import { changeProduct, extendPromise, resumeCase, suspendCase } from '@layan/contract/staff/case';
import { listPlaces } from '@layan/contract/staff/places';
import { prepareStepUpload, readForm } from '@layan/contract/staff/step';
import type { CaseId } from '@layan/domain/kernel/ids';
import { register } from '@layan/http/register';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { answer, answerAs } from './answer.ts';
import { done } from './case-answer.ts';
import { caseIdOf } from './case-id.ts';

const holdInput = (
  member: Membership,
  caseId: CaseId,
  { note, expectedSeq }: { readonly note?: string | undefined; readonly expectedSeq: number },
  idempotencyKey: string | undefined,
) => ({
  member,
  caseId,
  expectedSeq,
  ...(note === undefined ? {} : { note }),
  ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
});

export function stepRoutes(app: Hono<StaffEnv>): void {
  register(app, prepareStepUpload, async ({ params, body, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = caseIdOf(params.caseId);
    if (!caseId.ok) return caseId;
    const prepared = await makePrepareStepUpload(ports)({
      member,
      caseId: caseId.value,
      step: params.step,
      requirement: body.requirement,
    });
    return answerAs(prepared, ({ documentId, form, maxBytes }) => ({ documentId, ...form, maxBytes }));
  });
  register(app, changeProduct, async ({ params, body, idempotencyKey, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = caseIdOf(params.caseId);
    if (!caseId.ok) return caseId;
    const { note, expectedSeq } = body;
    const changed = await makeChangeProduct(ports)({
      member,
      caseId: caseId.value,
      product: params.productId,
      action: params.action,
      expectedSeq,
      ...(note === undefined ? {} : { note }),
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });
    return done(changed);
  });
  register(app, suspendCase, async ({ params, body, idempotencyKey, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = caseIdOf(params.caseId);
    if (!caseId.ok) return caseId;
    const input = holdInput(member, caseId.value, body, idempotencyKey);
    return done(await makeSuspendCase(ports)({ ...input, suspension: params.suspension }));
  });
  register(app, resumeCase, async ({ params, body, idempotencyKey, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = caseIdOf(params.caseId);
    if (!caseId.ok) return caseId;
    return done(await makeResumeCase(ports)(holdInput(member, caseId.value, body, idempotencyKey)));
  });
  register(app, extendPromise, async ({ params, body, idempotencyKey, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = caseIdOf(params.caseId);
    if (!caseId.ok) return caseId;
    const input = holdInput(member, caseId.value, body, idempotencyKey);
    return done(await makeExtendPromise(ports)({ ...input, promise: params.promise }));
  });
  register(app, readForm, async ({ params, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = caseIdOf(params.caseId);
    return caseId.ok
      ? answer(await makeReadForm(ports)({ member, caseId: caseId.value, form: params.form }))
      : caseId;
  });
  register(app, listPlaces, async ({ context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeListPlaces(ports)({ member }));
  });
}
