// What others may know of the filing: asked first, where the channel leaves a choice.
import type { PrivacyView } from '@layan/application/filing/filing-view';
import { makeSavePrivacy } from '@layan/application/filing/save-privacy';
import { QuestionPage } from '@layan/portal/pages/question';
import type { Hono } from 'hono';
import { filingGone, goOn, notFound, personalPage } from '../answer.tsx';
import type { PortalContext, PortalEnv } from '../env.ts';
import { problemsOf } from '../present/field.ts';
import { nameOf, pathOfStop, paths, placeOf } from '../present/filing-way.ts';
import { type PrivacyAnswers, privacyFields, privacyOf } from '../present/privacy.ts';
import { route } from '../route.ts';
import { formGuard } from '../session/form-guard.ts';
import { type OwnFiling, withOpenFiling } from '../session/own-filing.ts';
import type { SentForm } from '../session/read-form.ts';
import { tooBusy } from './filing-answers.ts';

export const filingPrivacyRoutes = (app: Hono<PortalEnv>): void =>
  route(app, paths.privacy, {
    show: (c) => withPrivacy(c, (filing, privacy) => showPrivacy(c, filing, privacy)),
    take: (c, form) => withPrivacy(c, (filing, privacy) => savePrivacy(c, form, filing, privacy)),
  });

const withPrivacy = (
  c: PortalContext,
  show: (filing: OwnFiling, privacy: PrivacyView) => Response | Promise<Response>,
): Promise<Response> =>
  withOpenFiling(c, (filing) => (filing.view.privacy ? show(filing, filing.view.privacy) : notFound(c)));

const showPrivacy = (
  c: PortalContext,
  { view }: OwnFiling,
  privacy: PrivacyView,
  answers?: PrivacyAnswers,
) => {
  const fields = privacyFields(privacy, answers);
  const problems = problemsOf(fields);
  return personalPage(
    c,
    <QuestionPage
      site={c.get('site')}
      service={nameOf(view)}
      title="Siapa yang boleh tahu"
      {...placeOf(view, paths.privacy)}
      action={paths.privacy}
      guard={formGuard(c)}
      fields={fields}
      problems={problems}
      button="Simpan dan lanjutkan"
      canLeave
    />,
    problems.length > 0 ? 422 : 200,
  );
};

async function savePrivacy(
  c: PortalContext,
  { answers }: SentForm,
  filing: OwnFiling,
  privacy: PrivacyView,
): Promise<Response> {
  if (privacyFields(privacy, answers).some(({ problem }) => problem !== undefined)) {
    return showPrivacy(c, filing, privacy, answers);
  }
  const saved = await makeSavePrivacy(c.get('ports'))({ session: filing.session, ...privacyOf(answers) });
  if (saved.ok) return goOn(c, pathOfStop(saved.value.next));
  switch (saved.error.code) {
    case 'filing-not-found':
      return filingGone(c);
    case 'filing-already-sent':
      return goOn(c, paths.receipt);
    case 'page-not-found':
      return notFound(c);
    case 'filing-changed':
      return tooBusy(c, paths.privacy);
  }
}
