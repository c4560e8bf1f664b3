import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { wrongWith } from '../page-check.ts';
import { type Citizen, citizen, type Receipt } from '../people/citizen.ts';
import { choose, openByTicket, press, saved, signIn } from '../people/clerk.ts';
import { identity } from '../people/identities.ts';
import { type Filed, letters, registry, today } from '../people/letters.ts';
import { aPhoto } from '../people/scan.ts';
import { aloneIn } from '../turns.ts';

const port = inject('port');
const portal = `http://kota-probolinggo.localhost:${port}/`;
const console = `http://console.localhost:${port}`;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const fine = async (page: Page): Promise<void> => {
  expect(await wrongWith(page), `${await page.title()} (${page.url()})`).toEqual([]);
};

describe('the portal', () => {
  let page: Page;
  let warga: Citizen;
  let receipt: Receipt;

  beforeAll(async () => {
    page = await (await openContext(browser, { viewport: phone })).newPage();
    warga = citizen(page, portal);
  });

  it.each([
    '',
    'layanan/ultpk',
    'layanan/ultpk/dokumen',
    'lacak',
    'privasi',
    'bantuan',
    'periksa',
    'periksa/luring',
    'v/tidak-ada',
    'tidak-ada',
  ])('can be used by everybody at /%s', async (path) => {
    await page.goto(`${portal}${path}`);
    await fine(page);
  });

  it('can be used by everybody on every page of filing, also where something is to be mended', async () => {
    await warga.begin();
    await page.locator('main form button[type=submit]').first().click();
    await page.waitForLoadState();
    await fine(page);
    while (new URL(page.url()).pathname.startsWith('/permohonan/') && !/berkas|periksa/.test(page.url())) {
      await fine(page);
      await warga.answerOne(identity(30));
    }
    while (page.url().includes('/permohonan/berkas/')) {
      await fine(page);
      await warga.sendScan(await aPhoto(page));
      await fine(page);
      await warga.goOn();
    }
    await fine(page);
    receipt = await warga.submit();
    await fine(page);
  }, 300_000);

  it('can be used by everybody when following, completing and withdrawing', async () => {
    await warga.track({ ...receipt, secret: '00000-00000' });
    await fine(page);
    await warga.track(receipt);
    await fine(page);
    const clerk = await signIn(await openContext(browser), console, 'Petugas Loket');
    await openByTicket(clerk, receipt.ticket);
    await choose(clerk, 'Kembalikan untuk dilengkapi');
    await clerk.getByRole('checkbox', { name: 'Kartu keluarga', exact: true }).check();
    await clerk.getByLabel(/Catatan untuk pemohon/).fill('Mohon foto ulang.');
    await press(clerk, 'Kembalikan untuk dilengkapi');
    await saved(clerk);
    for (const path of ['berkas', 'berkas/lengkapi', 'berkas/batalkan']) {
      await page.goto(`${portal}${path}`);
      await fine(page);
    }
  }, 300_000);
});

