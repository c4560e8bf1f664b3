// Beginning an objection from the own file; the form itself is a filing like any other.
import { makeStartObjection } from '@layan/application/filing/start-objection';
import { dateInWords } from '@layan/domain/deadline/dates-in-words';
import { ObjectionPage } from '@layan/portal/pages/objection';
import type { Hono } from 'hono';
import { goOn, personalPage } from '../answer.tsx';
import type { PortalContext, PortalEnv } from '../env.ts';
import { pathOfStop, paths } from '../present/filing-way.ts';
import { decisionOf } from '../present/own-case.ts';
import { route } from '../route.ts';
import { readCookie, writeCookie } from '../session/cookies.ts';
import { formGuard } from '../session/form-guard.ts';
import { type OwnCase, withOwnCase } from '../session/own-case.ts';
import { sessionEnded } from '../session/session-ended.ts';
import { notObjectable, objectionFiled, objectionTooLate } from './objection-answers.ts';

export const objectionRoutes = (app: Hono<PortalEnv>): void =>
  route(app, paths.objection, { show: (c) => withOwnCase(c, (own) => showStart(c, own)), take: start });

const showStart = (c: PortalContext, { view }: OwnCase): Response | Promise<Response> => {
  switch (view.objection?.state) {
    case undefined:
      return notObjectable(c);
    case 'open':
    case 'decided':
      return objectionFiled(c);
    case 'too-late':
      return objectionTooLate(c, view.objection.until);
    case 'possible':
      return personalPage(
        c,
        <ObjectionPage
          site={c.get('site')}
          service={view.service}
          ticket={view.ticket}
          decision={decisionOf(view)}
          until={view.objection.until}
          agency={view.agency.name}
          back={paths.ownCase}
          action={paths.objection}
          guard={formGuard(c)}
        />,
      );
  }
};

async function start(c: PortalContext): Promise<Response> {
  const trackingSession = readCookie(c, 'berkas');
  if (trackingSession === undefined) return sessionEnded(c);
  const session = readCookie(c, 'permohonan');
  const started = await makeStartObjection(c.get('ports'))({
    trackingSession,
    ...(session === undefined ? {} : { session }),
  });
  if (started.ok) {
    writeCookie(c, 'permohonan', started.value.session);
    return goOn(c, pathOfStop(started.value.next));
  }
  switch (started.error.code) {
    case 'session-ended':
      return sessionEnded(c);
    case 'not-objectable':
      return notObjectable(c);
    case 'objection-filed':
      return objectionFiled(c);
    case 'objection-too-late':
      return objectionTooLate(c, dateInWords(c.get('tenant').calendar.zone, started.error.until));
  }
}
