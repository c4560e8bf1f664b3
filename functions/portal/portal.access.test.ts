// Every route of the portal, asked by browsers that hold nothing, something altered, and what is another's.
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { aTenant, OTHER_TENANT } from '@layan/testing/builders/a-tenant';
import type { FormBrowser } from '@layan/testing/form-browser';
import { Hono } from 'hono/tiny';
import { describe, expect, it } from 'vitest';
import type { PortalEnv } from './env.ts';
import { aCard } from './fixtures/a-card.ts';
import { ANSWERS, begin, file, TYPED, ticketOf } from './fixtures/a-citizen.ts';
import { aPortal } from './fixtures/a-portal.ts';
import { type PageOf, pageAccess } from './fixtures/page-access.ts';

const ownCookies = (browser: FormBrowser): ReadonlyMap<string, string> => new Map(browser.cookies);

/** One citizen has filed and opened the file, another one is filling in; and a third did so in another tenant. */
async function aStreet() {
  const portal = await aPortal();
  await portal.settle(aTenant({ id: OTHER_TENANT, agencies: portal.tenant.agencies }));
  const filed = await file(portal);
  const receipt = ticketOf(filed);
  await filed.send('Lihat berkas saya');
  const filling = await begin(portal);
  await filling.send('Simpan dan lanjutkan', { ...ANSWERS.applicant });
  const neighbour = portal.newBrowser(OTHER_TENANT);
  await neighbour.open(`/layanan/${portal.standard.id}`);
  await neighbour.send('Ajukan sekarang');
  return {
    ...{ portal, receipt },
    cookies: { filed: ownCookies(filed), filling: ownCookies(filling), neighbour: ownCookies(neighbour) },
  };
}

const street = await aStreet();
const { portal, receipt, cookies } = street;
const KEY = 'kunci-peramban-uji-12';

const token = (): string => {
  const salt = 'garam-uji';
  return `${salt}.${createHash('sha256').update(`form\n${salt}\n${KEY}`).digest('base64url')}`;
};

const samples: Readonly<Record<string, string>> = {
  standard: portal.standard.id,
  page: 'applicant',
  requirement: 'head-id-card',
  document: 'z'.repeat(26),
  id: 'z'.repeat(26),
  ticket: '0000-0000-0',
  form: 'data',
  version: '1',
  product: 'bestari-card',
  year: '2026',
};

const pathOf = (route: string, more: Readonly<Record<string, string>> = {}): string =>
  route.replace(
    /:(\w+)(\{[^}]*\}[^/]*)?/g,
    (_all, name: string) => more[name] ?? samples[name] ?? 'kartu-000000000000.js',
  );

interface Seen {
  readonly status: number;
  readonly bytes: string;
  readonly html: string;
}

/** What chance makes on every page anew, and what the visitor typed. */
const plain = (text: string, typed: readonly string[]): string =>
  typed
    .reduce((rest, word) => rest.replaceAll(word, '…'), text)
    .replace(/value="[\w-]+\.[\w-]{43}"/g, 'value="token"')
    .replace(/(__Host-kunci=)[^;]+/g, '$1key');

