import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { wrongWith } from '../page-check.ts';
import { citizen } from '../people/citizen.ts';
import { choose, openByTicket, press, saved, signIn } from '../people/clerk.ts';
import { type Counter, counter } from '../people/counter.ts';
import { identity } from '../people/identities.ts';
import { aPhoto } from '../people/scan.ts';

const port = inject('port');
const portal = `http://kota-probolinggo.localhost:${port}/`;
const console = `http://console.localhost:${port}`;
/** A practised typist presses four keys a second; a clerk who also listens, one and a half. */
const SLOW_KEYS_A_SECOND = 1.5;

let browser: Browser;
let page: Page;
let clerk: Counter;
const broken: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  page = await signIn(await openContext(browser), console, 'Petugas Loket');
  page.on('pageerror', (error) => broken.push(error.message));
  clerk = counter(page);
});
afterAll(() => browser.close());

describe('a clerk with a queue in front of her', () => {
  let ticket: string;

  it('files a complete claim by keyboard alone and accepts it in the same breath, in under two minutes', async () => {
    const before = Date.now();
    await clerk.begin();
    await clerk.fillIn(identity(301));
    await clerk.press('Control+Shift+Enter');
    const receipt = await clerk.filed();
    await page.getByText(/Berkas sudah diterima/).waitFor();
    const machine = (Date.now() - before) / 1000;
    ticket = receipt.ticket;
    expect(receipt.secret).not.toBe('');
    expect(clerk.keys()).toBeLessThan(140);
    expect(clerk.keys() / SLOW_KEYS_A_SECOND).toBeLessThan(120);
    expect(machine).toBeLessThan(60);
  });

  it('gives a receipt that opens the case, with a promised moment and no number of the person', async () => {
    const slip = await page.getByRole('region', { name: 'Tanda terima permohonan' }).innerText();
    expect(slip).toContain('paling lambat');
    expect(slip).not.toMatch(/\d{16}/);
    const secret = /\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/.exec(slip)?.[0] ?? '';
    const warga = citizen(await (await openContext(browser, { viewport: phone })).newPage(), portal);
    expect(await warga.track({ ticket, secret })).toContain('Berkas Anda lengkap dan diterima.');
  });

  it('prints the slip and nothing else', async () => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Permohonan berikutnya' }).isVisible()).toBe(false);
    expect(await page.getByText(ticket).last().isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    // Hidden for a moment by this test, unlike by a real printer.
    await page.getByRole('button', { name: 'Permohonan berikutnya' }).focus();
  });

  it('gives a receipt that everybody can use', async () => {
    expect(await wrongWith(page)).toEqual([]);
    await page.getByRole('button', { name: 'Permohonan berikutnya' }).focus();
  });

  it('goes on to the next person with one key, and is told when the family is known', async () => {
    await clerk.press('Enter');
    await clerk.arrive('fact.applicantName');
    expect(await page.getByRole('textbox', { name: 'Nama lengkap pemohon' }).inputValue()).toBe('');
    await clerk.fillIn(identity(301));
    const hint = page.getByText(`Orang atau keluarga ini sudah punya berkas yang masih berjalan: ${ticket}.`);
    await hint.waitFor();
  });

  it('is a page that everybody can use, filled in or empty', async () => {
    expect(await wrongWith(page)).toEqual([]);
  });

  it('loses nothing over a reload, and finds what was left unfinished', async () => {
    await page.getByText(/^Isian tersimpan/).waitFor();
    await page.reload();
    await clerk.arrive('fact.applicantName');
    expect(await page.getByRole('textbox', { name: 'Nama lengkap pemohon' }).inputValue()).toBe(
      identity(301).name,
    );
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept).not.toContain(identity(301).nik);
    await page.goto(`${console}/loket`);
    // Whoever else works at this counter leaves forms unfinished as well.
    const unfinished = page
      .getByRole('region', { name: 'Belum selesai' })
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: identity(301).name }) });
    await unfinished.getByRole('link', { name: identity(301).name }).click();
    await page.waitForURL(/\/loket\/ultpk\/\w+/);
    await page.goto(`${console}/loket`);
    await unfinished.getByRole('button', { name: /^Buang isian/ }).click();
    await unfinished.getByRole('button', { name: 'Ya, buang' }).click();
    await unfinished.waitFor({ state: 'detached' });
  });

  it('takes a scan instead of paper, and a claim that came on paper when the power was out', async () => {
    await page.goto(`${console}/loket`);
    await clerk.arrive('fact.applicantName');
    await clerk.fillIn(identity(302));
    const paper = page.getByRole('checkbox', { name: 'Kertas diterima: Kartu keluarga' });
    await paper.uncheck();
    await page.getByLabel('Pindaian: Kartu keluarga', { exact: true }).setInputFiles(await aPhoto(page));
    await page
      .getByRole('status')
      .filter({ hasText: /^diterima$/ })
      .waitFor();
    await page.getByRole('checkbox', { name: /Diterima di kertas lebih dahulu/ }).check();
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('Tanggal diterima').fill(yesterday);
    await page.getByLabel(/Jam diterima/).fill('09:15');
    await page.keyboard.press('Control+Enter');
    const receipt = await clerk.filed();
    const slip = await page.getByRole('region', { name: 'Tanda terima permohonan' }).innerText();
    expect(slip).toContain('diterima di kertas karena listrik padam');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Terima berkas');
    await page.keyboard.press('Enter');
    await page.getByText(/Berkas sudah diterima/).waitFor();
    await openByTicket(page, receipt.ticket);
    await page
      .getByText(/diterima di kertas karena listrik padam/)
      .first()
      .waitFor();
    await page.getByText('Kertas disimpan di loket: KTP kepala keluarga.').waitFor();
  });

  it('never met a fault in the page', () => {
    expect(broken).toEqual([]);
  });

  it('lets the back office print the slip of the survey queue', async () => {
    const office = await signIn(await openContext(browser), console, 'Petugas Back Office');
    await openByTicket(office, ticket);
    await choose(office, 'Catat hasil pemeriksaan');
    await office.getByRole('radio', { name: 'Tidak terdaftar', exact: true }).check();
    await office.getByRole('radio', { name: /^DTSEN/ }).check();
    await office.getByLabel(/Data per tanggal/).fill('2026-01-31');
    const proof = office.locator('input[type=file]:not([capture])').first();
    if ((await proof.count()) > 0) {
      await proof.setInputFiles(await aPhoto(office));
      await office.getByText('Diterima', { exact: true }).first().waitFor();
    }
    await press(office, 'Catat hasil pemeriksaan');
    await saved(office);
    await office.getByRole('link', { name: 'Cetak slip antrean survei' }).click();
    const slip = office.getByRole('region', { name: 'Slip antrean survei' });
    await slip.waitFor();
    const text = await slip.innerText();
    expect(text).toContain(ticket);
    expect(text).toMatch(/urutan ke-\d+ di Kelurahan Pilang/);
    expect(text).toContain('Siapkan di rumah: KTP kepala keluarga, Kartu keluarga');
    expect(text).not.toMatch(/\d{16}/);
    expect(await wrongWith(office)).toEqual([]);
  });

  it('works on a narrow screen', async () => {
    await page.setViewportSize(phone);
    await page.goto(`${console}/loket`);
    await clerk.arrive('fact.applicantName');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(phone.width);
  });
});
