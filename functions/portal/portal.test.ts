import type { Standard } from '@layan/domain/standard/standard';
import { pengesahanPbiJk } from '@layan/standards/kab-lumajang/pengesahan-pbi-jk';
import { vervalPbiJk } from '@layan/standards/kab-lumajang/verval-pbi-jk';
import { aTenant, OTHER_TENANT, TENANT } from '@layan/testing/builders/a-tenant';
import { FormBrowser } from '@layan/testing/form-browser';
import { describe, expect, it } from 'vitest';
import { begin, file, SAVE, ticketOf } from './fixtures/a-citizen.ts';
import { aPortal } from './fixtures/a-portal.ts';

describe('the host', () => {
  it.each([
    ['a tenant that is not there', 'https://kab-tiada.layan.example'],
    ['no tenant at all', 'https://layan.example'],
    ['a foreign domain', 'https://kota-contoh.example'],
  ])('that names %s gets a friendly page that knows nothing', async (_what, origin) => {
    const portal = await aPortal();
    const browser = await new FormBrowser(portal.answer, origin).open('/');
    expect(browser.status).toBe(404);
    expect(browser.heading).toBe('Tidak ada layanan di alamat ini');
    expect(browser.text).not.toContain('Kota Contoh');
    const style = await new FormBrowser(portal.answer, origin).open('/aset/polos.css');
    expect(style.status).toBe(200);
  });

  it('alone decides the tenant: no header, path or parameter does', async () => {
    const portal = await aPortal();
    await portal.settle(
      aTenant({ id: OTHER_TENANT, name: 'Kabupaten Contoh', governmentName: 'Pemerintah Kabupaten Contoh' }),
    );
    const browser = portal.newBrowser(OTHER_TENANT);
    await browser.request('GET', `${portal.host(OTHER_TENANT)}/?tenant=${TENANT}`, undefined, {
      'x-forwarded-host': `${TENANT}.layan.example`,
      'x-tenant': TENANT,
    });
    expect(browser.text).toContain('Pemerintah Kabupaten Contoh');
    expect(browser.text).not.toContain('Pemerintah Kota Contoh');
  });

  it('shuts one tenant’s sessions and tickets out of another', async () => {
    const portal = await aPortal();
    const agencies = portal.tenant.agencies;
    await portal.settle(aTenant({ id: OTHER_TENANT, name: 'Kabupaten Contoh', agencies }));
    const browser = await file(portal);
    const { ticket, secret } = ticketOf(browser);
    await browser.send('Lihat berkas saya');
    const other = portal.newBrowser(OTHER_TENANT);
    for (const [name, value] of browser.cookies) other.cookies.set(name, value);
    await other.open('/berkas');
    expect(other.status).toBe(403);
    await other.open('/permohonan/tanda-terima');
    expect(other.status).toBe(403);
    await other.open('/lacak');
    await other.send('Lihat berkas', { tiket: ticket, kode: secret });
    expect(other.status).toBe(422);
    expect(other.text).toContain('tidak cocok');
  });

  it('of a suspended tenant says that nothing is lost', async () => {
    const portal = await aPortal();
    await portal.settle({ ...portal.tenant, state: 'suspended' });
    const browser = await portal.newBrowser().open('/');
    expect(browser.status).toBe(503);
    expect(browser.heading).toBe('Layanan ini sedang ditutup sementara');
    expect(browser.text).toContain('tetap tersimpan dan aman');
  });
});

