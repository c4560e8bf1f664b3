// Withdrawing the own file.
import { makeWithdrawCase } from '@layan/application/tracking/withdraw-case';
import { WithdrawPage } from '@layan/portal/pages/withdraw';
import type { Hono } from 'hono';
import { goOn, personalPage } from '../answer.tsx';
import type { PortalContext, PortalEnv } from '../env.ts';
import { paths } from '../present/filing-way.ts';
import { route } from '../route.ts';
import { readCookie, writeCookie } from '../session/cookies.ts';
import { formGuard } from '../session/form-guard.ts';
import { type OwnCase, withOwnCase } from '../session/own-case.ts';
import type { SentForm } from '../session/read-form.ts';
import { sessionEnded } from '../session/session-ended.ts';
import { changedMeanwhile, notPossible } from './own-case-answers.ts';

export const withdrawalRoutes = (app: Hono<PortalEnv>): void =>
  route(app, paths.withdraw, {
    show: (c) => withOwnCase(c, (own) => showWithdraw(c, own, '', false)),
    take: withdraw,
  });

const showWithdraw = (c: PortalContext, { view }: OwnCase, value: string, missing: boolean) =>
  view.withdraw === undefined
    ? notPossible(c)
    : personalPage(
        c,
        <WithdrawPage
          site={c.get('site')}
          service={view.service}
          label={view.withdraw.label}
          note={view.withdraw.note}
          value={value}
          problems={missing ? [{ field: 'alasan', message: 'Tulis alasan Anda, satu kalimat cukup.' }] : []}
          back={paths.ownCase}
          action={paths.withdraw}
          guard={formGuard(c)}
        />,
        missing ? 422 : 200,
      );

async function withdraw(c: PortalContext, { answers }: SentForm): Promise<Response> {
  const session = readCookie(c, 'berkas');
  if (session === undefined) return sessionEnded(c);
  const note = (answers.alasan ?? '').trim();
  const done = await makeWithdrawCase(c.get('ports'))({ session, ...(note === '' ? {} : { note }) });
  if (done.ok) {
    writeCookie(c, 'berkas', done.value.session);
    return goOn(c, `${paths.ownCase}?selesai=batal`);
  }
  switch (done.error.code) {
    case 'session-ended':
      return sessionEnded(c);
    case 'case-changed':
      return changedMeanwhile(c);
    case 'case-ended':
    case 'not-withdrawable':
      return notPossible(c);
    case 'refused':
      return done.error.rejection.code === 'note-missing'
        ? withOwnCase(c, (own) => showWithdraw(c, own, note, true))
        : notPossible(c);
  }
}
