// The rights over one's own data, within the opened file.
import { copyFileNames } from '@layan/application/privacy/copy-as-page';
import {
  makeAskAboutData,
  makeFetchOwnCopy,
  makeGetOwnRights,
} from '@layan/application/privacy/own-requests';
import type { OpenedRequest } from '@layan/application/privacy/request-view';
import { RequestKind } from '@layan/domain/privacy/refusal-grounds';
import { type OwnRequestProps, OwnRightsPage } from '@layan/portal/pages/own-rights';
import type { Hono } from 'hono';
import { goOn, personalPage, say } from '../answer.tsx';
import type { PortalContext, PortalEnv } from '../env.ts';
import { paths } from '../present/filing-way.ts';
import { route } from '../route.ts';
import { readCookie } from '../session/cookies.ts';
import { formGuard } from '../session/form-guard.ts';
import type { SentForm } from '../session/read-form.ts';
import { sessionEnded } from '../session/session-ended.ts';

const KIND = 'permintaan';
const WISH = 'penjelasan';

const kinds = [
  { value: 'access', label: 'Salinan data saya, dan siapa yang membukanya' },
  { value: 'correction', label: 'Perbaikan data yang keliru' },
  { value: 'restriction', label: 'Pembatasan: simpan saja, jangan diproses dahulu' },
  { value: 'objection', label: 'Keberatan atas pemrosesan, atau penarikan persetujuan' },
  { value: 'erasure', label: 'Penghapusan data saya' },
] as const satisfies readonly { value: RequestKind; label: string }[];

export const rightsRoutes = (app: Hono<PortalEnv>): void => {
  route(app, paths.rights, { show: (c) => showRights(c, {}), take: ask });
  route(app, `${paths.rights}/salinan/:ticket/:form`, { show: fetchCopy });
};

const states = {
  received: 'menunggu jawaban',
  answered: 'dikabulkan',
  refused: 'tidak dikabulkan',
  done: 'selesai',
} as const;

const requestProps = (request: OpenedRequest): OwnRequestProps => {
  const { ticket, kindWords, received, state, left, lapsed, until, refusal, note, copyUntil } = request;
  const waits = state === 'received';
  const base = `${paths.rights}/salinan/${ticket}`;
  return {
    ticket,
    kind: kindWords,
    received,
    state: waits ? `${states[state]}, ${left}` : states[state],
    tone: waits ? (lapsed ? 'attention' : 'info') : state === 'refused' ? 'attention' : 'good',
    sentences: [
      ...(waits ? [`Kami jawab paling lambat ${until}.`] : []),
      ...(waits && lapsed ? ['Batas itu sudah lewat. Mohon maaf; petugas kami sudah diingatkan.'] : []),
      ...(refusal === undefined ? [] : [`Alasannya: ${refusal}`]),
      ...(note === undefined ? [] : [note]),
    ],
    ...(copyUntil === undefined
      ? {}
      : { copy: { page: `${base}/halaman`, data: `${base}/data`, until: copyUntil } }),
  };
};

interface Sent {
  readonly kind?: string;
  readonly wish?: string;
  readonly problem?: string;
}

async function showRights(c: PortalContext, sent: Sent): Promise<Response> {
  const session = readCookie(c, 'berkas');
  const rights = session === undefined ? undefined : await makeGetOwnRights(c.get('ports'))({ session });
  if (!rights?.ok) return sessionEnded(c);
  const { service, requests, looks } = rights.value;
  const plain = { options: [], isHeading: false } as const;
  return personalPage(
    c,
    <OwnRightsPage
      site={c.get('site')}
      service={service}
      requests={requests.map(requestProps)}
      looks={looks}
      fields={[
        {
          ...{ ...plain, id: KIND, label: 'Apa yang Anda minta?', required: true, type: 'choice' },
          ...{ value: sent.kind ?? '', options: kinds, maxLength: 20 },
          ...(sent.problem === undefined ? {} : { problem: sent.problem }),
        },
        {
          ...{ ...plain, id: WISH, label: 'Penjelasan', required: false, type: 'longText' },
          hint: 'Misalnya data mana yang keliru, dan yang benar.',
          ...{ value: sent.wish ?? '', maxLength: 1000 },
        },
      ]}
      problems={sent.problem === undefined ? [] : [{ field: KIND, message: sent.problem }]}
      sent={c.req.query('terkirim') !== undefined}
      back={paths.ownCase}
      action={paths.rights}
      guard={formGuard(c)}
    />,
    sent.problem === undefined ? 200 : 422,
  );
}

async function ask(c: PortalContext, { answers }: SentForm): Promise<Response> {
  const session = readCookie(c, 'berkas');
  if (session === undefined) return sessionEnded(c);
  const kind = RequestKind.safeParse(answers[KIND]);
  const wish = answers[WISH] ?? '';
  if (!kind.success) return showRights(c, { wish, problem: 'Pilih apa yang Anda minta.' });
  const asked = await makeAskAboutData(c.get('ports'))({ session, kind: kind.data, wish });
  // The same once more is the same request: a form that is sent twice asks once.
  if (asked.ok || asked.error.code === 'request-waits') return goOn(c, `${paths.rights}?terkirim`);
  return sessionEnded(c);
}

async function fetchCopy(c: PortalContext): Promise<Response> {
  const session = readCookie(c, 'berkas');
  if (session === undefined) return sessionEnded(c);
  const fetched = await makeFetchOwnCopy(c.get('ports'))({ session, ticket: c.req.param('ticket') ?? '' });
  if (!fetched.ok)
    return fetched.error.code === 'session-ended'
      ? sessionEnded(c)
      : say(c, 404, {
          title: 'Salinan ini tidak dapat diunduh',
          sentences: [
            'Permintaannya belum dikabulkan, atau tujuh hari sudah lewat. Anda dapat meminta lagi.',
          ],
          way: { path: paths.rights, label: 'Hak atas data pribadi' },
        });
  const form = c.req.param('form') === 'data' ? 'json' : 'page';
  const { type, ending } = copyFileNames[form];
  return c.body(fetched.value[form], 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${fetched.value.fileName}.${ending}"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
}
