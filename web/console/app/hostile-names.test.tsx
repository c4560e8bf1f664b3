// @vitest-environment happy-dom
// The rooms of the console that list or show what people wrote, with hostile names wherever an answer holds a text: markup is
// never interpreted, and nothing that a person wrote becomes an address, a style or a handler.
import { staffApi } from '@layan/contract/staff-api';
import { markupNames } from '@layan/domain/testing/hostile-names';
import { cleanup, render, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { anApi, Surroundings } from '../fixtures/an-api.tsx';
import { hostileAnswers } from '../fixtures/hostile-answer.ts';
import { App } from './app.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
});

/** In every place all of it: no field is spared because another name fell to it. */
const EVERYTHING = markupNames.join(' ');

const responses = new Map(
  Object.values(staffApi).map(({ path, method, response }) => [`${method} ${path}`, response]),
);

const rooms = [
  '/kotak/satu',
  '/kotak/satu/satu',
  '/berkas/satu',
  '/berkas/satu/slip',
  '/loket',
  '/usulan',
  '/buku',
  '/buku/keluar/satu/2026',
  '/buku/keluar/satu/2026/03',
  '/buku/satu/satu/kotak',
  '/buku/satu/satu/2026-03',
  '/kartu',
  '/kartu/satu',
  '/standar',
  '/standar/pustaka',
  '/jejak-audit',
  '/kalender',
  '/surat-dinas',
  '/tidak-di-tempat',
  '/petugas',
];

/** Where what is confidential or closed is shown otherwise than the rest. */
const otherwise = ['/kotak/satu', '/berkas/satu'];

it.each([...rooms.map((room) => [room, true] as const), ...otherwise.map((room) => [room, false] as const)])(
  'shows them as text: %s, %s',
  async (room, yes) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    history.replaceState(null, '', room);
    const make = hostileAnswers([EVERYTHING], yes);
    const { api } = anApi(({ path }) => make(responses.get(`GET ${path}`)));
    render(
      <Surroundings api={api}>
        <App onSignOut={() => undefined} />
      </Surroundings>,
    );
    const said = () => document.querySelector('main')?.textContent ?? '';
    // What stands around the room shows the member alone; the room is whole once nothing changes any more.
    const seen: string[] = [];
    await waitFor(
      () => {
        seen.push(document.body.innerHTML);
        expect(said()).toContain('<script>alert(1)</script>');
        expect(new Set(seen.slice(-4)).size).toBe(1);
        expect(seen.length).toBeGreaterThan(3);
      },
      { timeout: 20_000, interval: 30 },
    );
    expect(
      document.querySelectorAll('script, iframe[srcdoc], base, img[onerror], svg[onload], embed, object'),
    ).toHaveLength(0);
    const all = [...document.body.querySelectorAll('*')];
    for (const element of all)
      for (const { name, value } of element.attributes) {
        expect(name, element.outerHTML.slice(0, 200)).not.toMatch(/^on/i);
        if (['href', 'src', 'action', 'formaction', 'xlink:href'].includes(name))
          expect(value).not.toMatch(/^\s*(javascript|data:text|vbscript):|^\s*(https?:)?[/\\]{2}jahat/i);
      }
  },
);
