import { InstantText } from '@layan/domain/kernel/ids';
import { KeySet } from '@layan/domain/product/public-key';
import { verifyCard } from '@layan/domain/product/verify-card';
import { standingOfCard, verifyStatusList } from '@layan/domain/product/verify-status';
import { aTenant, OTHER_TENANT, TENANT } from '@layan/testing/builders/a-tenant';
import { staffIdOf } from '@layan/testing/builders/ids';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { aCard, HOLDER } from './fixtures/a-card.ts';
import { type APortal, aPortal } from './fixtures/a-portal.ts';

let portal: APortal;
const unknown = 'z'.repeat(26);

beforeAll(async () => {
  portal = await aPortal();
  await portal.settle(
    aTenant({ id: OTHER_TENANT, name: 'Kabupaten Contoh', agencies: portal.tenant.agencies }),
  );
});

const get = async (path: string, of = TENANT) => {
  const url = new URL(path, portal.host(of));
  return portal.answer(new Request(url, { headers: { host: url.host } }));
};

describe('the page of a card', () => {
  it.each([
    ['active', 'Berlaku'],
    ['provisional', 'Berlaku sementara'],
    ['suspended', 'Ditangguhkan'],
    ['revoked', 'Dicabut'],
    ['expired', 'Tidak berlaku lagi'],
    ['returned', 'Dikembalikan'],
  ] as const)('says first, in words, that a card is %s', async (state, words) => {
    const { path } = await aCard(portal, 1, state);
    const browser = await portal.newBrowser().open(path);
    expect(browser.status).toBe(200);
    expect(browser.heading).toBe('Kartu Uji');
    expect(/notice-title">([^<]+)/.exec(browser.html)?.[1]).toBe(words);
  });

  it('tells number, issuer, dates and since when', async () => {
    const until = InstantText.parse('2027-02-04T02:00:00.000Z');
    const { path } = await aCard(portal, 2, 'active', { validUntil: until });
    const { text } = await portal.newBrowser().open(path);
    for (const told of [
      '000002/2026',
      'Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak, Pemerintah Kota Contoh',
      'Tanggal terbit Rabu, 4 Februari 2026',
      'Berlaku sampai Kamis, 4 Februari 2027',
      'Sejak Rabu, 4 Februari 2026.',
    ]) {
      expect(text).toContain(told);
    }
  });

  it('shows of its holder the initials, and nothing else of the person', async () => {
    const { path, product } = await aCard(portal, 3);
    const { html, headers } = await portal.newBrowser().open(path);
    expect(html).toContain('W••• U••• S•••');
    for (const word of ['Warga', 'Satu']) expect(html).not.toContain(word);
    if (product.origin.kind === 'case') expect(html).not.toContain(product.origin.caseId);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(html).toContain('<meta name="robots" content="noindex"/>');
  });

  it('calls a card expired from the moment it is, also before anybody wrote so', async () => {
    const until = InstantText.parse('2026-02-04T01:59:59.000Z');
    const { path } = await aCard(portal, 4, 'active', { validUntil: until });
    const { text } = await portal.newBrowser().open(path);
    expect(text).toContain('Tidak berlaku lagi');
    expect(text).toContain('sudah habis masa berlakunya');
  });

  it('opens by its id as people type it', async () => {
    const { product } = await aCard(portal, 5);
    const browser = await portal.newBrowser().open('/periksa');
    const typed = product.id
      .toUpperCase()
      .replace(/(.{4})/g, '$1 ')
      .trim();
    await browser.send('Periksa kartu atau surat', { kode: typed });
    expect(browser.path).toBe(`/v/${product.id}`);
    expect(browser.status).toBe(200);
  });

  it('reads the register once, and nothing else', async () => {
    const { path } = await aCard(portal, 6);
    const asked: string[] = [];
    const counted = await aPortal({
      watch: (store, member) => asked.push(`${store}.${member}`),
    });
    const card = await aCard(counted, 6);
    asked.length = 0;
    await counted.newBrowser().open(card.path);
    expect(path).toBe(card.path);
    expect(asked.filter((call) => !call.startsWith('directory.'))).toEqual(['products.find', 'vault.open']);
  });
});

describe('a card of the practice space', () => {
  it('is never said to hold, on a page of its own space alone', async () => {
    const practising = await aPortal();
    const at = practising.clock.now();
    const by = { id: staffIdOf(1), name: 'Petugas Uji 1' };
    await practising.platform
      .open(TENANT)
      .practice.save({ generation: 1, state: 'open', since: at, by }, undefined);
    const { product, path } = await aCard(practising, 30);
    const space = await practising.platform.open(TENANT).openPractice(1);
    const listed = vi.spyOn(space.products, 'find').mockImplementation(async () => product);
    const host = practising.host(TENANT).replace(`${TENANT}.`, `${TENANT}--latihan.`);
    const answer = await practising.answer(
      new Request(`${host}${path}`, { headers: { host: new URL(host).host } }),
    );
    const html = await answer.text();
    expect(listed).toHaveBeenCalledWith(product.id);
    expect(/class="notice (\w+)"/.exec(html)?.[1]).toBe('attention');
    expect(html).toContain('Kartu latihan');
    expect(html).not.toContain('boleh dipakai.');
    expect(html).not.toContain('data-holds');
  });
});

describe('a card that is not there', () => {
  it('gets one and the same answer, whatever is wrong with its id', async () => {
    const { product } = await aCard(portal, 7);
    const answers = await Promise.all(
      [
        get(`/v/${unknown}`),
        get('/v/x'),
        get('/v/%00%3Cscript%3E'),
        get(`/v/${product.id.slice(1)}0`),
        get(`/v/${product.id}`, OTHER_TENANT).then(async (foreign) => {
          const html = (await foreign.text()).replaceAll('Kabupaten Contoh', 'Kota Contoh');
          return new Response(html.replace(/\/aset\/[^"]+/g, ''), foreign);
        }),
      ].map(async (answer) => {
        const { status, headers } = await answer;
        const html = (await (await answer).text()).replace(/\/aset\/[^"]+/g, '');
        return { status, html, cache: headers.get('cache-control') };
      }),
    );
    const [first] = answers;
    expect(first).toMatchObject({ status: 404, cache: 'no-store' });
    expect(first?.html).toContain('Kartu atau surat ini tidak tercatat');
    for (const other of answers) expect(other).toEqual(first);
  });

  it('is not found by number or name', async () => {
    const { product } = await aCard(portal, 8);
    const browser = await portal.newBrowser().open('/periksa');
    for (const kode of [product.number, HOLDER, '']) {
      await browser.open('/periksa');
      await browser.send('Periksa kartu atau surat', { kode });
      expect(browser.status).toBe(422);
      expect(browser.text).toContain('Kode belum lengkap atau salah ketik');
    }
  });
});

describe('the published keys and lists', () => {
  it('verify what is printed, for any site that asks', async () => {
    const { code } = await aCard(portal, 9, 'suspended');
    const keys = await get('/.well-known/jwks.json');
    expect(keys.headers.get('access-control-allow-origin')).toBe('*');
    expect(keys.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(keys.headers.get('cache-control')).toBe('public, max-age=300');
    const set = KeySet.parse(await keys.json());
    const reading = await verifyCard(code, set);
    expect(reading.ok).toBe(true);
    if (!reading.ok) return;
    const path = `/status/${reading.card.status.list}`;
    const list = await get(path);
    expect(list.headers.get('content-type')).toBe('application/statuslist+jwt');
    expect(list.headers.get('access-control-allow-origin')).toBe('*');
    const told = await verifyStatusList(await list.text(), set);
    expect(told.ok && standingOfCard(reading.card, told.list, `${portal.host(TENANT)}${path}`)).toBe(
      'suspended',
    );
  });

  it('are not there for unknown names, which are all alike', async () => {
    const bodies = await Promise.all(
      ['/status/dinas.tiada/2026', '/status/x/y', '/status/dinas-uji.card/1999'].map(async (path) => {
        const answer = await get(path);
        expect(answer.status).toBe(404);
        expect(answer.headers.get('content-type')).toBe('application/problem+json');
        return answer.text();
      }),
    );
    expect(new Set(bodies).size).toBe(1);
    expect(JSON.parse(bodies[0] ?? '')).toMatchObject({ status: 404, code: 'status-list-not-found' });
  });

  it('belong to one local government each', async () => {
    await aCard(portal, 10);
    expect(await (await get('/.well-known/jwks.json', OTHER_TENANT)).json()).toEqual({ keys: [] });
  });
});

describe('what a phone keeps for times without a network', () => {
  it('is the page, its parts and the lists of this local government, nothing of any person', async () => {
    const { product } = await aCard(portal, 11);
    const index: { parts: string[]; lists: string[] } = await (await get('/periksa/daftar.json')).json();
    expect(index.lists).toEqual([`/status/${product.agency}.card/2026`]);
    for (const path of ['/periksa/luring', ...index.parts, ...index.lists]) {
      const answer = await get(path);
      expect(answer.status, path).toBe(200);
      expect(await answer.text(), path).not.toContain(HOLDER);
    }
    const shell = await (await get('/periksa/luring')).text();
    for (const [, path] of shell.matchAll(/(?:src|href)="(\/(?:aset|periksa\/kartu)[^"]+)"/g)) {
      expect(index.parts).toContain(path);
    }
  });

  it('is served by a worker that may stand before the pages of cards, and is asked for anew', async () => {
    const worker = await get('/periksa/pekerja.js');
    expect(worker.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(worker.headers.get('service-worker-allowed')).toBe('/');
    expect(worker.headers.get('cache-control')).toBe('no-cache');
    expect(worker.headers.get('content-security-policy')).toContain("connect-src 'self'");
  });

  it('serves the script of yesterday’s page without keeping it under that name', async () => {
    const old = await get('/periksa/kartu-0123456789ab.js');
    expect(old.status).toBe(200);
    expect(old.headers.get('cache-control')).toBe('no-cache');
  });
});
