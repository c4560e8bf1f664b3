import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { wrongWith } from '../page-check.ts';
import { type Citizen, citizen, type Receipt } from '../people/citizen.ts';
import { signIn } from '../people/clerk.ts';
import { dayFromNow, file, keyIn } from '../people/intake.ts';
import { type Office, office } from '../people/office.ts';

const port = inject('port');
const portal = `http://kota-kupang.localhost:${port}/`;
const console = `http://console.localhost:${port}`;
const NAME = 'Warga Uji Tatap Muka';

let browser: Browser;
let page: Page;
let kupang: Office;
let guest: Citizen;
let receipt: Receipt;

beforeAll(async () => {
  browser = await openBrowser();
  page = await signIn(await openContext(browser), console, 'Penerima Tamu Kupang');
  kupang = office(browser, port);
  guest = citizen(await (await openContext(browser, { viewport: phone })).newPage(), portal);
});
afterAll(() => browser.close());

describe('a guest who complains face to face', () => {
  it('shows an identity that nobody keeps, and is written into the book as of when they came', async () => {
    await keyIn(page, {
      channel: 'Tatap muka di kantor',
      answers: {
        complainantKind: 'person',
        complainantName: NAME,
        wantsToSee: 'anyone',
        topic: 'aid',
        story: 'Bantuan keluarga uji belum sampai.',
      },
    });
    await page.getByRole('button', { name: 'Simpan dan cetak tanda terima' }).click();
    await page.getByText(/Isi paling sedikit satu/).waitFor();
    await page.getByLabel('Nomor HP').fill('0812 0000 9001');
    await page.getByLabel(/^Sudah ditunjukkan/).check();
    await page.getByRole('radio', { name: 'KTP' }).check();
    await page.getByLabel('Diterima di kertas lebih dahulu').check();
    await page.getByLabel('Tanggal diterima').fill(dayFromNow(-5));
    await page.getByLabel(/^Jam diterima/).fill('09:00');
    expect(await wrongWith(page)).toEqual([]);
    receipt = await file(page);
  });

  it('waits longer than aimed at, agrees on a date, and has it as a promise', async () => {
    await kupang.work(receipt.ticket, {
      by: 'Penerima Tamu Kupang',
      outcome: 'Antar ke pejabat yang ditunjuk',
      answers: { directedBy: 'secretariat', handlingUnit: 'protection' },
    });
    const desk = await kupang.at('Petugas Pengaduan Kupang', receipt.ticket);
    await desk.getByRole('radio', { name: 'Sepakati tanggal jawaban', exact: true }).check();
    await desk.locator('[data-at="fact.agreedDate"] input').fill(dayFromNow(5));
    expect(await desk.getByText(/^Menjadi janji “/).innerText()).toMatch(/\d{4}/);
    await kupang.work(receipt.ticket, {
      by: 'Petugas Pengaduan Kupang',
      outcome: 'Sepakati tanggal jawaban',
      answers: { complaintClass: 'complaint', oversight: 'withoutOversight', agreedDate: dayFromNow(5) },
    });
    const told = await guest.track(receipt);
    expect(told).toContain('Tanggal jawaban sudah disepakati dengan Anda.');
    expect(told).toMatch(/Jawaban pada tanggal yang disepakati\s+paling lambat/);
    expect(told).toContain('Target tidak tercapai');
    expect(told).not.toContain(NAME);
  });

  it('reads the answer, says that it is enough, and the case is closed', async () => {
    await kupang.work(receipt.ticket, {
      by: 'Petugas Pengaduan Kupang',
      outcome: 'Beri jawaban',
      answers: { directAnswer: 'Bantuan uji dikirim minggu depan.' },
    });
    await guest.track(receipt);
    await guest.page.getByRole('link', { name: 'Baca jawaban kami' }).click();
    await guest.page.getByText('Bantuan uji dikirim minggu depan.').waitFor();
    await guest.page.goBack();
    await guest.page.getByRole('link', { name: 'Tanggapi jawaban' }).click();
    expect(await wrongWith(guest.page)).toEqual([]);
    await guest.page.locator('main [name=reaction][value=satisfied]').check({ force: true });
    await guest.page.getByRole('button', { name: 'Kirim tanggapan' }).click();
    await guest.page.getByText('Selesai: sudah dijawab').waitFor();
  });

  it('stands in the guest book with purpose and end, and the book can be printed', async () => {
    await page.getByRole('link', { name: 'Buku', exact: true }).click();
    await page.getByRole('link', { name: /^Buku tamu/ }).click();
    const row = page.getByRole('row').filter({ hasText: NAME }).last();
    await row.waitFor();
    expect(await row.innerText()).toContain('Petugas Pengaduan Kupang');
    expect(await row.innerText()).toContain('Dijawab');
    expect(await wrongWith(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Cetak' }).isVisible()).toBe(false);
    expect(await row.isVisible()).toBe(true);
  });
});
