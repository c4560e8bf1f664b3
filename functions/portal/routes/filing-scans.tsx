// One page per requirement of an unsent filing, and the page that waits for the check of a scan.

import { makeChooseRequirement } from '@layan/application/filing/choose-requirement';
import { makeDropDocument } from '@layan/application/filing/drop-document';
import type { RequirementView } from '@layan/application/filing/filing-view';
import { makePrepareUpload } from '@layan/application/filing/prepare-upload';
import { ScanPage } from '@layan/portal/pages/scan';
import type { Hono } from 'hono';
import { filingGone, goOn, notFound, personalPage } from '../answer.tsx';
import type { PortalContext, PortalEnv } from '../env.ts';
import { nameOf, paths, placeOf, requirementPath } from '../present/filing-way.ts';
import { route } from '../route.ts';
import { formGuard } from '../session/form-guard.ts';
import { type OwnFiling, withOpenFiling } from '../session/own-filing.ts';
import type { SentForm } from '../session/read-form.ts';
import { tooBusy } from './filing-answers.ts';
import { showUpload, tooManyScans, waitForScan, waitingPath } from './scan-waiting.tsx';

export const filingScanRoutes = (app: Hono<PortalEnv>): void => {
  route(app, `${paths.filing}/berkas/:requirement`, {
    show: (c) => withRequirement(c, (filing, requirement) => showScan(c, filing, requirement)),
    take: (c, form) =>
      withRequirement(c, (filing, requirement) =>
        form.own._pilih === undefined
          ? dropScans(c, filing, requirement)
          : choose(c, form, filing, requirement),
      ),
  });
  route(app, `${paths.filing}/berkas/:requirement/diperiksa/:document`, {
    show: (c) =>
      withRequirement(c, ({ view }, requirement) =>
        waitForScan(c, nameOf(view), requirement, requirementPath(requirement.id)),
      ),
  });
};

const withRequirement = (
  c: PortalContext,
  show: (filing: OwnFiling, requirement: RequirementView) => Response | Promise<Response>,
): Promise<Response> =>
  withOpenFiling(c, (filing) => {
    const requirement = filing.view.requirements.find(({ id }) => id === c.req.param('requirement'));
    return requirement && !requirement.shown ? show(filing, requirement) : notFound(c);
  });

/** Says which of several things is sent; a page without a choice comes back as it was. */
async function choose(c: PortalContext, form: SentForm, { session }: OwnFiling, { id }: RequirementView) {
  const choice = form.answers.pilihan ?? '';
  const chosen = await makeChooseRequirement(c.get('ports'))({ session, requirement: id, choice });
  if (!chosen.ok && chosen.error.code === 'filing-changed') return tooBusy(c, requirementPath(id));
  return goOn(c, requirementPath(id));
}

/** Takes out every scan of the requirement that was accepted; none of them will be attached. */
async function dropScans(c: PortalContext, { session }: OwnFiling, { id, documents }: RequirementView) {
  const drop = makeDropDocument(c.get('ports'));
  for (const document of documents) {
    if (document.state !== 'accepted') continue;
    const dropped = await drop({ session, documentId: document.id });
    if (!dropped.ok && dropped.error.code === 'filing-changed') return tooBusy(c, requirementPath(id));
  }
  return goOn(c, requirementPath(id));
}

async function showScan(c: PortalContext, { session, view }: OwnFiling, requirement: RequirementView) {
  const path = requirementPath(requirement.id);
  const { oneOf, chosen } = requirement;
  const accepted = requirement.state === 'accepted' && requirement.given;
  const common = {
    site: c.get('site'),
    service: nameOf(view),
    label: requirement.label,
    required: requirement.required,
    accepted,
    canLeave: true,
    ...placeOf(view, path),
    ...(requirement.hint === undefined ? {} : { hint: requirement.hint }),
    ...(oneOf ? { choice: { action: path, guard: formGuard(c), options: oneOf, chosen } } : {}),
  };
  if (oneOf && (chosen === undefined || c.req.query('pilih') === 'ya')) {
    return personalPage(c, <ScanPage {...common} accepted={false} choosing />);
  }
  if (accepted && c.req.query('tambah') !== 'ya') {
    const drop = { action: path, guard: formGuard(c) };
    return personalPage(c, <ScanPage {...common} more={`${path}?tambah=ya`} drop={drop} />);
  }
  const prepared = await makePrepareUpload(c.get('ports'))({
    session,
    requirement: requirement.id,
    redirectTo: (document) => `${c.get('origin')}${waitingPath(path, document)}`,
  });
  if (prepared.ok) {
    return showUpload(c, common, requirement, path, prepared.value);
  }
  switch (prepared.error.code) {
    case 'filing-not-found':
      return filingGone(c);
    case 'filing-already-sent':
      return goOn(c, paths.receipt);
    case 'requirement-not-found':
      return notFound(c);
    case 'too-many-uploads':
      return tooManyScans(c, common.back);
  }
}