describe('the console', () => {
  const at = async (page: Page, path: string, heading: string): Promise<void> => {
    await page.goto(`${console}${path}`);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page.waitForLoadState('networkidle');
  };

  it('can be used by everybody before signing in', async () => {
    const page = await (await openContext(browser)).newPage();
    await page.goto(console);
    await page.getByRole('button', { name: /^Petugas Loket/ }).waitFor();
    await fine(page);
  });

  it('can be used by everybody in the inbox and in a case, also where something is to be mended', async () => {
    const warga = citizen(await (await openContext(browser, { viewport: phone })).newPage(), portal);
    const { ticket } = await warga.file(identity(31), aPhoto);
    const page = await signIn(await openContext(browser), console, 'Petugas Loket');
    await page.getByRole('link', { name: new RegExp(ticket) }).waitFor();
    await fine(page);

    await page.getByRole('link', { name: new RegExp(ticket) }).click();
    await page.getByRole('img', { name: /^Pindaian/ }).waitFor();
    await fine(page);

    await page.getByRole('button', { name: /^Tampilkan NIK/ }).click();
    await page.getByText('Mengakhiri lebih awal').click();
    await page.getByText('Mengapa langkah lain belum bisa').click();
    await choose(page, 'Kembalikan untuk dilengkapi');
    await press(page, 'Kembalikan untuk dilengkapi');
    await page.getByText('Tandai dahulu apa yang kurang.').first().waitFor();
    await fine(page);

    await page.getByRole('checkbox', { name: 'Kartu keluarga', exact: true }).check();
    await page
      .getByLabel(/Catatan untuk pemohon/)
      .first()
      .fill('Mohon foto ulang.');
    await press(page, 'Kembalikan untuk dilengkapi');
    await saved(page);
    await fine(page);

    await page.getByRole('button', { name: 'Bantuan papan ketik' }).click();
    await page.getByRole('dialog').waitFor();
    await fine(page);
  }, 300_000);

  it('can be worked with the keyboard alone: find, open, decide, hear what was done, go back', async () => {
    const warga = citizen(await (await openContext(browser, { viewport: phone })).newPage(), portal);
    const { ticket } = await warga.file(identity(33), aPhoto);
    const page = await signIn(await openContext(browser), console, 'Petugas Loket');
    const row = page.getByRole('link', { name: new RegExp(ticket) });
    await row.waitFor();
    const focused = () => page.locator(':focus');
    // Where nothing has the focus yet, nothing is chosen.
    const chosen = async () => ((await focused().count()) === 0 ? '' : focused().innerText());
    for (let presses = 0; presses < 50 && !(await chosen()).includes(ticket); presses += 1) {
      await page.keyboard.press('j');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Warga Uji 33' }).waitFor();
    expect(await focused().innerText()).toBe('Warga Uji 33');

    const tabUntil = async (name: RegExp): Promise<void> => {
      for (let presses = 0; presses < 30; presses += 1) {
        await page.keyboard.press('Tab');
        const said = await page.evaluate(() => {
          const element = document.activeElement;
          const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
          return [...labels, element].map((part) => part?.textContent ?? '').join(' ');
        });
        if (name.test(said)) return;
      }
      throw new Error(`Tab does not reach ${name}`);
    };
    await tabUntil(/Terima berkas/);
    await page.keyboard.press('Space');
    await tabUntil(/^Terima berkas/);
    await page.keyboard.press('Enter');
    await saved(page);
    await expect.poll(() => focused().innerText()).toContain('Tersimpan: Terima berkas.');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1, name: 'Kotak masuk' }).waitFor();
    await page.keyboard.press('/');
    expect(await focused().getAttribute('aria-label')).toBe('Cari nomor tiket');
  });

  it('can be used by everybody at a step with questions, and in a case that has ended', async () => {
    const warga = citizen(await (await openContext(browser, { viewport: phone })).newPage(), portal);
    const { ticket } = await warga.file(identity(32), aPhoto);
    const loket = await signIn(await openContext(browser), console, 'Petugas Loket');
    await openByTicket(loket, ticket);
    await choose(loket, 'Terima berkas');
    await press(loket, 'Terima berkas');
    await saved(loket);
    const page = await signIn(await openContext(browser), console, 'Petugas Back Office');
    await openByTicket(page, ticket);
    await choose(page, 'Catat hasil pemeriksaan');
    await page.getByRole('radio', { name: 'Terdaftar', exact: true }).check();
    await fine(page);
    await choose(page, 'Tutup: keluarga sudah memegang kartu');
    await page.getByLabel(/Catatan untuk pemohon/).fill('Kartu keluarga ini masih berlaku.');
    await press(page, 'Tutup: keluarga sudah memegang kartu');
    await saved(page);
    await fine(page);
  }, 300_000);

  it('can be used by everybody where there is nothing to do, and where an address leads nowhere', async () => {
    // Nobody of these journeys lives in her kecamatan.
    const page = await signIn(await openContext(browser), console, 'Fasilitator Wonoasih');
    await page.getByText('Belum ada tugas.').waitFor();
    await fine(page);
    await at(page, '/tidak-ada', 'Halaman ini tidak ada');
    await fine(page);
    await at(page, '/berkas/tidak-ada', 'Berkas belum dapat dibuka');
    await fine(page);
  });

  it('can be used by everybody who manages staff and standards', async () => {
    const page = await signIn(await openContext(browser), console, 'Manajer Layanan');
    await at(page, '/petugas', 'Petugas');
    await fine(page);
    await page.getByRole('button', { name: 'Undang petugas' }).click();
    await page.getByRole('button', { name: 'Kirim undangan' }).click();
    await page.getByText('Pilih paling sedikit satu peran.').waitFor();
    await fine(page);
    await page.getByRole('button', { name: 'Urungkan' }).click();
    await page.getByRole('button', { name: 'Ubah Fasilitator Lapangan' }).click();
    await page.getByRole('combobox', { name: /^Wilayah kerja/ }).fill('kadem');
    await page.getByRole('option', { name: 'Kecamatan Kademangan', exact: true }).click();
    // The list of places stays open for the next one, where it was opened, until the field is left.
    await page.keyboard.press('Tab');
    await fine(page);
    await at(page, '/standar', 'Standar pelayanan');
    await fine(page);
    await at(page, '/standar/pustaka', 'Pustaka nasional');
    await fine(page);
    await page.getByRole('link', { name: /contoh nasional/ }).click();
    await page.getByLabel('Kode layanan').waitFor();
    await fine(page);
    await at(page, '/standar', 'Standar pelayanan');
    await page
      .getByRole('link', { name: /^Versi 1/ })
      .and(page.locator('[href^="/standar/ultpk/"]'))
      .click();
    await page.getByRole('heading', { level: 1, name: /Kartu Bestari/ }).waitFor();
    await page.getByText(/tafsir sudah dikonfirmasi/).click();
    await page.getByRole('button', { name: 'Tarik layanan ini' }).click();
    await fine(page);
    await page.getByText('Baca, cetak, atau unduh').click();
    const document = page.frameLocator('iframe[title="Dokumen resmi"]');
    await document.getByRole('heading', { level: 1, name: /Unit Layanan Terpadu/ }).waitFor();
    await document.getByRole('heading', { name: 'Bagan alur', exact: true }).waitFor();
    await fine(page);
    await page.getByRole('button', { name: 'Lembar SIPPN' }).click();
    await page.frameLocator('iframe[title="Lembar SIPPN"]').getByText('Waktu Penyelesaian').waitFor();
    await page.getByRole('button', { name: 'Bagan alur' }).click();
    await page.getByText('Bagan alur dalam kata-kata').click();
    await fine(page);
  }, 300_000);
});

