import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { citizen } from '../people/citizen.ts';
import { choose, openByTicket, press, saved, signIn } from '../people/clerk.ts';
import { identity } from '../people/identities.ts';
import { aPhoto } from '../people/scan.ts';

const port = inject('port');
const portal = `http://kota-probolinggo.localhost:${port}/`;
const console = `http://console.localhost:${port}`;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('two people on one case at once', () => {
  it('lets the first act; the second sees what happened and keeps what was typed', async () => {
    const warga = citizen(await (await openContext(browser, { viewport: phone })).newPage(), portal);
    const { ticket } = await warga.file(identity(20), aPhoto);
    const first = await signIn(await openContext(browser), console, 'Petugas Loket');
    const second = await signIn(await openContext(browser), console, 'Petugas Loket');
    for (const page of [first, second]) await openByTicket(page, ticket);

    await choose(second, 'Kembalikan untuk dilengkapi');
    await second.getByRole('checkbox', { name: 'Kartu keluarga', exact: true }).check();
    await second
      .getByLabel(/Catatan untuk pemohon/)
      .first()
      .fill('Mohon foto ulang.');
    await choose(first, 'Terima berkas');
    await press(first, 'Terima berkas');
    await saved(first);

    await press(second, 'Kembalikan untuk dilengkapi');
    const notice = second.getByText(/Sementara Anda mengisi, Petugas Loket/);
    await notice.waitFor();
    expect(await notice.innerText()).toContain('isian Anda masih ada');
    await second.getByText('Terima berkas').first().waitFor();
  });

  it('does not show a step to somebody without the role, and says whose it is', async () => {
    const warga = citizen(await (await openContext(browser, { viewport: phone })).newPage(), portal);
    const { ticket } = await warga.file(identity(21), aPhoto);
    const backOffice = await signIn(await openContext(browser), console, 'Petugas Back Office');
    await openByTicket(backOffice, ticket);
    const text = await backOffice.locator('main').innerText();
    expect(text).toContain('Saat ini tidak ada langkah untuk Anda. Menunggu: Front Office');
    expect(await backOffice.getByRole('radio').count()).toBe(0);
  });
});