describe('a form from elsewhere', () => {
  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another tenant', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://kab-contoh.layan.example' }],
  ])('is refused: %s', async (_what, headers) => {
    const portal = await aPortal();
    const browser = await begin(portal);
    const body = new URLSearchParams([...browser.form(SAVE).values, ['applicantName', 'X']]);
    await browser.request('POST', '/permohonan/applicant', body, headers);
    expect(browser.status).toBe(403);
    expect(browser.heading).toBe('Halaman terlalu lama terbuka');
    const start = portal.newBrowser();
    await start.request(
      'POST',
      `${portal.host(TENANT)}/layanan/ultpk/ajukan`,
      new URLSearchParams(),
      headers,
    );
    expect(start.status).toBe(403);
    expect(start.cookies.size).toBe(0);
  });

  it('is refused without the token of the session, or with another session’s', async () => {
    const portal = await aPortal();
    const browser = await begin(portal);
    const stranger = await begin(portal);
    const foreign = stranger.form(SAVE).values.get('_token') ?? '';
    for (const token of ['', 'x', foreign]) {
      const body = new URLSearchParams({ _token: token, applicantName: 'X', relationToHead: 'self' });
      await browser.request('POST', '/permohonan/applicant', body);
      expect(browser.status).toBe(403);
    }
    await browser.open('/permohonan/applicant');
    expect(browser.html).not.toContain('value="X"');
  });

  it('is refused, and is no fault of ours, when its token is of other letters', async () => {
    const portal = await aPortal();
    const browser = await begin(portal);
    const [salt = '', hash = ''] = (browser.form(SAVE).values.get('_token') ?? '').split('.');
    const _token = `${salt}.${'é'.repeat(hash.length)}`;
    await browser.request('POST', browser.path, new URLSearchParams({ _token }));
    expect(browser.status).toBe(403);
  });

  it('carries another token on every page, so that nothing can be guessed from its compressed size', async () => {
    const browser = await begin(await aPortal());
    const first = browser.form(SAVE).values.get('_token');
    await browser.open('/permohonan/applicant');
    expect(browser.form(SAVE).values.get('_token')).not.toBe(first);
  });

  it('that is far too large is not read', async () => {
    const browser = await begin(await aPortal());
    const body = new URLSearchParams({ applicantName: 'x'.repeat(200_000) });
    await browser.request('POST', '/permohonan/applicant', body);
    expect(browser.status).toBe(413);
  });
});

describe('cookies', () => {
  it('are out of reach of scripts, other sites and other hosts', async () => {
    const browser = await file(await aPortal());
    await browser.send('Lihat berkas saya');
    expect(browser.setCookies.length).toBeGreaterThan(3);
    for (const line of browser.setCookies) {
      expect(line).toMatch(/^__Host-(permohonan|berkas|kunci)=/);
      expect(line).toMatch(/; HttpOnly/);
      expect(line).toMatch(/; Secure/);
      expect(line).toMatch(/; SameSite=Lax/);
      expect(line).not.toMatch(/; Domain/i);
    }
  });

  it('work without TLS on one machine', async () => {
    const browser = await begin(await aPortal({ secure: false }));
    expect(browser.path).toBe('/permohonan/applicant');
    for (const line of browser.setCookies) expect(line).not.toMatch(/; Secure/);
  });

  it('are not set by looking around', async () => {
    const browser = (await aPortal()).newBrowser();
    for (const path of ['/', '/layanan/ultpk', '/layanan/ultpk/dokumen', '/privasi', '/bantuan', '/lacak']) {
      await browser.open(path);
    }
    expect(browser.setCookies).toEqual([]);
  });
});

