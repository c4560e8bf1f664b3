// What anybody needs to check cards themselves: the keys and the signed status lists. Open to every site, since they say
// nothing about anybody whose card one does not hold.
import { makeGetSigningKeys } from '@layan/application/product/get-signing-keys';
import { makeGetStatusList } from '@layan/application/product/get-status-list';
import type { Hono } from 'hono';
import type { PortalContext, PortalEnv } from '../env.ts';
import { paths } from '../present/verify-paths.ts';
import { route } from '../route.ts';

/** A revoked card is told everywhere within minutes; a phone that asks again sooner is answered by itself. */
const FIVE_MINUTES = 'public, max-age=300';

const open = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': FIVE_MINUTES,
} as const;

export const publishedKeyRoutes = (app: Hono<PortalEnv>): void => {
  route(app, paths.keys, { show: showKeys });
  route(app, `${paths.status}/:product/:year`, { show: showStatusList });
};

async function showKeys(c: PortalContext): Promise<Response> {
  const keys = await makeGetSigningKeys(c.get('ports'))();
  return c.body(JSON.stringify(keys), 200, { ...open, 'content-type': 'application/jwk-set+json' });
}

async function showStatusList(c: PortalContext): Promise<Response> {
  const list = `${c.req.param('product')}/${c.req.param('year')}`;
  const found = await makeGetStatusList(c.get('ports'))({ list });
  return found.ok
    ? c.body(found.value.signed, 200, { ...open, 'content-type': 'application/statuslist+jwt' })
    : c.body(JSON.stringify(noSuchList), 404, { ...open, 'content-type': 'application/problem+json' });
}

/** RFC 9457, the same whatever was asked for. */
const noSuchList = {
  type: 'about:blank',
  status: 404,
  title: 'Daftar tidak ditemukan',
  code: 'status-list-not-found',
  detail: 'Tidak ada daftar status kartu dengan nama ini.',
} as const;
