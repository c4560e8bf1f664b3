// Standards of the agency: drafts, readings, publishing. What looks at a draft brings the checker, the heaviest part of
// the domain; few requests do, so it is loaded with the first of them (decision 0009).
import { makeListStandards } from '@layan/application/standard/list-standards';
import {
  confirmReading,
  getStandard,
  listStandards,
  publishStandard,
  saveDraft,
} from '@layan/contract/staff/standards';
import { register } from '@layan/http/register';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { answerAs } from './standard-answer.ts';
import { standardIdOf, versionAnswer } from './standard-step.ts';

export function standardRoutes(app: Hono<StaffEnv>): void {
  register(app, listStandards, async ({ context }) => {
    const { ports, member } = context.get('staff');
    return answerAs(await makeListStandards(ports)({ member }), (standards) => ({ standards }));
  });
  register(app, getStandard, async ({ params, context }) => {
    const { makeGetVersion } = await import('@layan/application/standard/get-version');
    const { ports, member } = context.get('staff');
    const standard = standardIdOf(params.standardId);
    if (!standard.ok) return standard;
    return answerAs(
      await makeGetVersion(ports)({ member, standard: standard.value, version: params.version }),
      versionAnswer,
    );
  });
  register(app, saveDraft, async ({ body, context }) => {
    const { makeSaveDraft } = await import('@layan/application/standard/save-draft');
    const { ports, member } = context.get('staff');
    const { standard: document, expectedHash } = body;
    const saved = await makeSaveDraft(ports)({
      member,
      document,
      ...(expectedHash === undefined ? {} : { expectedHash }),
    });
    return answerAs(saved, versionAnswer);
  });
  register(app, confirmReading, async ({ params, context }) => {
    const { makeConfirmReading } = await import('@layan/application/standard/confirm-reading');
    const { ports, member } = context.get('staff');
    const standard = standardIdOf(params.standardId);
    if (!standard.ok) return standard;
    const { version, readingId: reading } = params;
    return answerAs(
      await makeConfirmReading(ports)({ member, standard: standard.value, version, reading }),
      versionAnswer,
    );
  });
  register(app, publishStandard, async ({ params, body, context }) => {
    const { makePublishStandard } = await import('@layan/application/standard/publish-standard');
    const { ports, member } = context.get('staff');
    const standard = standardIdOf(params.standardId);
    if (!standard.ok) return standard;
    const published = await makePublishStandard(ports)({
      member,
      standard: standard.value,
      version: params.version,
      hash: body.hash,
      running: body.running,
    });
    return answerAs(published, versionAnswer);
  });
}
