import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext } from '../browser.ts';
import { wrongWith } from '../page-check.ts';
import { press, signIn } from '../people/clerk.ts';
import { counter } from '../people/counter.ts';
import { type Identity, identity } from '../people/identities.ts';
import { aWorkbook } from '../people/workbook.ts';

const port = inject('port');
const console = `http://console.localhost:${port}`;
const [family, other] = [identity(910), identity(911)];
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const row = (number: string, { name, nik, familyCardNumber }: Identity, issued = '17-08-2020') => [
  number,
  'Kartu Bestari',
  name,
  nik,
  familyCardNumber,
  issued,
];

const book = {
  name: 'buku-kartu.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: aWorkbook([
    ['BUKU KARTU BESTARI'],
    ['No. Kartu', 'Jenis', 'Nama', 'NIK', 'No. KK', 'Tgl. Terbit'],
    row('LAMA/0910', family),
    row('LAMA/0911', family),
    row('LAMA/0912', other, 'tahun lalu'),
    row('LAMA/0913', other),
  ]),
};

const main = (page: Page): Promise<string> => page.locator('main').innerText();

/** Chooses the book and takes it over; gives what the page says at the end. */
async function takeOver(page: Page): Promise<string> {
  await page.goto(`${console}/kartu/impor`);
  await page.getByRole('button', { name: 'Pilih lembar kerja' }).waitFor();
  await page.locator('input[type=file]').setInputFiles(book);
  await page.getByText('3 baris terbaca, 1 baris bermasalah.').waitFor();
  await press(page, 'Ambil 4 baris');
  const said = page.getByText(/^Selesai: /);
  await said.waitFor();
  return said.innerText();
}

describe('the register an agency kept before', () => {
  it('is taken over by the manager, who settles what is left; again, it changes nothing', async () => {
    const manager = await signIn(await openContext(browser), console, 'Manajer Layanan');
    await manager.getByRole('link', { name: 'Kartu', exact: true }).click();
    await manager.getByRole('heading', { name: 'Register' }).waitFor();
    await manager.getByRole('link', { name: 'Impor buku lama' }).click();
    expect(await takeOver(manager)).toBe(
      'Selesai: 4 dari 4 baris · 2 kartu diambil · 0 sudah ada · 2 perlu dilihat',
    );

    await manager.getByRole('link', { name: 'Lihat 2 baris yang perlu dilihat' }).click();
    await manager.getByText('Keluarga ini sudah memegang Kartu Bestari nomor LAMA/0910').waitFor();
    await manager.getByText('Tanggal terbit belum terbaca.').waitFor();
    expect(await main(manager)).not.toContain(family.nik);
    await manager.getByRole('button', { name: 'Ambil sebagai tidak berlaku: baris 4' }).click();
    await manager.getByText('Baris 4 diambil sebagai tidak berlaku.').waitFor();
    await manager.getByRole('button', { name: 'Lewati: baris 5' }).click();
    await manager.getByText('Baris 5 dilewati.').waitFor();
    await manager.reload();
    await manager.getByText('diambil sebagai tidak berlaku').first().waitFor();

    expect(await takeOver(manager)).toBe(
      'Selesai: 4 dari 4 baris · 0 kartu diambil · 3 sudah ada · 1 perlu dilihat',
    );
    await manager.getByRole('link', { name: 'Kartu', exact: true }).click();
    await manager.getByLabel('Tahun').selectOption('lama');
    await manager.getByText('LAMA/0913').waitFor();
    const lines = await manager.locator('.register .card-lines > li').allInnerTexts();
    expect(lines.map((line) => line.replace(/\s+/g, ' '))).toEqual([
      expect.stringContaining('LAMA/0913 berlaku'),
      expect.stringContaining('LAMA/0911 dicabut'),
      expect.stringContaining('LAMA/0910 berlaku'),
    ]);
  });

  it('is known at the counter: the family’s claim is told of the card, until it is given back', async () => {
    const page = await signIn(await openContext(browser), console, 'Petugas Loket');
    const clerk = counter(page);
    await clerk.begin();
    await clerk.fillIn(family);
    await page.getByText('Keluarga ini sudah memegang Kartu Bestari LAMA/0910.').waitFor();

    const office = await signIn(await openContext(browser), console, 'Petugas Back Office');
    await office.getByRole('link', { name: 'Kartu', exact: true }).click();
    await office.getByLabel(/Nomor kartu, NIK/).fill(family.familyCardNumber);
    await press(office, 'Cari');
    expect(office.url()).not.toContain(family.familyCardNumber);
    await office.getByRole('link', { name: /Kartu Bestari nomor LAMA\/0910/ }).click();
    await office.getByRole('radio', { name: 'Catat kartu dikembalikan' }).check();
    await press(office, 'Catat kartu dikembalikan');
    await office.getByText('Tersimpan: Catat kartu dikembalikan.').waitFor();
    expect(await main(office)).toContain('dikembalikan sejak');
  });

  it('is shown on pages that everybody can use', async () => {
    const manager = await signIn(await openContext(browser), console, 'Manajer Layanan');
    for (const [path, sign] of [
      ['/kartu', 'Register'],
      ['/kartu/impor', 'Impor sebelumnya'],
    ] as const) {
      await manager.goto(`${console}${path}`);
      await manager.getByRole('heading', { name: sign }).waitFor();
      expect([path, await wrongWith(manager)]).toEqual([path, []]);
    }
    await manager.getByRole('link', { name: 'buku-kartu.xlsx' }).first().click();
    await manager.getByText('Baris 5', { exact: true }).waitFor();
    expect(await wrongWith(manager)).toEqual([]);
  });
});
