// The portal as a web application: host to tenant, own forms only, then the pages.
import { makeEnterPractice } from '@layan/application/practice/enter-practice';
import { makeAdmitTenant } from '@layan/application/tenant/admit-tenant';
import { ok } from '@layan/domain/kernel/result';
import { pageHeaders } from '@layan/http/page-headers';
import { isFromOwnPage } from '@layan/http/same-origin';
import { hostLabelOf, tenantFromHost } from '@layan/http/tenant-from-host';
import { Hono } from 'hono/tiny';
import { fault, formTooOld, notFound, say } from './answer.tsx';
import type { PortalContext, PortalEnv, PortalParts } from './env.ts';
import { paths } from './present/filing-way.ts';
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
  const host = tenantFromHost(c.req.header('host'), parts.portalDomain);
  if (host === undefined) return nobodyHere(c);
  const real = parts.open(host.tenant);
  const admitted = await makeAdmitTenant(real)();
  if (!admitted.ok) return admitted.error.code === 'tenant-suspended' ? closed(c) : nobodyHere(c);
  if (admitted.value.state === 'closed' && !isRead(c)) return leftForGood(c);
  const entered = host.space === 'practice' ? await makeEnterPractice(real)() : ok(real);
  if (!entered.ok) return practiceClosed(c);
  const { clock, random } = real;
  c.set('ports', { ...entered.value, clock, random });
  c.set('tenant', admitted.value);
  c.set('site', siteOf(admitted.value, host.space));
  const label = hostLabelOf(host.tenant, host.space);
  c.set('origin', `${parts.secure ? 'https' : 'http'}://${label}.${parts.portalDomain}`);
  return undefined;
}

const practiceClosed = (c: PortalContext) =>
  say(c, 404, {
    title: 'Ruang latihan sedang tertutup',
    sentences: [
      'Ruang latihan dibuka oleh manajer layanan dari meja kerja.',
      'Untuk layanan yang sesungguhnya, hapus kata “--latihan” dari alamat ini.',
    ],
  });

const nobodyHere = (c: PortalContext) =>
  say(c, 404, {
    title: 'Tidak ada layanan di alamat ini',
    sentences: [
      'Periksa ejaan alamat yang Anda ketik.',
      'Alamat layanan berbentuk nama kota atau kabupaten, misalnya kota-nama atau kab-nama, di depan nama situs.',
    ],
  });

/** One who has left is only read: by ticket and code, and put away again. */
const isRead = (c: PortalContext): boolean =>
  c.req.method !== 'POST' ||
  [paths.track, paths.open, paths.leave, paths.leaveCase].some((path) => path === c.req.path);

const leftForGood = (c: PortalContext) =>
  say(c, 403, {
    title: 'Layanan di alamat ini sudah berakhir',
    sentences: [
      'Berkas Anda masih dapat dibaca di sini untuk sementara. Simpan tanda terima dan unduh surat Anda.',
      'Untuk permohonan baru dan perubahan, silakan datang ke loket atau hubungi dinas.',
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
