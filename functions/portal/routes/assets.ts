// Stylesheet, script and crest. Their names change with their content, so they may be kept for good.
import type { Hono } from 'hono';
import { notFound } from '../answer.tsx';
import { type Asset, assetsOf, plainStyle } from '../assets/tenant-assets.ts';
import type { PortalContext, PortalEnv } from '../env.ts';

const FOR_GOOD = 'public, max-age=31536000, immutable';

// An SVG that is opened by itself may draw, and nothing else.
const sealed = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

const send = (c: PortalContext, { type, body }: Asset, cache: string): Response =>
  c.body(body, 200, {
    'content-type': type,
    'cache-control': cache,
    ...(type.startsWith('image/') ? { 'content-security-policy': sealed } : {}),
  });

export const plainAssetRoutes = (app: Hono<PortalEnv>): void => {
  app.get(plainStyle.path, (c) => send(c, plainStyle, 'public, max-age=3600'));
};

export const assetRoutes = (app: Hono<PortalEnv>): void => {
  app.get('/aset/:file', async (c) => {
    const kind = c.req.param('file').split('-')[0];
    const ofTenant = Object.values(assetsOf(c.get('tenant')));
    const assets =
      kind === 'naskah' ? [(await import('../assets/document-style.ts')).documentStyle] : ofTenant;
    const exact = assets.find(({ path }) => path === c.req.path);
    if (exact) return send(c, exact, FOR_GOOD);
    // A page from before a change asks by the old name: the new one serves it, but is not kept under the old name.
    const current = assets.find(({ path }) => path.startsWith(`/aset/${kind}-`));
    return current ? send(c, current, 'no-cache') : notFound(c);
  });
};
