// The end of a filing: check the answers, send once.
import { RECEIPT_SECONDS } from '@layan/application/filing/get-receipt';
import { makeSubmitFiling } from '@layan/application/filing/submit-filing';
import { CheckAnswersPage } from '@layan/portal/pages/check-answers';
import type { Hono } from 'hono';
import { filingGone, goOn, personalPage, say } from '../answer.tsx';
import type { PortalContext, PortalEnv } from '../env.ts';
import { checkAnswers } from '../present/check-answers.ts';
import { paths, placeOf } from '../present/filing-way.ts';
import { route } from '../route.ts';
import { readCookie, writeCookie } from '../session/cookies.ts';
import { formGuard } from '../session/form-guard.ts';
import { type OwnFiling, withOpenFiling } from '../session/own-filing.ts';
import { goneOrNotFound } from '../session/service-withdrawn.ts';
import { tooBusy } from './filing-answers.ts';
import { objectionFiled, objectionTooLate } from './objection-answers.ts';

export const sendingRoutes = (app: Hono<PortalEnv>): void => {
  route(app, paths.check, { show: (c) => withOpenFiling(c, (filing) => showCheck(c, filing, false)) });
  route(app, paths.send, { show: (c) => goOn(c, paths.check), take: send });
};

const showCheck = (c: PortalContext, { view }: OwnFiling, tried: boolean) =>
  personalPage(
    c,
    <CheckAnswersPage
      site={c.get('site')}
      {...checkAnswers(view)}
      tried={tried}
      back={placeOf(view, paths.check).back}
      action={paths.send}
      leaveAction={paths.leave}
      guard={formGuard(c)}
    />,
    tried ? 422 : 200,
  );

async function send(c: PortalContext): Promise<Response> {
  const session = readCookie(c, 'permohonan');
  if (session === undefined) return filingGone(c);
  const sent = await makeSubmitFiling(c.get('ports'))({ session });
  if (sent.ok) {
    writeCookie(c, 'permohonan', session, RECEIPT_SECONDS);
    return goOn(c, paths.receipt);
  }
  switch (sent.error.code) {
    case 'filing-not-found':
      return filingGone(c);
    case 'filing-changed':
      return tooBusy(c, paths.check);
    case 'service-withdrawn':
      return withOpenFiling(c, ({ view }) => goneOrNotFound(c, view.standard.id));
    case 'filing-incomplete':
      return withOpenFiling(c, (filing) => showCheck(c, filing, true));
    case 'objection-filed':
      return objectionFiled(c);
    case 'filing-refused':
      if (sent.error.rejection.code === 'objection-too-late') return objectionTooLate(c);
      return say(c, 409, {
        title: 'Permohonan belum dapat dikirim',
        sentences: [
          'Aturan layanan ini tidak mengizinkannya sekarang. Jawaban Anda tetap tersimpan.',
          'Silakan hubungi dinas di bawah, dan sebutkan kode rujukan.',
        ],
        reference: `${sent.error.rejection.code}-${c.get('reference').slice(0, 8)}`,
      });
  }
}
