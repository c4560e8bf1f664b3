// The way into an own file: by ticket and secret.
import { makeTrackCase } from '@layan/application/tracking/track-case';
import { closedMinutes, guessesAtMost } from '@layan/domain/case/guesses';
import { networkOfRequest } from '@layan/http/address-network';
import { TrackPage } from '@layan/portal/pages/track';
import type { Hono } from 'hono';
import { goOn, personalPage } from '../answer.tsx';
import type { PortalContext, PortalEnv } from '../env.ts';
import { paths } from '../present/filing-way.ts';
import { route } from '../route.ts';
import { dropCookie, readCookie, writeCookie } from '../session/cookies.ts';
import type { SentForm } from '../session/read-form.ts';

const problems = {
  'ticket-malformed': {
    field: 'tiket',
    message: 'Nomor tiket belum lengkap atau salah ketik. Periksa lagi di tanda terima.',
  },
  'ticket-or-secret-wrong': {
    field: 'tiket',
    message: `Nomor tiket dan kode rahasia tidak cocok. Periksa keduanya di tanda terima. Setelah ${guessesAtMost} kali salah, tunggu ${closedMinutes} menit; selama itu kode yang benar pun belum diterima.`,
  },
} as const;

export const trackingRoutes = (app: Hono<PortalEnv>): void => {
  route(app, paths.track, { show: (c) => showForm(c, '', []), begin: track });
  route(app, paths.leaveCase, {
    take: (c) => {
      dropCookie(c, 'berkas');
      return goOn(c, '/');
    },
  });
};

const showForm = (
  c: PortalContext,
  ticket: string,
  found: readonly (typeof problems)[keyof typeof problems][],
): Promise<Response> =>
  personalPage(
    c,
    <TrackPage
      site={c.get('site')}
      action={paths.track}
      ticket={ticket}
      problems={found}
      {...(readCookie(c, 'berkas') === undefined ? {} : { openPath: paths.ownCase })}
    />,
    found.length > 0 ? 422 : 200,
  );

async function track(c: PortalContext, { answers }: SentForm): Promise<Response> {
  const ticket = answers.tiket ?? '';
  const typed = { ticket, secret: answers.kode ?? '', from: networkOfRequest(c.env) };
  const opened = await makeTrackCase(c.get('ports'))(typed);
  if (!opened.ok) return showForm(c, ticket.slice(0, 24), [problems[opened.error.code]]);
  writeCookie(c, 'berkas', opened.value.session);
  return goOn(c, paths.ownCase);
}
