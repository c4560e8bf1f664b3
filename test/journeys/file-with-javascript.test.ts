import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { desk, openBrowser, openContext } from '../browser.ts';
import { type Citizen, citizen } from '../people/citizen.ts';
import { identity } from '../people/identities.ts';
import { aDisguisedPage, aPhoto } from '../people/scan.ts';

const portal = `http://kota-probolinggo.localhost:${inject('port')}/`;
let browser: Browser;
let warga: Citizen;
const refused: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  const page = await (await openContext(browser, { viewport: desk })).newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(error.message));
  warga = citizen(page, portal);
});
afterAll(() => browser.close());

describe('a citizen with JavaScript', () => {
  it('is only asked what applies: a choice shows the question behind it', async () => {
    await warga.begin();
    const { page } = warga;
    await page.locator('[name=applicantName]').fill('Warga Uji 50');
    await page.locator('[name=relationToHead][value=self]').check({ force: true });
    await page.locator('main form button').first().click();
    await page.locator('[name=nikStatus]').first().waitFor({ state: 'attached' });
    expect(await page.locator('[name=nik]').isVisible()).toBe(false);
    await page.locator('[name=nikStatus][value=have]').check({ force: true });
    expect(await page.locator('[name=nik]').isVisible()).toBe(true);
  });

  it('keeps a half-filled form over going away and coming back', async () => {
    const { page } = warga;
    await page.locator('[name=nik]').fill(identity(50).nik);
    await page.locator('main form button').first().click();
    await page.goto('about:blank');
    await page.goto(`${portal}permohonan/applicant`);
    expect(await page.locator('[name=applicantName]').inputValue()).toBe('Warga Uji 50');
  });

  it('sends a scan with progress, and is told when it is no photo', async () => {
    await warga.answerQuestions(identity(50));
    expect(await warga.sendScan(aDisguisedPage)).toMatch(/JPG|PNG|PDF/);
    await warga.page.goto(`${portal}permohonan`);
    expect(await warga.sendScan(await aPhoto(warga.page))).toContain('Sudah kami terima');
  });

  it('files with two quick clicks once', async () => {
    const { page } = warga;
    await warga.goOn();
    await warga.sendScan(await aPhoto(page));
    await warga.goOn();
    await page.getByRole('button', { name: 'Kirim permohonan' }).dblclick();
    await page.waitForURL(/tanda-terima/);
    const receipt = await warga.readReceipt();
    expect(await warga.track(receipt)).toContain(receipt.ticket);
  });

  it('never met a script that its own page refused', () => {
    expect(refused).toEqual([]);
  });
});
