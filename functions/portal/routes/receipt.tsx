// The receipt of what was sent, the way from it into the own file, and leaving the phone.
import { makeLeaveFiling } from '@layan/application/filing/leave-filing';
import { makeOpenSent } from '@layan/application/filing/open-sent';
import { ReceiptPage } from '@layan/portal/pages/receipt';
import type { Hono } from 'hono';
import { filingGone, goOn, personalPage } from '../answer.tsx';
import type { PortalContext, PortalEnv } from '../env.ts';
import { paths, servicePath } from '../present/filing-way.ts';
import { promiseProps } from '../present/promise.ts';
import { contactOf } from '../present/site.ts';
import { route } from '../route.ts';
import { dropCookie, readCookie, writeCookie } from '../session/cookies.ts';
import { formGuard } from '../session/form-guard.ts';

export const receiptRoutes = (app: Hono<PortalEnv>): void => {
  route(app, paths.receipt, { show: showReceipt });
  route(app, paths.open, { take: openFromReceipt });
  route(app, paths.leave, {
    take: leave,
  });
};

async function leave(c: PortalContext): Promise<Response> {
  const session = readCookie(c, 'permohonan');
  dropCookie(c, 'permohonan');
  // Nothing is written any more for a government that has left. What is unsent opens to nobody there (`session/own-filing.ts`),
  // and the hour of the receipt is over soon.
  if (session !== undefined && c.get('tenant').state !== 'closed')
    await makeLeaveFiling(c.get('ports'))({ session });
  return goOn(c, '/');
}

/** The receipt and the case it is of, opened without typing. */
const findSent = async (c: PortalContext) => {
  const session = readCookie(c, 'permohonan');
  if (session === undefined) return undefined;
  const sent = await makeOpenSent(c.get('ports'))({ session });
  if (sent.ok) return sent.value;
  return sent.error.code === 'not-sent' ? 'not-sent' : undefined;
};

async function openFromReceipt(c: PortalContext): Promise<Response> {
  const sent = await findSent(c);
  if (sent === undefined || sent === 'not-sent') return filingGone(c);
  writeCookie(c, 'berkas', sent.opened.session);
  return goOn(c, paths.ownCase);
}

async function showReceipt(c: PortalContext): Promise<Response> {
  const sent = await findSent(c);
  if (sent === 'not-sent') return goOn(c, paths.check);
  if (!sent) return filingGone(c);
  const { receipt, objection, opened } = sent;
  const { standard } = await c.get('ports').standards.getPinned(receipt.standard);
  const { view } = opened;
  return personalPage(
    c,
    <ReceiptPage
      site={c.get('site')}
      service={objection ? `Keberatan – ${receipt.service.shortTitle}` : receipt.service.shortTitle}
      heading={`${objection ? 'Keberatan' : 'Permohonan'} Anda sudah terkirim`}
      ticket={receipt.ticket}
      secret={receipt.secret}
      received={receipt.receivedWords}
      promises={promiseProps(standard, view.promises, false, view.channel)}
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
