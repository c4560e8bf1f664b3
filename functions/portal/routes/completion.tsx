// A returned file: scans that are asked for one by one, then the data, then back to the officer.

import type { RequirementView } from '@layan/application/filing/filing-view';
import { makeCompleteFile } from '@layan/application/tracking/complete-file';
import { type Completion, makeGetCompletion } from '@layan/application/tracking/get-completion';
import { makePrepareCompletionUpload } from '@layan/application/tracking/prepare-completion-upload';
import { InstantText } from '@layan/domain/kernel/ids';
import { CompletionPage } from '@layan/portal/pages/completion';
import { ScanPage } from '@layan/portal/pages/scan';
import type { Hono } from 'hono';
import { goOn, notFound, personalPage } from '../answer.tsx';
import type { PortalContext, PortalEnv } from '../env.ts';
import { fieldProps, problemsOf } from '../present/field.ts';
import { paths } from '../present/filing-way.ts';
import { typedAnswers } from '../present/typed.ts';
import { route } from '../route.ts';
import { readCookie, writeCookie } from '../session/cookies.ts';
import { fieldSetting } from '../session/field-setting.ts';
import { formGuard } from '../session/form-guard.ts';
import { sessionEnded } from '../session/own-case.ts';
import type { SentForm } from '../session/read-form.ts';
import { changedMeanwhile, notPossible } from './own-case.tsx';
import { showUpload, tooManyScans, waitForScan, waitingPath } from './scan-waiting.tsx';

interface Asked {
  readonly session: string;
  readonly completion: Completion;
}

const scanPath = (requirement: string): string => `${paths.completion}/${requirement}`;

export const completionRoutes = (app: Hono<PortalEnv>): void => {
  route(app, paths.completion, {
    show: (c) => withCompletion(c, ({ completion }) => showCompletion(c, completion)),
    take: (c, form) => withCompletion(c, (asked) => complete(c, asked, form)),
  });
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

async function withCompletion(
  c: PortalContext,
  show: (asked: Asked) => Response | Promise<Response>,
): Promise<Response> {
  const session = readCookie(c, 'berkas');
  if (session === undefined) return sessionEnded(c);
  const completion = await makeGetCompletion(c.get('ports'))({ session });
  if (completion.ok) return show({ session, completion: completion.value });
  return completion.error.code === 'nothing-asked' ? goOn(c, paths.ownCase) : sessionEnded(c);
}

const withRequirement = (
  c: PortalContext,
  show: (asked: Asked, requirement: RequirementView) => Response | Promise<Response>,
): Promise<Response> =>
  withCompletion(c, (asked) => {
    const requirement = asked.completion.requirements.find(({ id }) => id === c.req.param('requirement'));
    return requirement ? show(asked, requirement) : notFound(c);
  });

const stateOf = ({ state }: RequirementView) => (state === 'expected' ? 'missing' : state);

interface Attempt {
  readonly missing: readonly string[];
}

const showCompletion = async (c: PortalContext, completion: Completion, attempt?: Attempt) => {
  const fields = fieldProps(completion.fields, await fieldSetting(c, attempt !== undefined)).map((field) => ({
    ...field,
    isHeading: false,
  }));
  const scans = completion.requirements.map((requirement) => ({
    id: `foto-${requirement.id}`,
    label: requirement.label,
    path: scanPath(requirement.id),
    state: stateOf(requirement),
  }));
  const missing = (attempt?.missing ?? []).map((id) => ({
    field: `foto-${id}`,
    message: `Kirim foto ${completion.requirements.find((requirement) => requirement.id === id)?.label ?? id}`,
  }));
  return personalPage(
    c,
    <CompletionPage
      site={c.get('site')}
      service={completion.service}
      {...(completion.note === undefined ? {} : { note: completion.note })}
      scans={scans}
      // Typed data would be lost on the way to a scan: first the scans, then the data.
      scansFirst={completion.requirements.some(({ required, state }) => required && state !== 'accepted')}
      fields={fields}
      problems={[...missing, ...problemsOf(fields)]}
      back={paths.ownCase}
      action={paths.completion}
      asked={completion.asked}
      guard={formGuard(c)}
    />,
    attempt ? 422 : 200,
  );
};

async function complete(c: PortalContext, { session, completion }: Asked, form: SentForm): Promise<Response> {
  const raw = typedAnswers(completion.fields, form.answers);
  const asked = InstantText.safeParse(form.own._asked);
  const done = await makeCompleteFile(c.get('ports'))({
    session,
    asked: asked.data ?? completion.asked,
    raw,
  });
  if (done.ok) {
    writeCookie(c, 'berkas', done.value.session);
    return goOn(c, `${paths.ownCase}?selesai=lengkap`);
  }
  switch (done.error.code) {
    case 'session-ended':
      return sessionEnded(c);
    case 'case-changed':
      return changedMeanwhile(c);
    case 'case-ended':
    case 'refused':
      return notPossible(c);
    case 'completion-incomplete': {
      const { problems, requirements } = done.error;
      const fields = completion.fields.map((field) => ({
        ...field,
        entered: raw[field.fact] ?? '',
        problems: problems.filter(({ fact }) => fact === field.fact),
      }));
      return showCompletion(c, { ...completion, fields }, { missing: requirements });
    }
  }
}

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
