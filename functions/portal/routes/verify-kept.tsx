// What a phone keeps to check cards without a network: the page, its script, the worker, and the list of what to keep.
import { createHash } from 'node:crypto';
import { makeListStatusLists } from '@layan/application/product/list-status-lists';
import { VerifyKeptPage } from '@layan/portal/pages/verify-kept';
import type { CardCheckProps } from '@layan/portal/parts/card-check';
import type { Hono } from 'hono';
import { publicPage } from '../answer.tsx';
import type { PortalContext, PortalEnv } from '../env.ts';
import { paths } from '../present/verify-paths.ts';
import { route } from '../route.ts';

const SCRIPT = 'text/javascript; charset=utf-8';
const scriptPaths = new Map<string, string>();

/** Named by its content, like every part of a page. */
const scriptPath = (c: PortalContext): string => {
  const { page } = c.get('verifyScripts');
  const known = scriptPaths.get(page);
  if (known !== undefined) return known;
  const path = `${paths.start}/kartu-${createHash('sha256').update(page).digest('hex').slice(0, 12)}.js`;
  scriptPaths.set(page, path);
  return path;
};

/** What every page that checks cards gives its script. */
export const checkSetting = (
  c: PortalContext,
): { readonly check: Pick<CardCheckProps, 'tenant' | 'zone'>; readonly script: string } => {
  const { id, calendar } = c.get('tenant');
  return { check: { tenant: id, zone: calendar.zone }, script: scriptPath(c) };
};

export const verifyKeptRoutes = (app: Hono<PortalEnv>): void => {
  route(app, paths.kept, {
    show: (c) => publicPage(c, <VerifyKeptPage site={c.get('site')} {...checkSetting(c)} />),
  });
  route(app, paths.index, { show: showIndex });
  route(app, paths.worker, {
    show: (c) =>
      c.body(c.get('verifyScripts').worker, 200, {
        'content-type': SCRIPT,
        'cache-control': 'no-cache',
        // The worker also serves the pages of cards, which are not below its own address.
        'service-worker-allowed': '/',
      }),
  });
  route(app, `${paths.start}/:script{kartu-[0-9a-f]{12}\\.js}`, { show: showScript });
};

/** A page from before a change asks by the old name: the new script serves it, but is not kept under the old name. */
const showScript = (c: PortalContext): Response | Promise<Response> =>
  c.body(c.get('verifyScripts').page, 200, {
    'content-type': SCRIPT,
    'cache-control': c.req.path === scriptPath(c) ? 'public, max-age=31536000, immutable' : 'no-cache',
  });

async function showIndex(c: PortalContext): Promise<Response> {
  const { style, script, crest } = c.get('site').assets;
  const lists = await makeListStatusLists(c.get('ports'))();
  return c.json(
    { parts: [style, script, crest, scriptPath(c)], lists: lists.map((list) => `${paths.status}/${list}`) },
    200,
    { 'cache-control': 'no-cache' },
  );
}
