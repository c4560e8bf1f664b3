// Scans that a returned file asks for, one by one.
import type { RequirementView } from '@layan/application/filing/filing-view';
import { makePrepareCompletionUpload } from '@layan/application/tracking/prepare-completion-upload';
import { ScanPage } from '@layan/portal/pages/scan';
import type { Hono } from 'hono';
import { goOn, notFound, personalPage } from '../answer.tsx';
import type { PortalContext, PortalEnv } from '../env.ts';
import { paths } from '../present/filing-way.ts';
import { route } from '../route.ts';
import { type Asked, scanPath, withCompletion } from '../session/own-completion.ts';
import { sessionEnded } from '../session/session-ended.ts';
import { showUpload, tooManyScans, waitForScan, waitingPath } from './scan-waiting.tsx';

export const completionScanRoutes = (app: Hono<PortalEnv>): void => {
  route(app, `${paths.completion}/:requirement`, {
    show: (c) => withRequirement(c, (asked, requirement) => showScan(c, asked, requirement)),
  });
  route(app, `${paths.completion}/:requirement/diperiksa/:document`, {
    show: (c) =>
      withRequirement(c, ({ completion }, requirement) =>
        waitForScan(c, completion.service, requirement, scanPath(requirement.id)),
      ),
  });
};

const withRequirement = (
  c: PortalContext,
  show: (asked: Asked, requirement: RequirementView) => Response | Promise<Response>,
): Promise<Response> =>
  withCompletion(c, (asked) => {
    const requirement = asked.completion.requirements.find(({ id }) => id === c.req.param('requirement'));
    return requirement ? show(asked, requirement) : notFound(c);
  });

async function showScan(c: PortalContext, { session, completion }: Asked, requirement: RequirementView) {
  const path = scanPath(requirement.id);
  const accepted = requirement.state === 'accepted';
  const common = {
    site: c.get('site'),
    service: completion.service,
    label: requirement.label,
    required: requirement.required,
    accepted,
    canLeave: false,
    back: paths.completion,
    next: paths.completion,
    ...(requirement.hint === undefined ? {} : { hint: requirement.hint }),
  };
  if (accepted && c.req.query('tambah') !== 'ya') {
    return personalPage(c, <ScanPage {...common} more={`${path}?tambah=ya`} />);
  }
  const prepared = await makePrepareCompletionUpload(c.get('ports'))({
    session,
    requirement: requirement.id,
    redirectTo: (document) => `${c.get('origin')}${waitingPath(path, document)}`,
  });
  if (prepared.ok) {
    return showUpload(c, common, requirement, path, prepared.value);
  }
  switch (prepared.error.code) {
    case 'session-ended':
      return sessionEnded(c);
    case 'nothing-asked':
      return goOn(c, paths.ownCase);
    case 'requirement-not-asked':
      return notFound(c);
    case 'too-many-uploads':
      return tooManyScans(c, paths.completion);
  }
}