describe('letters', () => {
  aloneIn('kota-pekalongan');
  const pekalongan = letters(port);
  let filed: Filed;
  let waiting: Filed;

  beforeAll(async () => {
    filed = await pekalongan.file(601);
    await pekalongan.work('loket', filed.ticket, ['check-registry', 'accept'], registry('listed'));
    waiting = await pekalongan.toSignature(602);
    await pekalongan.prepared('kadis', waiting.ticket);
  });

  it('can be drafted, signed one by one and together by everybody', async () => {
    const loket = await signIn(await openContext(browser), console, 'Loket Pekalongan');
    await openByTicket(loket, filed.ticket);
    await loket.getByText('Konsep sesuai isian.').waitFor();
    await fine(loket);

    const kadis = await signIn(await openContext(browser), console, 'Kadis Pekalongan');
    await kadis.getByRole('checkbox', { name: new RegExp(waiting.ticket) }).check();
    await fine(kadis);
    await kadis.getByRole('link', { name: /^Periksa dan tanda tangani/ }).click();
    await kadis
      .getByRole('button', { name: /^Lihat surat/ })
      .first()
      .click();
    await kadis.getByTitle(/nomor/).waitFor();
    await fine(kadis);
    await openByTicket(kadis, waiting.ticket);
    await choose(kadis, 'Tanda tangani');
    await kadis.getByText('Pilih penanda tangan lain').click();
    await kadis.getByText('dipilih sekarang').waitFor();
    await fine(kadis);
    await kadis.getByRole('button', { name: 'Tanda tangani (segel dinas)' }).click();
    await saved(kadis);
    await fine(kadis);
    for (const [path, words] of [
      [`/buku/keluar/surat-keluar/${today().slice(0, 4)}`, /^Surat keluar/],
      [`/buku/keluar/surat-keluar/${today().slice(0, 4)}/${today().slice(5, 7)}`, /urat keluar/],
      ['/tidak-di-tempat', /idak di tempat/],
    ] as const) {
      await kadis.goto(`${console}${path}`);
      await kadis.getByRole('heading', { level: 1, name: words }).waitFor();
      await kadis.waitForLoadState('networkidle');
      await fine(kadis);
    }
  }, 300_000);

  it('are set up by everybody who manages the agency', async () => {
    const page = await signIn(await openContext(browser), console, 'Manajer Pekalongan');
    await page.goto(`${console}/surat-dinas`);
    await page.getByRole('radio', { name: /^Sertifikat elektronik/ }).check();
    await fine(page);
  }, 300_000);

  it('are read, downloaded and checked by everybody', async () => {
    const own = `http://kota-pekalongan.localhost:${port}/`;
    const phones = await openBrowser({ serviceWorkers: true });
    const page = await (await openContext(phones, { viewport: phone })).newPage();
    await citizen(page, own).track(waiting);
    await page.getByRole('link', { name: /^Unduh Surat Rekomendasi/ }).waitFor();
    await fine(page);
    await page.getByRole('link', { name: /^Lihat yang dibaca orang/ }).click();
    await page.getByRole('heading', { name: 'Punya berkas PDF surat ini?' }).waitFor();
    await fine(page);
    await phones.close();
  }, 300_000);
});
