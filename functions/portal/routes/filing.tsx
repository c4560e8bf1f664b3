// Question pages of an unsent filing: shown with what was answered, saved when the citizen goes on.
import type { FilingPageView } from '@layan/application/filing/filing-view';
import { makeSaveFilingPage } from '@layan/application/filing/save-filing-page';
import { QuestionPage } from '@layan/portal/pages/question';
import type { Hono } from 'hono';
import { filingGone, goOn, notFound, personalPage } from '../answer.tsx';
import type { PortalContext, PortalEnv } from '../env.ts';
import { fieldProps, problemsOf } from '../present/field.ts';
import { nameOf, pageOfPath, pagePath, pathOfStop, paths, placeOf } from '../present/filing-way.ts';
import { sameAnswers, seenMark } from '../present/seen.ts';
import { typedAnswers } from '../present/typed.ts';
import { route } from '../route.ts';
import { fieldSetting } from '../session/field-setting.ts';
import { formGuard } from '../session/form-guard.ts';
import { findOwnFiling, type OwnFiling, withOpenFiling } from '../session/own-filing.ts';
import type { SentForm } from '../session/read-form.ts';

export const filingRoutes = (app: Hono<PortalEnv>): void => {
  route(app, paths.filing, {
    show: (c) => withOpenFiling(c, ({ view }) => goOn(c, pathOfStop(view.next))),
  });
  route(app, `${paths.filing}/:page`, {
    show: (c) => withPage(c, (filing, page) => showPage(c, filing, page, 'as-saved')),
    take: (c, form) => withPage(c, (filing, page) => savePage(c, form, filing, page)),
  });
};

const withPage = (
  c: PortalContext,
  show: (filing: OwnFiling, page: FilingPageView) => Response | Promise<Response>,
): Promise<Response> =>
  withOpenFiling(c, (filing) => {
    const id = pageOfPath(c.req.param('page') ?? '');
    const page = filing.view.pages.find((candidate) => candidate.id === id);
    return page && page.fields.length > 0 ? show(filing, page) : notFound(c);
  });

async function savePage(
  c: PortalContext,
  form: SentForm,
  filing: OwnFiling,
  page: FilingPageView,
): Promise<Response> {
  const raw = typedAnswers(page.fields, form.answers);
  const seen = form.own._seen;
  if (
    seen !== undefined &&
    seen !== seenMark(filing.session, page.fields) &&
    !sameAnswers(page.fields, raw)
  ) {
    return showConflict(c, filing, page, raw);
  }
  const saved = await makeSaveFilingPage(c.get('ports'))({ session: filing.session, page: page.id, raw });
  if (saved.ok) {
    if (saved.value.problems.every(({ severity }) => severity !== 'error')) {
      return goOn(c, pathOfStop(saved.value.next));
    }
    const again = await findOwnFiling(c);
    const samePage = again?.view.pages.find(({ id }) => id === page.id);
    return again && samePage ? showPage(c, again, samePage, 'needs-fixing') : filingGone(c);
  }
  switch (saved.error.code) {
    case 'filing-not-found':
      return filingGone(c);
    case 'filing-already-sent':
      return goOn(c, paths.receipt);
    case 'page-not-found':
      return notFound(c);
    case 'filing-changed':
      return showConflict(c, filing, page, raw);
  }
}

type Mood = 'as-saved' | 'needs-fixing';

const showPage = async (c: PortalContext, { session, view }: OwnFiling, page: FilingPageView, mood: Mood) => {
  const path = pagePath(page.id);
  // What was typed but could not be read is said again whenever the page is opened.
  const unread = page.fields.some(
    ({ entered, problems }) => entered !== '' && problems.some(({ severity }) => severity === 'error'),
  );
  const fields = fieldProps(page.fields, await fieldSetting(c, mood === 'needs-fixing' || unread));
  const problems = problemsOf(fields);
  return personalPage(
    c,
    <QuestionPage
      site={c.get('site')}
      service={nameOf(view)}
      title={page.title}
      {...(page.intro === undefined ? {} : { intro: page.intro })}
      {...placeOf(view, path)}
      action={path}
      guard={formGuard(c, seenMark(session, page.fields))}
      fields={fields}
      problems={problems}
      button="Simpan dan lanjutkan"
      canLeave
    />,
    mood === 'needs-fixing' ? 422 : 200,
  );
};

/** Nothing was saved: what is stored now is shown beside what was typed here. */
const showConflict = async (
  c: PortalContext,
  { session, view }: OwnFiling,
  page: FilingPageView,
  raw: Readonly<Record<string, string>>,
) => {
  const path = pagePath(page.id);
  const typed = page.fields.map((field) => ({ ...field, entered: raw[field.fact] ?? '', problems: [] }));
  const other = page.fields.filter(({ fact, entered }) => (raw[fact] ?? '').trim() !== entered.trim());
  return personalPage(
    c,
    <QuestionPage
      site={c.get('site')}
      service={nameOf(view)}
      title={page.title}
      {...placeOf(view, path)}
      action={path}
      guard={formGuard(c, seenMark(session, page.fields))}
      fields={fieldProps(typed, await fieldSetting(c, false))}
      problems={[]}
      changedElsewhere={other}
      button="Simpan dan lanjutkan"
      canLeave
    />,
    409,
  );
};
