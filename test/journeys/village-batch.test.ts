// Candidates of a village for PBI-JK: from a sheet into one batch, decided line by line, with minutes signed by pen, to the
// regency.
import { staffApi } from '@layan/contract/staff-api';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext } from '../browser.ts';
import { press, signIn } from '../people/clerk.ts';
import { aPhoto } from '../people/scan.ts';
import { candidate, village } from '../people/village.ts';
import { aWorkbook } from '../people/workbook.ts';
import { aloneIn } from '../turns.ts';

const port = inject('port');
aloneIn('kab-lumajang');
const console = `http://console.localhost:${port}`;
const lumajang = village(port);
const operator = 'operator.jatisari';
const people = [931, 932, 933, 934].map(candidate);
const refused = people[1]?.name;

let browser: Browser;
let page: Page;
let supervisor: Page;
let photo: Buffer;
let batch: string;
const tickets = new Map<string, string>();

const sheet = {
  name: 'calon.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: aWorkbook([
    ['DAFTAR CALON PBI-JK'],
    ['NO', 'NAMA', 'NIK', 'TGL LAHIR', 'JK', 'NO KK', 'ALAMAT'],
    ...people.map(({ name, nik, familyCardNumber }, at) => [
      String(at + 1),
      name,
      nik,
      at % 2 === 0 ? '5 Mei 1990' : '05/05/1990',
      at % 2 === 0 ? 'P' : 'Perempuan',
      familyCardNumber,
      `=Jalan Contoh ${at + 1}`,
    ]),
    ['5', 'Warga Uji Salah', '35081', '05/05/1990', 'P', '', 'Jalan Contoh 5'],
  ]),
};

const line = (at: Page, name: string | undefined) => at.getByRole('row').filter({ hasText: name ?? '?' });
const idOf = (name: string | undefined): string => tickets.get(name ?? '') ?? '';
const stateOf = async (name: string | undefined) => {
  const view = await lumajang.look(operator, idOf(name));
  return view.ended?.label ?? view.actions.find(({ kind }) => kind === 'step')?.label;
};
/** Until every case knows what happened in the batch. */
const told = async (): Promise<void> => {
  const call = await lumajang.as('supervisor');
  const { id: caseId } = await lumajang.look('supervisor', batch);
  await lumajang.until('The fan-out', async () => {
    const { told: news } = await call(staffApi.getBatch, { params: { caseId } });
    return news.done === news.of ? true : undefined;
  });
};

beforeAll(async () => {
  browser = await openBrowser();
  page = await signIn(await openContext(browser), console, 'Operator Jatisari Tempeh');
  photo = (await aPhoto(page)).buffer;
});
afterAll(() => browser.close());

