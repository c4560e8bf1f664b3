import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { type Citizen, citizen } from '../people/citizen.ts';
import { identity } from '../people/identities.ts';
import { aDamagedPhoto, aDisguisedPage, aPhoto } from '../people/scan.ts';

const portal = `http://kota-probolinggo.localhost:${inject('port')}/`;
let browser: Browser;
let context: BrowserContext;
let warga: Citizen;

beforeAll(async () => {
  browser = await openBrowser();
  context = await openContext(browser, { viewport: phone, javaScript: false });
  warga = citizen(await context.newPage(), portal);
});
afterAll(() => browser.close());

describe('a citizen without JavaScript', () => {
  it('reads what the service promises before giving anything away', async () => {
    await warga.page.goto(`${portal}layanan/ultpk`);
    const text = await warga.page.locator('main').innerText();
    expect(text).toContain('Belum ditetapkan');
    expect(text).toContain('Tidak dipungut biaya');
    expect(text).toContain('Kartu keluarga');
    await warga.page.goto(`${portal}layanan/ultpk/dokumen`);
    const document = await warga.page.locator('main').innerText();
    expect(document).toContain('menjamin bahwa tidak ada masyarakat yang mempunyai 2 kartu');
    expect(document).toContain('14');
  });

  it('gets a clear word on a wrong NIK, and finds what was typed still there', async () => {
    await warga.begin();
    const { page } = warga;
    await page.locator('[name=applicantName]').fill('Warga Uji 1');
    await page.locator('[name=relationToHead][value=self]').check({ force: true });
    await page.locator('main form button').first().click();
    await page.locator('[name=nikStatus][value=have]').check({ force: true });
    await page.locator('[name=nik]').fill('3574010032');
    await page.locator('main form button').first().click();
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/16/);
    expect(await page.locator('[name=nik]').inputValue()).toBe('3574010032');
    expect(page.url()).not.toContain('3574010032');
  });

  it('sends scans straight to storage, and hears what is wrong with a bad one', async () => {
    const { page } = warga;
    await warga.answerQuestions(identity(1));
    expect(page.url()).toContain('/permohonan/berkas/');
    expect(await warga.sendScan(aDisguisedPage)).toMatch(/JPG|PNG|PDF/);
    await page.goto(`${portal}permohonan`);
    expect(await warga.sendScan(await aDamagedPhoto(page))).not.toContain('Sudah kami terima');
    await page.goto(`${portal}permohonan`);
    expect(await warga.sendScan(await aPhoto(page))).toContain('Sudah kami terima');
    await warga.goOn();
    expect(await warga.sendScan(await aPhoto(page))).toContain('Sudah kami terima');
    await warga.goOn();
    expect(page.url()).toContain('/permohonan/periksa');
  });

  it('gets a receipt, and the same one when the form is sent twice', async () => {
    const { page } = warga;
    const twin = await context.newPage();
    await twin.goto(page.url());
    const receipt = await warga.submit();
    await twin.getByRole('button', { name: 'Kirim permohonan' }).click();
    await twin.waitForURL(/tanda-terima/);
    expect(await citizen(twin, portal).readReceipt()).toEqual(receipt);
    await twin.close();
    await page.goto(`${portal}permohonan/tanda-terima`);
    expect(await warga.readReceipt()).toEqual(receipt);

    const text = await warga.track(receipt);
    expect(text).toContain('Petugas loket sedang memeriksa berkas Anda.');
    expect(page.url()).not.toContain(receipt.secret);
  });

  it('learns nothing by guessing: an unknown ticket and a wrong secret read alike', async () => {
    const receipt = await citizen(
      await openContext(browser, { viewport: phone, javaScript: false }).then((fresh) => fresh.newPage()),
      portal,
    ).file(identity(2), aPhoto);
    const page = await (await openContext(browser, { viewport: phone, javaScript: false })).newPage();
    const guest = citizen(page, portal);
    const wrongSecret = await guest.track({ ...receipt, secret: '00000-00000' });
    const unknown = await guest.track({ ticket: '0000-0000-0', secret: receipt.secret });
    expect(wrongSecret).not.toContain('Petugas loket');
    expect(unknown).toBe(wrongSecret);
  });
});
