// The own file.
import { complaintsOf } from '@layan/application/standard/get-service';
import { makeOpenLinkedCase } from '@layan/application/tracking/open-linked-case';
import { makeOpenSignedLetter } from '@layan/application/tracking/open-signed-letter';
import { OwnCasePage } from '@layan/portal/pages/own-case';
import type { Hono } from 'hono';
import { goOn, personalPage, say } from '../answer.tsx';
import type { PortalContext, PortalEnv } from '../env.ts';
import { paths, servicePath } from '../present/filing-way.ts';
import { ownCaseProps } from '../present/own-case.ts';
import { route } from '../route.ts';
import { writeCookie } from '../session/cookies.ts';
import { formGuard } from '../session/form-guard.ts';
import { type OwnCase, withOwnCase } from '../session/own-case.ts';

const doneWords: ReadonlyMap<string, string> = new Map([
  ['lengkap', 'Kelengkapan sudah kami terima'],
  ['tanggapan', 'Tanggapan Anda sudah kami terima'],
  ['batal', 'Permohonan sudah dibatalkan'],
]);

export const ownCaseRoutes = (app: Hono<PortalEnv>): void => {
  route(app, paths.ownCase, { show: (c) => withOwnCase(c, (own) => showOwnCase(c, own)) });
  route(app, `${paths.letter}/:id`, { show: (c) => withOwnCase(c, (own) => openLetter(c, own)) });
  for (const to of ['successor', 'predecessor'] as const)
    route(app, paths[to], { show: (c) => withOwnCase(c, (own) => openLinked(c, own, to)) });
};

/** From now on this browser has the other one open. */
const openLinked = async (c: PortalContext, { session }: OwnCase, to: 'successor' | 'predecessor') => {
  const opened = await makeOpenLinkedCase(c.get('ports'))({ session, to });
  if (opened.ok) writeCookie(c, 'berkas', opened.value.session);
  return goOn(c, paths.ownCase);
};

/** Straight to where it lies, for a few minutes; the address is of no use to others later. */
const openLetter = async (c: PortalContext, { session }: OwnCase) => {
  const opened = await makeOpenSignedLetter(c.get('ports'))({ session, letter: c.req.param('id') ?? '' });
  if (opened.ok) return goOn(c, opened.value.url);
  return say(c, 404, {
    title: 'Surat ini tidak dapat diunduh',
    sentences: [
      'Surat ini belum ditandatangani, atau sudah tidak berlaku.',
      'Keadaannya terlihat di berkas Anda.',
    ],
    way: { path: paths.ownCase, label: 'Buka berkas' },
  });
};

const showOwnCase = async (c: PortalContext, { view }: OwnCase) => {
  const { standard } = await c.get('ports').standards.getPinned(view.standard);
  const complaints = await complaintsOf(c.get('ports').standards, standard);
  const done = doneWords.get(c.req.query('selesai') ?? '');
  return personalPage(
    c,
    <OwnCasePage
      site={c.get('site')}
      {...ownCaseProps(view, standard)}
      leaveAction={paths.leaveCase}
      guard={formGuard(c)}
      {...(complaints === undefined ? {} : { complaintsPath: servicePath(complaints) })}
      {...(done === undefined ? {} : { done })}
    />,
  );
};