describe('assets', () => {
  const assetsOn = (browser: FormBrowser) => [
    ...new Set([...browser.html.matchAll(/"(\/aset\/[^"]+)"/g)].map(([, path]) => path ?? '')),
  ];

  it('are kept for good under the name of their content', async () => {
    const portal = await aPortal();
    const paths = assetsOn(await portal.newBrowser().open('/'));
    expect(paths).toHaveLength(3);
    for (const path of paths) {
      const asset = await portal.newBrowser().open(path);
      expect(asset.status).toBe(200);
      expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
  });

  it('are served under an old name without being kept there', async () => {
    const browser = (await aPortal()).newBrowser();
    await browser.open('/aset/gaya-000000000000.css');
    expect(browser.status).toBe(200);
    expect(browser.headers.get('cache-control')).toBe('no-cache');
    await browser.open('/aset/lain-000000000000.css');
    expect(browser.status).toBe(404);
  });

  it('wear the colour of the tenant', async () => {
    const portal = await aPortal();
    await portal.settle(aTenant({ branding: { accent: '#7a1f3d' } }));
    const browser = await portal.newBrowser().open('/');
    const style = assetsOn(browser).find((path) => path.endsWith('.css')) ?? '';
    expect((await portal.newBrowser().open(style)).html).toContain(':root{--accent:#7a1f3d}');
  });

  it('show a lettered seal without a crest, and any crest as a sealed picture', async () => {
    const portal = await aPortal();
    const crest = async () => {
      const browser = await portal.newBrowser().open('/');
      return portal.newBrowser().open(assetsOn(browser).find((path) => path.endsWith('.svg')) ?? '');
    };
    expect((await crest()).html).toContain('>KC</text>');
    const picture = 'data:image/png;base64,iVBORw0KGgo=';
    await portal.settle(aTenant({ branding: { accent: '#0b5c8a', crest: picture } }));
    const own = await crest();
    expect(own.html).toContain(`href="${picture}"`);
    expect(own.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
    expect(own.headers.get('content-security-policy')).toContain('sandbox');
  });
});

describe('a fault on our side', () => {
  it('gives a reference for the office, the same as in the log, and nothing else', async () => {
    const portal = await aPortal();
    portal.platform.open(TENANT).standards.list = async () => {
      throw new Error('Warga Uji Satu is in this message');
    };
    const browser = await portal.newBrowser().open('/');
    expect(browser.status).toBe(500);
    expect(browser.heading).toBe('Layanan sedang terganggu');
    const reference = /Kode rujukan: ([0-9A-F]{8})/.exec(browser.text)?.[1] ?? '-';
    expect(portal.lines.join().toUpperCase()).toContain(`"REQUESTID":"${reference}`);
    expect(browser.html).not.toContain('Warga Uji Satu');
  });
});

describe('the standard', () => {
  it('of a batch is work of the agency and offered to nobody, while that of its lines is', async () => {
    const offered = async (standard: Standard) =>
      (await (await aPortal({ standard })).newBrowser().open('/')).text.includes(standard.shortTitle);
    expect(await offered(pengesahanPbiJk)).toBe(false);
    expect(await offered(vervalPbiJk)).toBe(true);
  });

  it('is shown as a citizen needs it, and offered for filing', async () => {
    const portal = await aPortal();
    const browser = await portal.newBrowser().open('/');
    await browser.follow(portal.standard.shortTitle);
    expect(browser.heading).toBe(portal.standard.shortTitle);
    for (const heading of [
      'Yang perlu disiapkan',
      'Langkahnya',
      'Berapa lama',
      'Biaya',
      'Yang Anda terima',
      'Bila layanan tidak sesuai',
    ]) {
      expect(browser.text).toContain(heading);
    }
    expect(browser.text).toContain('Belum ditetapkan Apa artinya?');
    expect(browser.text).toContain('3 hari kerja');
    expect(browser.text).toContain('Bunyi standar: “Kartu Pendalungan : 3 (tiga) hari”');
  });

  it('is shown whole: every sentence of every component, spelling kept', async () => {
    const portal = await aPortal();
    const browser = await portal.newBrowser().open(`/layanan/${portal.standard.id}/dokumen`);
    expect(browser.text).toContain('Memuat 14 dari 14 komponen');
    for (const { title, sentences } of portal.standard.components) {
      expect(browser.text).toContain(title.replace(/\s+/g, ' '));
      for (const { text } of sentences) expect(browser.text).toContain(text.replace(/\s+/g, ' '));
    }
  });

  it('has its flowchart as picture and in words, its readings apart, under the letterhead', async () => {
    const portal = await aPortal();
    const { html, text } = await portal.newBrowser().open(`/layanan/${portal.standard.id}/dokumen`);
    expect(html).toContain('<svg class="isi"');
    for (const { label } of portal.standard.process.steps) expect(text).toContain(`: ${label}.`);
    for (const { statement } of portal.standard.readings) expect(text).toContain(statement);
    expect(text).toContain('Bukan bagian dari naskah resmi.');
    expect(html).toContain(`<p class="pemerintah">${portal.tenant.governmentName}</p>`);
    expect(/<button[^>]* data-print[^>]*>Cetak dokumen</.test(html)).toBe(true);
  });

  it('brings the look of the document with it, kept for good', async () => {
    const portal = await aPortal();
    const browser = await portal.newBrowser().open(`/layanan/${portal.standard.id}/dokumen`);
    const path = /\/aset\/naskah-[0-9a-f]{12}\.css/.exec(browser.html)?.[0] ?? '';
    const style = await portal.newBrowser().open(path);
    expect(style.html).toContain('@page bagan');
    expect(browser.html).not.toMatch(/ style=/);
  });

  it.each(['/layanan/tidak-ada', '/layanan/..%2Fx', '/layanan/tidak-ada/dokumen'])(
    'that does not exist is not found: %s',
    async (path) => {
      const browser = await (await aPortal()).newBrowser().open(path);
      expect(browser.status).toBe(404);
    },
  );
});
