// Checking a card: by its code in the address, or by its id typed over. Whatever is not found gets one and the same answer.
import { createHash } from 'node:crypto';
import { parseProductId } from '@layan/application/product/product-id';
import { makeVerifyProduct } from '@layan/application/product/verify-product';
import { VerifyPage } from '@layan/portal/pages/verify';
import { VerifyStartPage } from '@layan/portal/pages/verify-start';
import type { Hono } from 'hono';
import { goOn, personalPage, publicPage, say } from '../answer.tsx';
import type { PortalContext, PortalEnv } from '../env.ts';
import { type Compared, verifyProps } from '../present/verify.ts';
import { comparePath, paths } from '../present/verify-paths.ts';
import { route } from '../route.ts';
import { checkSetting } from './verify-kept.tsx';

export const verifyRoutes = (app: Hono<PortalEnv>): void => {
  route(app, paths.start, {
    show: (c) => showStart(c, ''),
    begin: (c, { answers }) => look(c, answers.kode),
  });
  route(app, `${paths.verify}/:id`, { show: (c) => verify(c) });
  // A file is no form of fields: it is read apart, and before the route below refuses what is no page.
  app.post(comparePath(':id'), compare);
  route(app, comparePath(':id'), { show: backToCard });
};

const MOST_BYTES = 2 * 1024 * 1024;
/** What a browser writes around a file. */
const AROUND = 4096;

const fileOf = async (c: PortalContext): Promise<Uint8Array | 'none' | 'too-large'> => {
  if (Number(c.req.header('content-length') ?? '0') > MOST_BYTES + AROUND) return 'too-large';
  const body = await c.req.arrayBuffer();
  if (body.byteLength > MOST_BYTES + AROUND) return 'too-large';
  try {
    const headers = { 'content-type': c.req.header('content-type') ?? '' };
    const sent = (await new Response(body, { headers }).formData()).get('berkas');
    return sent instanceof File && sent.size > 0 ? new Uint8Array(await sent.arrayBuffer()) : 'none';
  } catch {
    // Not what a form sends.
    return 'none';
  }
};

/** Without a script the file comes here, is hashed, and is gone with the answer. */
async function compare(c: PortalContext): Promise<Response> {
  const file = await fileOf(c);
  if (typeof file === 'string') return verify(c, () => file);
  const found = createHash('sha256').update(file).digest('hex');
  return verify(c, (sha256) => (sha256 === found ? 'same' : 'other'));
}

async function verify(
  c: PortalContext,
  comparing?: (sha256: string | undefined) => Compared,
): Promise<Response> {
  const ports = c.get('ports');
  const found = await makeVerifyProduct(ports)({ id: c.req.param('id') ?? '' });
  if (!found.ok) return unknownCard(c);
  const compared = comparing?.(found.value.letter?.signature?.sha256);
  return personalPage(
    c,
    <VerifyPage
      site={c.get('site')}
      {...verifyProps(found.value, c.get('tenant'), ports.clock.now(), compared)}
      {...checkSetting(c)}
    />,
  );
}

const unknownCard = (c: PortalContext) =>
  say(c, 404, {
    title: 'Kartu atau surat ini tidak tercatat',
    sentences: [
      'Kode ini bukan kode kartu atau surat yang diterbitkan di sini.',
      'Bila Anda mengetiknya, periksa lagi huruf demi huruf.',
      'Bila Anda memindainya dari kartu atau surat, kartu atau surat itu mungkin tidak asli. Tanyakan kepada dinas di bawah.',
    ],
    way: { path: paths.start, label: 'Periksa yang lain' },
  });

const backToCard = (c: PortalContext): Response | Promise<Response> => {
  const id = parseProductId(c.req.param('id') ?? '');
  return id === undefined ? unknownCard(c) : goOn(c, `${paths.verify}/${id}`);
};

/** An id that cannot be one is said to be mistyped; whether it exists is only said behind it. */
const look = (c: PortalContext, typed = ''): Response | Promise<Response> => {
  const id = parseProductId(typed);
  return id === undefined ? showStart(c, typed.slice(0, 40)) : goOn(c, `${paths.verify}/${id}`);
};

const showStart = (c: PortalContext, value: string): Promise<Response> => {
  const tried = c.req.method === 'POST';
  const page = (
    <VerifyStartPage
      site={c.get('site')}
      action={paths.start}
      value={value}
      problems={
        tried
          ? [{ field: 'kode', message: 'Kode belum lengkap atau salah ketik. Isinya 26 huruf dan angka.' }]
          : []
      }
      keysPath={paths.keys}
      {...checkSetting(c)}
    />
  );
  return tried ? personalPage(c, page, 422) : publicPage(c, page);
};
