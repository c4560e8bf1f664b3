import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { type Citizen, citizen, type Receipt } from '../people/citizen.ts';
import { choose, openByTicket, press, saved, signIn } from '../people/clerk.ts';
import { identity } from '../people/identities.ts';
import { aPhoto } from '../people/scan.ts';

const port = inject('port');
const portal = `http://kota-probolinggo.localhost:${port}/`;
const console = `http://console.localhost:${port}`;
let browser: Browser;
let warga: Citizen;
let loket: Page;
let receipt: Receipt;

beforeAll(async () => {
  browser = await openBrowser();
  warga = citizen(
    await (await openContext(browser, { viewport: phone, javaScript: false })).newPage(),
    portal,
  );
  receipt = await warga.file(identity(10), aPhoto);
  loket = await signIn(await openContext(browser), console, 'Petugas Loket');
});
afterAll(() => browser.close());

describe('a file that is returned', () => {
  it('lies in the inbox of the front office, with identifiers masked', async () => {
    await loket.getByRole('link', { name: new RegExp(receipt.ticket) }).click();
    await loket.getByRole('heading', { name: 'Riwayat' }).waitFor();
    const text = await loket.locator('main').innerText();
    expect(text).toContain('Warga Uji 10');
    expect(text).not.toContain(identity(10).nik);
    expect(text).toContain(identity(10).nik.slice(-4));
  });

  it('shows its scan by a link that is good for a minute', async () => {
    const picture = loket.getByRole('img', { name: 'Pindaian berkas pemohon' });
    await picture.waitFor();
    expect(
      await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBeGreaterThan(100);
    expect(await picture.getAttribute('src')).toMatch(/X-Amz-Expires=60/);
  });

  it('shows a masked number only with a reason', async () => {
    await loket.getByRole('button', { name: /^Tampilkan NIK/ }).click();
    await loket.getByLabel('Untuk keperluan apa?').fill('Mencocokkan dengan KTP.');
    await loket.getByRole('button', { name: 'Tampilkan', exact: true }).first().click();
    const digits = [...identity(10).nik].join(' ?');
    await loket.getByText(new RegExp(digits)).waitFor();
  });

  it('cannot be returned without saying what is missing, and loses nothing on the way', async () => {
    await choose(loket, 'Kembalikan untuk dilengkapi');
    await loket
      .getByLabel(/Catatan untuk pemohon/)
      .first()
      .fill('Foto kartu keluarga terpotong. Mohon foto ulang.');
    await press(loket, 'Kembalikan untuk dilengkapi');
    await loket.getByText('Tandai dahulu apa yang kurang.').first().waitFor();
    await loket.reload();
    expect(
      await loket
        .getByLabel(/Catatan untuk pemohon/)
        .first()
        .inputValue(),
    ).toContain('Foto kartu keluarga terpotong');
    await loket.getByRole('checkbox', { name: 'Kartu keluarga', exact: true }).check();
    await press(loket, 'Kembalikan untuk dilengkapi');
    await saved(loket);
  });

  it('tells the citizen what is missing, in the officer’s words', async () => {
    const text = await warga.track(receipt);
    expect(text).toContain('Kartu keluarga');
    expect(text).toContain('Foto kartu keluarga terpotong. Mohon foto ulang.');
  });

  it('is completed by the citizen and comes back to where it was', async () => {
    const { page } = warga;
    await page.goto(`${portal}berkas/lengkapi`);
    await page.getByRole('link', { name: 'Kartu keluarga' }).first().click();
    await warga.sendScan(await aPhoto(page));
    await page.goto(`${portal}berkas/lengkapi`);
    await page.locator('main form button[type=submit]').first().click();
    await page.waitForURL(/\/berkas/);
    expect(await warga.track(receipt)).toContain('Petugas loket sedang memeriksa berkas Anda.');
    await openByTicket(loket, receipt.ticket);
    await loket.getByRole('radio', { name: 'Terima berkas' }).waitFor();
  });

  it('is accepted and handed on to the back office, with the promise running', async () => {
    await choose(loket, 'Terima berkas');
    await press(loket, 'Terima berkas');
    await saved(loket);
    const backOffice = await signIn(await openContext(browser), console, 'Petugas Back Office');
    await backOffice.getByRole('link', { name: new RegExp(receipt.ticket) }).click();
    await backOffice.getByRole('heading', { name: 'Yang dapat Anda lakukan' }).waitFor();
    const janji = await backOffice.getByRole('list', { name: 'Janji layanan' }).innerText();
    expect(janji).toContain('Kartu Bestari');
    expect(janji).toMatch(/paling lambat \w+, \d+ \w+ 20\d\d/);
    expect(await warga.track(receipt)).toMatch(/paling lambat|Paling lambat/);
  });
});
