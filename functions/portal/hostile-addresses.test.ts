// Addresses that nobody's page leads to, at every route of the portal, asked by who holds a filing and an opened file: none is a
// fault of ours, none leads out of the house.
import { createHash } from 'node:crypto';
import type { FormBrowser } from '@layan/testing/form-browser';
import { describe, expect, it } from 'vitest';
import { begin, file, ticketOf } from './fixtures/a-citizen.ts';
import { aPortal } from './fixtures/a-portal.ts';
import { work } from './fixtures/an-officer.ts';
import { pageAccess } from './fixtures/page-access.ts';

const KEY = 'kunci-peramban-uji-12';
const token = `x.${createHash('sha256').update(`form\nx\n${KEY}`).digest('base64url')}`;

const hostile = [
  '%00',
  '%0d%0a',
  '%0d%0aLocation:%20https:%2f%2fjahat.example',
  '%ff',
  '%E0%A4%A',
  '%ED%A0%80',
  '\ud800',
  '..%2f..%2f',
  '%2f%2fjahat.example',
  '%5c%5cjahat.example',
  '__proto__',
  'a'.repeat(5000),
];

const portal = await aPortal();
const filed = await file(portal);
const { ticket, secret } = ticketOf(filed);
const missing = { requirements: ['family-card'], facts: ['familyCardNumber'] };
await work(portal, { step: 'initial-verification', outcome: 'return', note: 'Foto terpotong.', missing });
const opened = portal.newBrowser();
await opened.open('/lacak');
await opened.send('Lihat berkas', { tiket: ticket, kode: secret });
const cookiesOf = ({ cookies }: FormBrowser) => [...cookies].filter(([name]) => name !== '__Host-kunci');
const held = [...cookiesOf(await begin(portal)), ...cookiesOf(opened), ['__Host-kunci', KEY]];
const cookie = held.map((pair) => pair.join('=')).join('; ');
const origin = portal.host(portal.tenant.id);

const samples = new Map([
  ['standard', portal.standard.id],
  ['page', 'applicant'],
  ['requirement', 'family-card'],
]);
const fill = (path: string, name: string, value: string): string =>
  path.replace(/:(\w+)(\{[^}]*\}[^/]*)?/g, (_all, param: string) =>
    param === name ? value : (samples.get(param) ?? 'z'.repeat(26)),
  );

const ask = async (method: string, address: string) => {
  const headers = { host: new URL(origin).host, origin, cookie };
  const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
  const response = await portal.answer(
    method === 'POST'
      ? new Request(`${origin}${address}`, { method, headers: form, body: `_token=${token}` })
      : new Request(`${origin}${address}`, { headers }),
  );
  return { status: response.status, location: response.headers.get('location') ?? '/' };
};

const calm = async (method: string, addresses: readonly string[]) => {
  for (const address of addresses) {
    const { status, location } = await ask(method, address);
    expect([address, status < 500]).toEqual([address, true]);
    expect([address, location]).toEqual([address, expect.stringMatching(/^\/(?![/\\])/)]);
  }
};

const routes = Object.keys(pageAccess).map((route) => {
  const [method = '', path = ''] = route.split(' ');
  return { route, method, path, params: [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name) };
});

describe('an address that nobody leads to', () => {
  it('is asked by somebody who holds what opens', async () => {
    expect((await ask('GET', '/permohonan/applicant')).status).toBe(200);
    expect((await ask('GET', '/berkas/lengkapi/family-card')).status).toBe(200);
  });

  it.each(routes.filter(({ params }) => params.length > 0))(
    'is no fault: $route',
    async ({ method, path, params }) => {
      for (const name of params)
        await calm(
          method,
          hostile.map((value) => fill(path, name, value)),
        );
    },
  );

  it.each(routes.filter(({ method }) => method === 'GET'))(
    'is no fault with anything behind it: $route',
    async ({ path }) => {
      const names = ['key', 'ke', 'pilih', 'tambah', 'selesai', 'terkirim'];
      const asked = hostile.map((value) => names.map((name) => `${name}=${value}`).join('&'));
      await calm(
        'GET',
        [...asked, 'ke=1e400', 'ke=-1&selesai=batal&selesai='].map(
          (query) => `${fill(path, '', '')}?${query}`,
        ),
      );
    },
  );
});
