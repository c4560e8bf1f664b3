import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { freePort, type Layan, startLayan } from '../layan.ts';
import { type Citizen, citizen, type Receipt } from '../people/citizen.ts';
import { choose, openByTicket, press, saved, signIn } from '../people/clerk.ts';
import { identity } from '../people/identities.ts';
import { aPhoto } from '../people/scan.ts';

const TIME_IS_UP = 'Permohonan ini ditutup karena berkas belum dilengkapi dalam 30 hari';

let browser: Browser;
let layan: Layan;
let warga: Citizen;
let receipt: Receipt;

beforeAll(async () => {
  const data = await mkdtemp(join(tmpdir(), 'layan-lapse-'));
  layan = await startLayan({ port: await freePort(), data });
  browser = await openBrowser();
  const context = await openContext(browser, { viewport: phone, javaScript: false });
  warga = citizen(await context.newPage(), layan.portal('kota-probolinggo'));
  receipt = await warga.file(identity(41), aPhoto);
});
afterAll(async () => {
  await browser.close();
  await layan.stop();
  await rm(layan.data, { recursive: true, force: true });
});

describe('a file that nobody completes', () => {
  it('is returned to the citizen, who has thirty days', async () => {
    const loket = await signIn(await openContext(browser), layan.console, 'Petugas Loket');
    await openByTicket(loket, receipt.ticket);
    await choose(loket, 'Kembalikan untuk dilengkapi');
    await loket
      .getByLabel(/Catatan untuk pemohon/)
      .first()
      .fill('Foto kartu keluarga terpotong. Mohon foto ulang.');
    await loket.getByRole('checkbox', { name: 'Kartu keluarga', exact: true }).check();
    await press(loket, 'Kembalikan untuk dilengkapi');
    await saved(loket);
    await loket.close();
    const text = await warga.track(receipt);
    expect(text).toContain('Foto kartu keluarga terpotong. Mohon foto ulang.');
    expect(text).not.toContain(TIME_IS_UP);
    await layan.stop();
  });

  it('is closed by the clock when they have passed, and the citizen is told why', async () => {
    layan = await startLayan({ ...layan, daysAhead: 31 });
    const closed = async () => (await warga.track(receipt)).includes(TIME_IS_UP);
    await expect.poll(closed, { timeout: 100_000, interval: 3_000 }).toBe(true);
    const text = await warga.page.locator('main').innerText();
    expect(text).not.toContain('Lengkapi berkas');
  });
});
