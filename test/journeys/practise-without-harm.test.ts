// The practice space: opened by the manager, entered by a clerk, and nothing of it is ever real.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { wrongWith } from '../page-check.ts';
import { choose, press, saved, signIn } from '../people/clerk.ts';

const port = inject('port');
const console = `http://console.localhost:${port}`;
const practicePortal = `http://kota-probolinggo--latihan.localhost:${port}/`;
let browser: Browser;
let manager: Page;
let loket: Page;
let ticket: string;

beforeAll(async () => {
  browser = await openBrowser();
  manager = await signIn(await openContext(browser), console, 'Manajer Layanan');
  loket = await signIn(await openContext(browser), console, 'Petugas Loket');
});
afterAll(() => browser.close());

const enter = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Latihan' }).click();
  await page.getByRole('button', { name: 'Masuk ruang latihan' }).click();
  await page.getByRole('complementary', { name: 'Ruang latihan' }).waitFor();
};

describe('the practice space', () => {
  it('has no door for citizens before it is opened', async () => {
    const page = await (await openContext(browser, { viewport: phone, javaScript: false })).newPage();
    await page.goto(practicePortal);
    expect(await page.locator('main').innerText()).toContain('Ruang latihan sedang tertutup');
  });

  it('is opened by the manager with invented people in it', async () => {
    await manager.getByRole('link', { name: 'Latihan' }).click();
    await manager.getByRole('button', { name: 'Buka ruang latihan' }).click();
    await manager.getByText(/Ruang latihan siap: \d+ permohonan karangan/).waitFor();
    expect(await wrongWith(manager)).toEqual([]);
  });

  it('says on every page that nothing is real, at the desk and at the portal', async () => {
    await enter(loket);
    await loket.getByRole('link', { name: /Warga Latihan 1/ }).waitFor();
    expect(await wrongWith(loket)).toEqual([]);
    const page = await (await openContext(browser, { viewport: phone })).newPage();
    // A function that knew the space as closed looks again within a quarter of a minute.
    let text = '';
    for (let tries = 0; tries < 20 && !text.includes('Semua data di sini karangan'); tries += 1) {
      if (tries > 0) await page.waitForTimeout(2_000);
      await page.goto(practicePortal);
      text = await page.locator('body').innerText();
    }
    expect(text).toContain('Semua data di sini karangan');
    expect(await wrongWith(page)).toEqual([]);
  });

  it('lets a claim go its way there', async () => {
    const row = loket.getByRole('link', { name: /Warga Latihan 1/ }).first();
    ticket = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z*~$=]/.exec(await row.innerText())?.[0] ?? '';
    await row.click();
    await choose(loket, 'Terima berkas');
    await press(loket, 'Terima berkas');
    await saved(loket);
    expect(ticket).not.toBe('');
  });

  it('leaves the real inbox as it was, and its tickets lead nowhere outside', async () => {
    await press(loket, 'Keluar dari ruang latihan');
    await loket.getByRole('heading', { level: 1, name: 'Kotak masuk' }).waitFor();
    expect(await loket.getByRole('complementary', { name: 'Ruang latihan' }).count()).toBe(0);
    expect(await loket.locator('main').innerText()).not.toContain('Warga Latihan');
    await loket.getByRole('textbox', { name: 'Cari nomor tiket' }).fill(ticket);
    await loket.keyboard.press('Enter');
    await loket
      .getByText(/tidak ditemukan|belum ditemukan|tidak ada/i)
      .first()
      .waitFor();
  });

  it('is closed at will: whoever is inside is told, and finds the way out', async () => {
    await enter(loket);
    await manager.getByRole('button', { name: 'Tutup ruang latihan' }).click();
    await manager.getByText('Ruang latihan ditutup.').waitFor();
    // What another instance knew of the open space is forgotten within a quarter of a minute.
    let told = '';
    for (let tries = 0; tries < 20 && !told.includes('Ruang latihan sedang tertutup'); tries += 1) {
      if (tries > 0) await loket.waitForTimeout(2_000);
      await loket.reload();
      await loket.getByRole('button').first().waitFor();
      told = await loket.locator('body').innerText();
    }
    expect(told).toContain('Ruang latihan sedang tertutup');
    await press(loket, 'Keluar dari ruang latihan');
    await loket.getByRole('heading', { level: 1, name: 'Kotak masuk' }).waitFor();
  }, 90_000);
});