describe('candidates of a village', () => {
  it('come from a sheet, each as a case; what cannot be read is told', async () => {
    await page.getByRole('link', { name: 'Usulan bersama' }).click();
    await page.getByText('Belum ada calon penerima yang menunggu.').waitFor();
    await page.getByRole('link', { name: 'Ambil calon penerima dari lembar kerja' }).click();
    await page.getByRole('button', { name: 'Pilih lembar kerja' }).waitFor();
    await page.locator('input[type=file]').setInputFiles(sheet);
    await page.getByRole('radio', { name: 'Tidak', exact: true }).check();
    await page.getByText('4 baris dapat diajukan, 1 baris perlu diperbaiki.').waitFor();
    await page.getByLabel('Kertas berkas-berkas ini').check();
    await page.getByLabel('Yang dibawa untuk').selectOption({ label: 'Kartu keluarga' });
    await press(page, 'Ajukan 4 calon penerima');
    await page.getByText('Selesai: 4 diajukan.').waitFor();
    const problems = page.getByRole('region', { name: 'Baris yang perlu diperbaiki' });
    expect(await problems.innerText()).toContain('16 angka');
  });

  it('come once, whatever is done with the sheet', async () => {
    await page.reload();
    await page.locator('input[type=file]').setInputFiles(sheet);
    await page.getByRole('radio', { name: 'Tidak', exact: true }).check();
    await page.getByLabel('Kertas berkas-berkas ini').check();
    await page.getByLabel('Yang dibawa untuk').selectOption({ label: 'Kartu keluarga' });
    await press(page, 'Ajukan 4 calon penerima');
    await page.getByText('Selesai: 0 diajukan, 4 sudah pernah diajukan.').waitFor();
  });

  it('are gathered into one batch for a period', async () => {
    const call = await lumajang.as(operator);
    const { rows } = await call(staffApi.listInbox, { query: { role: 'villageOperator' } });
    for (const { ticket, applicant: name } of rows) {
      if (!people.some((one) => one.name === name)) continue;
      tickets.set(name, ticket);
      await lumajang.toGathering(operator, ticket);
    }
    expect([...tickets.keys()].sort()).toEqual(people.map(({ name }) => name).sort());
    await page.goto(`${console}/usulan`);
    await press(page, 'Kumpulkan semua (4)');
    await page.getByLabel('Periode usulan').fill('November 2026');
    await press(page, 'Kumpulkan 4 calon penerima');
    await page.getByRole('heading', { name: 'Baris berkas bersama' }).waitFor();
    batch =
      (
        await page
          .getByText(/^Tiket /)
          .first()
          .innerText()
      ).match(/[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]/)?.[0] ?? '';
    expect(batch).not.toBe('');
  });

  it('are deliberated line by line; what is decided is kept at once', async () => {
    const decidedAll = '4 baris · 0 belum diputuskan · 3 layak · 1 tidak layak';
    await page.getByText('4 baris belum diputuskan.').first().waitFor();
    await line(page, refused).focus();
    await page.keyboard.press('2');
    await page.getByLabel('Alasan: Tidak layak').fill('Sudah menjadi peserta dari tempat kerja.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('4 baris · 3 belum diputuskan · 1 tidak layak').waitFor();
    await press(page, 'Tandai semua yang belum diputuskan: Layak');
    await press(page, 'Tandai 3 baris');
    await page.getByText(decidedAll, { exact: true }).waitFor();
    await page.reload();
    await page.getByText(decidedAll, { exact: true }).waitFor();
  });
});

describe('the batch of a village', () => {
  it('has minutes that are signed by pen, and is entered elsewhere', async () => {
    await lumajang.complete(operator, batch, ['deliberate', 'held'], {
      facts: {
        minutesDate: '2026-11-18',
        minutesPlace: 'Balai Desa Jatisari',
        chairName: 'Ketua Uji',
        attendeeCount: '12',
        attendees: 'Perangkat desa, BPD, ketua RT',
      },
    });
    await told();
    expect(await stateOf(refused)).toBe('Tidak diusulkan desa');
    const signature = await lumajang.signedByPen(operator, batch, photo);
    expect(signature.number).toMatch(/^400\.9\.14\/\d{3}\/BA-PBI\/[IVX]+\/\d{4}$/);
    const view = await lumajang.look(operator, batch);
    const attendance = await lumajang.bring(operator, view, 'sign-minutes', 'attendance-list', photo);
    await lumajang.complete(operator, batch, ['sign-minutes', 'signed'], {
      attachments: [attendance],
      signature,
    });
    const screen = await lumajang.bring(operator, view, 'upload', 'siks-screen', photo);
    await lumajang.complete(operator, batch, ['upload', 'uploaded'], {
      facts: { siksReference: 'SIKS-931', siksDate: '2026-11-19' },
      attachments: [screen],
    });
  });

  it('gives the list that is entered elsewhere as a workbook in which nothing calculates', async () => {
    supervisor = await signIn(await openContext(browser), console, 'Supervisor Lumajang');
    await supervisor.getByRole('link', { name: 'Usulan bersama' }).click();
    await supervisor.getByRole('listitem').filter({ hasText: batch }).getByRole('link').click();
    await line(supervisor, refused).waitFor();
    const [download] = await Promise.all([
      // A page of paper that the frame beside it cannot show is downloaded as well.
      supervisor.waitForEvent('download', (one) => !one.suggestedFilename().endsWith('.pdf')),
      press(supervisor, 'Unduh lembar kerja (dicatat)'),
    ]);
    expect(download.suggestedFilename()).toBe(`${batch}.xlsx`);
  });
});
