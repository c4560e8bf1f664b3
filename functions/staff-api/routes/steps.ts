// What a step needs besides its form: evidence, forms filled in before, places to choose from.
import { makePrepareStepUpload } from '@layan/application/case/prepare-step-upload';
import { makeReadForm } from '@layan/application/case/read-form';
import { makeListPlaces } from '@layan/application/tenant/list-places';
import { listPlaces } from '@layan/contract/staff/places';
import { prepareStepUpload, readForm } from '@layan/contract/staff/step';
import { register } from '@layan/http/register';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { answer, answerAs } from './answer.ts';
import { caseIdOf } from './case-id.ts';

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
