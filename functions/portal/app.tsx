// The portal as a web application: host to tenant, own forms only, then the pages.
import { makeAdmitTenant } from '@layan/application/tenant/admit-tenant';
import { pageHeaders } from '@layan/http/page-headers';
import { isFromOwnPage } from '@layan/http/same-origin';
import { tenantFromHost } from '@layan/http/tenant-from-host';
import { Hono } from 'hono';
import { fault, formTooOld, notFound, say } from './answer.tsx';
import type { PortalContext, PortalEnv, PortalParts } from './env.ts';
import { siteOf } from './present/site.ts';
import { pagesOf, type Room, roomOf } from './rooms/rooms.ts';
import { assetRoutes, plainAssetRoutes } from './routes/assets.ts';

export function createPortal(parts: PortalParts): Hono {
  const rooms = new Map<Room, Promise<Hono<PortalEnv>>>();
  const open = (room: Room) => {
    const opened = rooms.get(room) ?? createRoom(parts, room);
    rooms.set(room, opened);
    return opened;
  };
  const app = new Hono();
  app.all('*', async (c) => (await open(roomOf(c.req.path))).fetch(c.req.raw, c.env));
  return app;
}

/** Every room has the same doors. */
async function createRoom(parts: PortalParts, room: Room): Promise<Hono<PortalEnv>> {
  const pages = await pagesOf(room);
  const scripts = room === 'verify' ? parts.verifyScripts() : undefined;
  const app = new Hono<PortalEnv>();
  app.use(parts.requestLog.middleware());
  app.use(async (c, next) => {
    c.set('secure', parts.secure);
    c.set('formTargets', []);
    if (scripts) c.set('verifyScripts', scripts);
    await next();
    const headers = pageHeaders({ formTargets: c.get('formTargets'), secure: parts.secure });
    for (const [name, value] of Object.entries(headers)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  });
  plainAssetRoutes(app);
  app.use(async (c, next) => (await admit(c, parts)) ?? next());
  app.use(async (c, next) => {
    const own = c.req.method !== 'POST' || isFromOwnPage(c.req.raw.headers, c.get('origin'));
    return own ? next() : formTooOld(c);
  });
  assetRoutes(app);
  pages(app);
  app.notFound(notFound);
  app.onError((error, c) => {
    parts.requestLog.broken(c, error);
    return fault(c);
  });
  return app;
}

/** Finds the tenant of the host and opens its ports; answers itself when there is none to open. */
async function admit(c: PortalContext, parts: PortalParts): Promise<Response | undefined> {
  const slug = tenantFromHost(c.req.header('host'), parts.portalDomain);
  if (slug === undefined) return nobodyHere(c);
  const ports = parts.open(slug);
  const admitted = await makeAdmitTenant(ports)();
  if (!admitted.ok) return admitted.error.code === 'tenant-suspended' ? closed(c) : nobodyHere(c);
  c.set('ports', ports);
  c.set('tenant', admitted.value);
  c.set('site', siteOf(admitted.value));
  c.set('origin', `${parts.secure ? 'https' : 'http'}://${slug}.${parts.portalDomain}`);
  return undefined;
}

const nobodyHere = (c: PortalContext) =>
  say(c, 404, {
    title: 'Tidak ada layanan di alamat ini',
    sentences: [
      'Periksa ejaan alamat yang Anda ketik.',
      'Alamat layanan berbentuk nama kota atau kabupaten, misalnya kota-nama atau kab-nama, di depan nama situs.',
    ],
  });

const closed = (c: PortalContext) =>
  say(c, 503, {
    title: 'Layanan ini sedang ditutup sementara',
    sentences: [
      'Berkas yang sudah Anda kirim tetap tersimpan dan aman.',
      'Silakan datang ke loket dinas, atau coba lagi nanti.',
    ],
  });
