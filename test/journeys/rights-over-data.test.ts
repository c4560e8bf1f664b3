// A citizen asks for a copy of their own data from the page of their case, on a phone without JavaScript; the officer grants
// it at the console; the citizen saves it, and reads who opened their number.
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { forget } from '../errands.ts';
import { wrongWith } from '../page-check.ts';
import { type Citizen, citizen, type Receipt } from '../people/citizen.ts';
import { openByTicket, press, signIn } from '../people/clerk.ts';
import { identity } from '../people/identities.ts';
import { aPhoto } from '../people/scan.ts';

const port = inject('port');
const portal = `http://kota-probolinggo.localhost:${port}/`;
const console = `http://console.localhost:${port}`;
const who = identity(61);
let browser: Browser;
let warga: Citizen;
let receipt: Receipt;
let officer: Page;

beforeAll(async () => {
  browser = await openBrowser();
  const context = await openContext(browser, { viewport: phone, javaScript: false });
  warga = citizen(await context.newPage(), portal);
  receipt = await warga.file(who, aPhoto);
});
afterAll(() => browser.close());

const follow = (page: Page, name: string) =>
  Promise.all([page.waitForNavigation(), page.getByRole('link', { name }).first().click()]);

describe('the rights over one’s own data', () => {
  it('somebody at the counter opens the number in full, with a reason', async () => {
    const loket = await signIn(await openContext(browser), console, 'Petugas Loket');
    await openByTicket(loket, receipt.ticket);
    await loket.getByRole('button', { name: /^Tampilkan NIK/ }).click();
    await loket.getByLabel('Untuk keperluan apa?').fill('Mencocokkan dengan KTP.');
    await loket.getByRole('button', { name: 'Tampilkan', exact: true }).first().click();
    await loket.getByText(new RegExp([...who.nik].join(' ?'))).waitFor();
  });

  it('the citizen reads who opened it, and asks for a copy', async () => {
    await warga.track(receipt);
    const { page } = warga;
    await follow(page, 'Hak Anda atas data pribadi');
    expect(await page.locator('main').innerText()).toMatch(/Membuka NIK.*secara penuh, oleh/);
    await page.getByRole('radio', { name: /^Salinan data saya/ }).check();
    await page.getByLabel('Penjelasan').fill('Saya ingin tahu isi berkas saya.');
    await Promise.all([
      page.waitForNavigation(),
      page.getByRole('button', { name: 'Kirim permintaan' }).click(),
    ]);
    const text = await page.locator('main').innerText();
    expect(text).toContain('Permintaan Anda sudah kami terima');
    expect(text).toMatch(/menunggu jawaban, sisa (3 hari|2 hari 23 jam)/);
  });

  it('the officer sees what waits and by when, and grants it', async () => {
    officer = await signIn(await openContext(browser), console, 'PPDP Probolinggo');
    await officer.getByRole('link', { name: 'Pelindungan data', exact: true }).click();
    const row = officer.getByRole('link', { name: /Salinan data/ }).first();
    await row.getByText(/^sisa /).waitFor();
    await row.click();
    await officer.getByText('Saya ingin tahu isi berkas saya.').waitFor();
    await press(officer, 'Kirim jawaban');
    await officer.getByText('Pilih salah satu.').waitFor();
    await officer.getByRole('radio', { name: /^Kabulkan/ }).check();
    await press(officer, 'Kirim jawaban');
    await officer.getByText('Permintaan dikabulkan.').waitFor();
    expect(await officer.locator('main').innerText()).toContain('Petugas tidak membukanya.');
  });

  it('the citizen saves the copy, with everything of the case in it', async () => {
    await warga.track(receipt);
    const { page } = warga;
    await follow(page, 'Hak Anda atas data pribadi');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Unduh salinan data' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^salinan-data-.*\.html$/);
    const saved = await readFile(await download.path(), 'utf8');
    expect(saved).toContain(who.name);
    expect(saved.replaceAll(' ', '')).toContain(who.nik);
    expect(saved).toContain('Membuka NIK');
  });

  it('the officer states who answers for data, and the notice says so in a new version', async () => {
    await officer.goto(`${console}/data-pribadi/ketentuan`);
    await officer.getByLabel('Nama pejabat pelindungan data pribadi').fill('Pejabat Uji Satu');
    await officer.getByLabel('Cara menghubunginya').fill('ppdp@probolinggo.example');
    await press(officer, 'Simpan sebagai versi baru');
    await officer.getByText('Ketentuan baru tersimpan').waitFor();
    const { page } = warga;
    await page.goto(portal);
    await page
      .getByRole('link', { name: /Kartu Bestari/ })
      .first()
      .click();
    // Profiles are remembered for a quarter of a minute.
    await forget(port);
    await follow(page, 'Cara kami menjaga data Anda');
    expect(await page.locator('main').innerText()).toContain('Pejabat Uji Satu');
  });

  it('its pages stand on a phone and on a desk, for everybody', async () => {
    const context = await openContext(browser, { viewport: phone });
    const own = citizen(await context.newPage(), portal);
    await own.track(receipt);
    await follow(own.page, 'Hak Anda atas data pribadi');
    expect(await wrongWith(own.page)).toEqual([]);
    for (const path of [
      '/data-pribadi',
      '/data-pribadi/ketentuan',
      '/data-pribadi/retensi',
      '/data-pribadi/insiden',
    ]) {
      await officer.goto(`${console}${path}`);
      await officer.getByRole('heading', { level: 1 }).waitFor();
      await officer.waitForLoadState('networkidle');
      expect(await wrongWith(officer)).toEqual([]);
    }
  });
});
