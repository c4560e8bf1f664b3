import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { wrongWith } from '../page-check.ts';
import { byApi } from '../people/by-api.ts';
import { citizen, type Receipt } from '../people/citizen.ts';
import { signIn } from '../people/clerk.ts';
import { dayFromNow, file, keyIn } from '../people/intake.ts';
import { type Office, office } from '../people/office.ts';
import { aloneIn } from '../turns.ts';

const port = inject('port');
aloneIn('kota-kupang');
const portal = `http://kota-kupang.localhost:${port}/`;
const console = `http://console.localhost:${port}`;
const SENDER = 'Lembaga Uji Bersama';
const RETURNED = 'Sebutkan tanggal penyaluran.';

let browser: Browser;
let page: Page;
let kupang: Office;
let receipt: Receipt;
const tiers = byApi(port, 'kupang.example');

beforeAll(async () => {
  browser = await openBrowser();
  page = await signIn(await openContext(browser), console, 'Sekretariat Kupang');
  kupang = office(browser, port);
});
afterAll(() => browser.close());

describe('a letter of an institution', () => {
  it('is entered with the moment of its stamp, and promised from then on', async () => {
    await keyIn(page, {
      channel: 'Surat',
      answers: {
        letterNumber: '12/UJI/2026',
        complainantKind: 'institution',
        complainantName: 'Wakil Uji',
        institutionName: SENDER,
        phone: '0812 0000 9001',
        topic: 'aid',
        story: 'Bantuan untuk warga uji belum sampai.',
      },
    });
    await page.getByLabel('Tanggal terima').fill(dayFromNow(-3));
    await page.getByLabel(/^Jam terima/).fill('10:00');
    expect(await wrongWith(page)).toEqual([]);
    receipt = await file(page);
  });

  it('goes through disposition and draft, comes back once with a note, and goes up the tiers', async () => {
    const work = (by: string, outcome: string, answers = {}, note?: string) =>
      kupang.work(receipt.ticket, { by, outcome, answers, ...(note === undefined ? {} : { note }) });
    const classified = { complaintClass: 'complaint', oversight: 'withoutOversight' };
    await tiers.work('sekretariat', receipt.ticket, ['intake', 'verified'], classified);
    await work('Kadis Kupang', 'Tugaskan pejabat', { handlingUnit: 'protection' });
    await work('Petugas Pengaduan Kupang', 'Ajukan konsep jawaban', { answerText: 'Bantuan uji dikirim.' });
    await work('Kasubid Kupang', 'Kembalikan untuk diperbaiki', {}, RETURNED);
    const desk = await kupang.at('Petugas Pengaduan Kupang', receipt.ticket);
    await desk.getByText(/^Konsep dikembalikan Kasubid Kupang/).waitFor();
    expect(await desk.locator('.returned').innerText()).toContain(RETURNED);
    await work('Petugas Pengaduan Kupang', 'Ajukan konsep jawaban', {
      answerText: 'Bantuan uji dikirim 1 Desember.',
    });
    await tiers.work('kasubid', receipt.ticket, ['correct-subdivision', 'pass']);
    await tiers.work('kabid', receipt.ticket, ['correct-division', 'pass']);
    await tiers.work('sekretaris', receipt.ticket, ['correct-secretary', 'pass']);
  });

  it('is signed by the acting head, who finds it in the inbox and says as whom', async () => {
    const desk = await kupang.at('Plt. Kepala Dinas Kupang', receipt.ticket);
    await desk.getByText('Tanda tangan', { exact: true }).first().waitFor();
    await kupang.work(receipt.ticket, { by: 'Plt. Kepala Dinas Kupang', outcome: 'Tanda tangani' });
    const history = await (await kupang.at('Sekretariat Kupang', receipt.ticket))
      .getByRole('region', { name: 'Riwayat' })
      .innerText();
    expect(history).toContain('sebagai Plt. Kepala Dinas Sosial');
    expect(history).toContain('Waktu menunggu');
  });

  it('is sent and archived; the sender reads the answer and never the note between colleagues', async () => {
    const sent = { outgoingNumber: '460/1/2026', sentBy: 'post', archiveCode: '460' };
    await tiers.work('sekretariat', receipt.ticket, ['send', 'sent'], sent);
    const sender = citizen(await (await openContext(browser, { viewport: phone })).newPage(), portal);
    const told = await sender.track(receipt);
    expect(told).toContain('Jawaban tertulis sudah kami kirim kepada Anda.');
    expect(told).not.toContain(RETURNED);
    await sender.page.getByRole('link', { name: 'Baca jawaban kami' }).click();
    await sender.page.getByText('Bantuan uji dikirim 1 Desember.').waitFor();
  });

  it('stands in the agenda, and letters of a box are entered from its opening', async () => {
    await page.getByRole('link', { name: 'Buku', exact: true }).click();
    await page.getByRole('link', { name: 'Agenda masuk: Surat' }).click();
    const row = page.getByRole('row').filter({ hasText: SENDER });
    expect(await row.first().innerText()).toContain('12/UJI/2026');
    await page.getByRole('link', { name: 'Buku', exact: true }).click();
    await page.getByRole('link', { name: 'Catatan pembukaan kotak' }).click();
    await page.getByLabel('Tanggal dibuka').fill(dayFromNow(-2));
    await page.getByLabel(/^Jam dibuka/).fill('08:00');
    await page.getByLabel('Jumlah surat').fill('2');
    await page.getByLabel('Saksi').fill('Saksi Uji');
    await page.getByRole('button', { name: 'Catat pembukaan' }).click();
    await page.getByText('2 surat, 0 sudah dimasukkan, 2 belum').first().waitFor();
    expect(await wrongWith(page)).toEqual([]);
    await page.getByRole('link', { name: 'Masukkan surat berikutnya' }).first().click();
    await page.getByText(/^Kotak dibuka /).waitFor();
    await page.getByLabel('Tanpa nama').check();
    await page.locator('[data-at="fact.complainantKind"] input[value=person]').check();
    await page.locator('[data-at="fact.topic"] input[value=conduct]').check();
    await page.locator('[data-at="fact.story"] textarea').fill('Loket uji tutup terlalu awal.');
    await file(page);
    await page.getByRole('link', { name: 'Buku', exact: true }).click();
    await page.getByRole('link', { name: 'Catatan pembukaan kotak' }).click();
    await page.getByText('2 surat, 1 sudah dimasukkan, 1 belum').first().waitFor();
  });
});
