// What every answer of the portal has about it, whoever asks for what; and what people type that is no answer to a question.
import { markupNames, trickyNames } from '@layan/domain/testing/hostile-names';
import { TENANT } from '@layan/testing/builders/a-tenant';
import { describe, expect, it } from 'vitest';
import { begin, SAVE } from './fixtures/a-citizen.ts';
import { aPortal } from './fixtures/a-portal.ts';
import { pageAccess } from './fixtures/page-access.ts';

const portal = await aPortal();
const origin = portal.host(TENANT);

const ask = (path: string, method = 'GET', headers: Readonly<Record<string, string>> = {}) =>
  portal.answer(
    new Request(`${origin}${path}`, {
      method,
      headers: { host: new URL(origin).host, origin, ...headers },
      ...(method === 'POST' && { body: 'x=1' }),
    }),
  );

const protectedBy = ({ headers }: Response): void => {
  const policy = headers.get('content-security-policy') ?? '';
  for (const rule of [
    "default-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ])
    expect(policy).toContain(rule);
  expect(policy).not.toMatch(/unsafe|\*|data:|http:/);
  expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.get('permissions-policy')).toContain('camera=()');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-resource-policy')).toMatch(/^(same|cross)-origin$/);
};

const routes = Object.entries(pageAccess).map(([route, of]) => {
  const [method = '', path = ''] = route.split(' ');
  return { route, of, method, path: path.replace(/:(\w+)(\{[^}]*\}[^/]*)?/g, 'ultpk') };
});

describe('every answer', () => {
  it.each(routes)('of $route sends all protections along', async ({ method, path, of }) => {
    const answer = await ask(path, method);
    protectedBy(answer);
    const type = answer.headers.get('content-type');
    if (answer.status === 200)
      expect(type).toMatch(/charset=utf-8|^image\/|^application\/(pdf|jwk-set\+json|json)/i);
    if (of !== 'everybody') expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('location') ?? '/').toMatch(/^\/(?![/\\])/);
  });

  it.each([
    ['a page that is not there', '/tidak-ada', 'GET', {}],
    ['a path that is broken', '/%E0%A4%A', 'GET', {}],
    ['another method', '/lacak', 'PUT', {}],
    ['a form of another site', '/lacak', 'POST', { origin: 'https://jahat.example' }],
    ['a host that is nobody’s', '/', 'GET', { host: 'jahat.example' }],
  ])('to %s sends them too', async (_what, path, method, headers: Record<string, string>) => {
    protectedBy(await ask(path, method, headers));
  });

  it('to a fault of ours sends them too, and says nothing of it', async () => {
    const broken = await aPortal();
    const directory = broken.platform.open(TENANT).directory;
    for (const name of Object.keys(directory))
      Object.assign(directory, { [name]: () => Promise.reject(new Error('rahasia dalam')) });
    const answer = await broken.newBrowser().open('/');
    expect(answer.status).toBe(500);
    expect(answer.html).not.toContain('rahasia');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('a host name', () => {
  it.each([
    'jahat.example',
    'kota-contoh.layan.example.jahat.example',
    'layan.example',
    'jahat.example#kota-contoh.layan.example',
    '../kota-contoh.layan.example',
    'kota-contoh.layan.example, jahat.example',
    '"><script>.layan.example',
  ])('that is not a tenant’s opens nothing and is not repeated: %s', async (host) => {
    const answer = await ask('/', 'GET', { host });
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('jahat');
  });
});

describe('a way back', () => {
  it.each([
    '/lacak?kembali=https://jahat.example',
    '//jahat.example',
    '/\\jahat.example',
    '/permohonan?next=//jahat.example&redirect_uri=https://jahat.example',
    '/berkas/lengkapi/%2f%2fjahat.example/diperiksa/x',
    '/permohonan/%0d%0aLocation:%20https:%2f%2fjahat.example',
  ])('stays in the house: %s', async (path) => {
    const answer = await ask(path);
    expect(answer.headers.get('location') ?? '/').not.toMatch(/^(https?:)?[/\\]{2}|jahat/);
    expect(await answer.text()).not.toMatch(/href="(https?:)?\/\/jahat|url=(https?:)?\/\/jahat/);
  });
});

describe('a name that is no name', () => {
  it.each(markupNames)('is text on every page that shows it: %s', async (typed) => {
    const browser = await begin(portal);
    await browser.send(SAVE, { applicantName: typed, relationToHead: 'self' });
    for (const path of ['/permohonan/applicant', '/permohonan/periksa']) {
      await browser.open(path);
      expect(browser.html).not.toMatch(
        /<script>alert|<img src=x|<svg onload|' onmouseover='|<!--<script|<iframe|<base/,
      );
      expect(browser.text).not.toContain('49');
    }
    await browser.open('/permohonan/applicant');
    expect(browser.form(SAVE).values.get('applicantName')).toBe(typed);
  });

  it.each(trickyNames)('turns, hides and breaks nothing around it: %j', async (typed) => {
    const browser = await begin(portal);
    await browser.send(SAVE, { applicantName: typed, relationToHead: 'self' });
    for (const path of ['/permohonan/applicant', '/permohonan/periksa']) {
      await browser.open(path);
      expect(browser.status).toBe(200);
      // Nothing that turns the direction, ends a line elsewhere than we do, or speaks to a terminal.
      expect(browser.html).not.toMatch(
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
        /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\u2028\u2029\u0000\u0007\u001b\u0080-\u009f]/,
      );
      expect(browser.html).not.toMatch(/\p{M}{5}/u);
      expect(browser.html.isWellFormed()).toBe(true);
    }
  });

  it('gives no object a field that it does not have', async () => {
    const browser = await begin(portal);
    const values = [...browser.form(SAVE).values, ['__proto__', 'x'], ['constructor[prototype][roles]', 'x']];
    const body = new URLSearchParams(values.map(([name = '', value = '']) => [name, value]));
    await browser.request('POST', '/permohonan/applicant', body);
    expect(browser.status).toBeLessThan(500);
    expect(Object.hasOwn(Object.prototype, 'roles')).toBe(false);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });
});
