// The end of a filing: check the answers, send once, keep the receipt, leave the phone.
import { makeSubmitFiling } from '@layan/application/filing/submit-filing';
import { makeTrackCase } from '@layan/application/tracking/track-case';
import { CheckAnswersPage } from '@layan/portal/pages/check-answers';
import { ReceiptPage } from '@layan/portal/pages/receipt';
import type { Hono } from 'hono';
import { filingGone, goOn, personalPage, say } from '../answer.tsx';
import type { PortalContext, PortalEnv } from '../env.ts';
import { checkAnswers } from '../present/check-answers.ts';
import { nameOf, paths, placeOf, servicePath } from '../present/filing-way.ts';
import { promiseProps } from '../present/promise.ts';
import { contactOf } from '../present/site.ts';
import { route } from '../route.ts';
import { dropCookie, readCookie, writeCookie } from '../session/cookies.ts';
import { formGuard } from '../session/form-guard.ts';
import { findOwnFiling, type OwnFiling, withOpenFiling } from '../session/own-filing.ts';
import { tooBusy } from './filing.tsx';
import { objectionFiled, objectionTooLate } from './objection-answers.ts';

/** How long the receipt can be opened again on the same phone. */
const RECEIPT_SECONDS = 3600;

export const sendingRoutes = (app: Hono<PortalEnv>): void => {
  route(app, paths.check, { show: (c) => withOpenFiling(c, (filing) => showCheck(c, filing, false)) });
  route(app, paths.send, { show: (c) => goOn(c, paths.check), take: send });
  route(app, paths.receipt, { show: showReceipt });
  route(app, paths.leave, {
    take: (c) => {
      dropCookie(c, 'permohonan');
      return goOn(c, '/');
    },
  });
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

async function showReceipt(c: PortalContext): Promise<Response> {
  const filing = await findOwnFiling(c);
  if (!filing) return filingGone(c);
  if (!filing.view.sent) return goOn(c, paths.check);
  const ports = c.get('ports');
  const sent = await makeSubmitFiling(ports)({ session: filing.session });
  if (!sent.ok) return filingGone(c);
  const receipt = sent.value;
  const opened = await makeTrackCase(ports)({ ticket: receipt.ticket, secret: receipt.secret });
  if (!opened.ok) return filingGone(c);
  const { standard } = await ports.standards.getPinned(receipt.standard);
  const { view } = opened.value;
  return personalPage(
    c,
    <ReceiptPage
      site={c.get('site')}
      service={nameOf(filing.view)}
      heading={`${filing.view.objection ? 'Keberatan' : 'Permohonan'} Anda sudah terkirim`}
      ticket={receipt.ticket}
      secret={receipt.secret}
      received={receipt.receivedWords}
      promises={promiseProps(standard, view.promises, false)}
      next={view.next}
      lookedAtAgain={receipt.warnings.flatMap(({ fact }) =>
        standard.process.facts.filter(({ id }) => id === fact).map(({ label }) => label),
      )}
      standard={{ path: `${servicePath(standard.id)}/dokumen`, version: receipt.standard.version }}
      agency={contactOf(receipt.agency)}
      openAction={paths.open}
      leaveAction={paths.leave}
      guard={formGuard(c)}
      trackAddress={`${new URL(c.get('origin')).host}${paths.track}`}
    />,
  );
}