async function visit(
  route: string,
  held: ReadonlyMap<string, string> = new Map(),
  {
    typed = {},
    params = {},
  }: { typed?: Readonly<Record<string, string>>; params?: Readonly<Record<string, string>> } = {},
): Promise<Seen> {
  const [method = '', path = ''] = route.split(' ');
  const origin = portal.host(portal.tenant.id);
  const cookie = [...held, ['__Host-kunci', KEY]].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await portal.answer(
    new Request(`${origin}${pathOf(path, params)}`, {
      method,
      headers: {
        ...{ host: new URL(origin).host, cookie },
        ...(method === 'POST' && { origin, 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(method === 'POST' && { body: new URLSearchParams({ ...typed, _token: token() }).toString() }),
    }),
  );
  const html = await response.text();
  const words = [...Object.values(typed), ...Object.values(params)].filter((word) => word !== '');
  const headers = [...response.headers].filter(([name]) => name !== 'date').sort();
  return {
    status: response.status,
    html,
    bytes: plain(JSON.stringify({ status: response.status, headers, html }).replaceAll('\\"', '"'), words),
  };
}

/** The last letter of each is another one. */
const altered = (held: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(
    [...held].map(([name, value]) => [name, `${value.slice(0, -1)}${value.endsWith('1') ? '2' : '1'}`]),
  );

const without = (held: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...held].filter(([name]) => name !== '__Host-kunci'));

const kindOf: ReadonlyMap<string, PageOf> = new Map(Object.entries(pageAccess));

const routesOf = (...kinds: readonly PageOf[]): readonly string[] =>
  Object.entries(pageAccess).flatMap(([route, of]) => (kinds.includes(of) ? [route] : []));

/** Everything of the tenant, to see that nothing was changed. */
const written = (): string =>
  JSON.stringify(portal.platform.open(portal.tenant.id).table, (_key, value: unknown) =>
    value instanceof Map ? [...value] : value,
  );

describe('the routes of the portal', () => {
  it('have each a line that says whose they are, and every line is a route', async () => {
    const folder = new URL('./rooms/', import.meta.url);
    const found: string[] = [];
    for (const file of (await readdir(folder)).filter((name) => name !== 'rooms.ts')) {
      const room = file.replace(/\.ts$/, '');
      const { pages }: { pages: (app: Hono<PortalEnv>) => void } = await import(`./rooms/${room}.ts`);
      const app = new Hono<PortalEnv>();
      pages(app);
      found.push(
        ...app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
      );
    }
    expect(found.toSorted()).toEqual(Object.keys(pageAccess).toSorted());
  });
});

describe.each(routesOf('filing', 'case'))('%s', (route) => {
  const mine = without(kindOf.get(route) === 'case' ? cookies.filed : cookies.filling);

  it('is the same page to who holds nothing, something altered, and what is of another tenant', async () => {
    const before = written();
    const nothing = await visit(route);
    expect([403, 404]).toContain(nothing.status);
    // A cookie that opens nothing is taken away; of who has none, none is.
    const withoutDrop = ({ bytes }: Seen) =>
      bytes.replace(/\["set-cookie","__Host-(berkas|permohonan)=;[^"]*"\],?/g, '');
    for (const held of [altered(mine), without(cookies.neighbour)])
      expect(withoutDrop(await visit(route, held))).toBe(withoutDrop(nothing));
    for (const secret of [receipt.ticket, receipt.secret, TYPED.name, TYPED.nik])
      expect(nothing.html).not.toContain(secret);
    expect(written()).toBe(before);
  });
});

describe('what another case has', () => {
  it('is not opened from within one’s own: letters, scans and copies are there or not, nothing between', async () => {
    const other = await file(portal);
    const { ticket } = ticketOf(other);
    const { table } = portal.platform.open(portal.tenant.id);
    const foreignCase = table.statuses.get(ticket)?.status.caseId ?? '';
    const document =
      [...table.documents.entries()].find(([caseId]) => caseId === foreignCase)?.[1][0]?.id ?? '';
    expect(document).not.toBe('');
    const { product } = await aCard(portal, 7);
    const filed = without(cookies.filed);
    const pairs = [
      ['GET /berkas/surat/:id', { id: product.id }],
      ['GET /berkas/hak/salinan/:ticket/:form', { ticket }],
      ['GET /berkas/lengkapi/:requirement/diperiksa/:document', { document }],
    ] as const;
    for (const [route, params] of pairs)
      expect(plain((await visit(route, filed, { params })).bytes, [])).toBe(
        plain(
          (
            await visit(route, filed, {
              params: Object.fromEntries(Object.keys(params).map((name) => [name, samples[name] ?? ''])),
            })
          ).bytes,
          [],
        ),
      );
    const filling = without(cookies.filling);
    const scan = 'GET /permohonan/berkas/:requirement/diperiksa/:document';
    expect((await visit(scan, filling, { params: { document } })).bytes).toBe(
      (await visit(scan, filling, { params: { document: samples.document ?? '' } })).bytes,
    );
  });
});

/** Nothing is there yet that a mark could be bound to; where the browser says another site, they are refused as well. */
const withoutSession = new Set(['POST /lacak', 'POST /layanan/:standard/ajukan', 'POST /periksa']);

describe.each(routesOf('begins', 'filing', 'case').filter((route) => route.startsWith('POST')))(
  '%s',
  (route) => {
    it('takes nothing from another site', async () => {
      const before = written();
      const origin = portal.host(portal.tenant.id);
      const [, path = ''] = route.split(' ');
      const all = [...cookies.filed, ...cookies.filling];
      for (const from of [
        { origin: 'https://jahat.example' },
        { origin: 'null' },
        { origin, 'sec-fetch-site': 'cross-site' },
        { origin: portal.host(OTHER_TENANT), 'sec-fetch-site': 'same-site' },
      ]) {
        const response = await portal.answer(
          new Request(`${origin}${pathOf(path)}`, {
            method: 'POST',
            headers: {
              ...{
                host: new URL(origin).host,
                cookie: all.map(([name, value]) => `${name}=${value}`).join('; '),
              },
              ...{ 'content-type': 'application/x-www-form-urlencoded', ...from },
            },
            body: '_token=x',
          }),
        );
        expect(response.status).toBe(403);
        expect(await response.text()).toContain('Halaman terlalu lama terbuka');
      }
      expect(written()).toBe(before);
    });

    if (!withoutSession.has(route))
      it('takes nothing without the mark of this browser, also from a browser too old to say where it comes from', async () => {
        const before = written();
        const site = portal.host(portal.tenant.id);
        const [, path = ''] = route.split(' ');
        const held = [...cookies.filed, ...cookies.filling].filter(([name]) => name !== '__Host-kunci');
        const forged = `garam.${'A'.repeat(43)}`;
        const asks: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
          ['', [['__Host-kunci', KEY]]],
          [`_token=${forged}`, [['__Host-kunci', KEY]]],
          [`_token=${token()}`, [['__Host-kunci', 'kunci-peramban-lain']]],
          [`_token=${token()}`, []],
        ];
        for (const [body, key] of asks)
          for (const from of [{ origin: site }, {}]) {
            const cookie = [...held, ...key].map(([name, value]) => `${name}=${value}`).join('; ');
            const form = { 'content-type': 'application/x-www-form-urlencoded' };
            const headers = { host: new URL(site).host, cookie, ...form, ...from };
            const response = await portal.answer(
              new Request(`${site}${pathOf(path)}`, { method: 'POST', headers, body }),
            );
            expect([route, body, response.status]).toEqual([route, body, 403]);
          }
        expect(written()).toBe(before);
      });
  },
);
