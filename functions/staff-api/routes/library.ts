// The national library. It is data, and heavier than all code: it is loaded with the first question about it (decision 0081).
import type { Library } from '@layan/application/ports/library';
import {
  adoptTemplate,
  getTemplate,
  getUpstream,
  listTemplates,
  takeUpstream,
} from '@layan/contract/staff/library';
import { register } from '@layan/http/register';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { answerAs } from './standard-answer.ts';
import { standardIdOf, versionAnswer } from './standard-step.ts';

const library: Library = async () => (await import('@layan/standards/library')).library;

export function libraryRoutes(app: Hono<StaffEnv>): void {
  register(app, listTemplates, async ({ context }) => {
    const { makeListTemplates } = await import('@layan/application/standard/list-templates');
    const { ports, member } = context.get('staff');
    return answerAs(await makeListTemplates(ports, library)({ member }), (templates) => ({
      templates: [...templates],
    }));
  });
  register(app, getTemplate, async ({ params, context }) => {
    const { makeGetTemplate } = await import('@layan/application/standard/get-template');
    const { member } = context.get('staff');
    return answerAs(
      await makeGetTemplate(library)({ member, template: params.templateId }),
      (found) => found,
    );
  });
  register(app, adoptTemplate, async ({ params, body, context }) => {
    const { makeAdoptTemplate } = await import('@layan/application/standard/adopt-template');
    const { ports, member } = context.get('staff');
    const standardId = body.standardId === undefined ? undefined : standardIdOf(body.standardId);
    if (standardId && !standardId.ok) return standardId;
    const input = { member, template: params.templateId, standardId: standardId?.value };
    return answerAs(await makeAdoptTemplate(ports, library)(input), versionAnswer);
  });
  register(app, getUpstream, async ({ params, context }) => {
    const { makeGetUpstream } = await import('@layan/application/standard/get-upstream');
    const { ports, member } = context.get('staff');
    const standard = standardIdOf(params.standardId);
    if (!standard.ok) return standard;
    return answerAs(
      await makeGetUpstream(ports, library)({ member, standard: standard.value }),
      ({ changes, ...view }) => ({
        ...view,
        changes: changes.map(({ element, upstream, ours }) => ({
          element,
          upstream: [...upstream],
          ours: [...ours],
        })),
      }),
    );
  });
  register(app, takeUpstream, async ({ params, body, context }) => {
    const { makeTakeUpstream } = await import('@layan/application/standard/take-upstream');
    const { ports, member } = context.get('staff');
    const standard = standardIdOf(params.standardId);
    if (!standard.ok) return standard;
    const input = { member, standard: standard.value, ...body };
    return answerAs(await makeTakeUpstream(ports, library)(input), versionAnswer);
  });
}
