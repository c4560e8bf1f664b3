// Checking a card: by its code in the address, or by its id typed over. Whatever is not found gets one and the same answer.
import { parseProductId } from '@layan/application/product/product-id';
import { makeVerifyProduct } from '@layan/application/product/verify-product';
import { VerifyPage } from '@layan/portal/pages/verify';
import { VerifyStartPage } from '@layan/portal/pages/verify-start';
import type { Hono } from 'hono';
import { goOn, personalPage, publicPage, say } from '../answer.tsx';
import type { PortalContext, PortalEnv } from '../env.ts';
import { verifyProps } from '../present/verify.ts';
import { paths } from '../present/verify-paths.ts';
import { route } from '../route.ts';
import { checkSetting } from './verify-kept.tsx';

export const verifyRoutes = (app: Hono<PortalEnv>): void => {
  route(app, paths.start, {
    show: (c) => showStart(c, ''),
    begin: (c, { answers }) => look(c, answers.kode),
  });
  route(app, `${paths.verify}/:id`, { show: verify });
};

async function verify(c: PortalContext): Promise<Response> {
  const ports = c.get('ports');
  const found = await makeVerifyProduct(ports)({ id: c.req.param('id') ?? '' });
  if (!found.ok) return unknownCard(c);
  return personalPage(
    c,
    <VerifyPage
      site={c.get('site')}
      {...verifyProps(found.value, c.get('tenant'), ports.clock.now())}
      {...checkSetting(c)}
    />,
  );
}

const unknownCard = (c: PortalContext) =>
  say(c, 404, {
    title: 'Kartu ini tidak tercatat',
    sentences: [
      'Kode ini bukan kode kartu atau surat yang diterbitkan di sini.',
      'Bila Anda mengetiknya, periksa lagi huruf demi huruf.',
      'Bila Anda memindainya dari kartu, kartu itu mungkin tidak asli. Tanyakan kepada dinas di bawah.',
    ],
    way: { path: paths.start, label: 'Periksa kartu lain' },
  });

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
