import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { quiet } from '../errands.ts';
import { type Citizen, citizen, type Receipt } from '../people/citizen.ts';
import { choose, openByTicket, press, saved, signIn } from '../people/clerk.ts';
import { identity } from '../people/identities.ts';
import { type CapturedMail, mailsTo, waitForMails } from '../people/mailbox.ts';
import { aPhoto } from '../people/scan.ts';

const port = inject('port');
const portal = `http://kota-probolinggo.localhost:${port}/`;
const console = `http://console.localhost:${port}`;
const email = 'warga.uji.61@contoh.example';
const who = { ...identity(61), email };
const note = 'Foto kartu keluarga terpotong. Mohon foto ulang.';

let browser: Browser;
let warga: Citizen;
let loket: Page;
let receipt: Receipt;

const latest = async (count: number): Promise<CapturedMail> => {
  const mails = await waitForMails(port, email, count);
  const mail = mails.at(count - 1);
  if (mail === undefined) throw new Error('The mail is gone.');
  return mail;
};

beforeAll(async () => {
  browser = await openBrowser();
  warga = citizen(
    await (await openContext(browser, { viewport: phone, javaScript: false })).newPage(),
    portal,
  );
  receipt = await warga.file(who, aPhoto);
  loket = await signIn(await openContext(browser), console, 'Petugas Loket');
});
afterAll(() => browser.close());

describe('a citizen who left an address', () => {
  it('is told that the claim has come, from the city and with the way to look it up', async () => {
    const { from, subject, text } = await latest(1);
    expect(from).toBe('"Pemerintah Kota Probolinggo" <noreply@localhost>');
    expect(subject).toContain(receipt.ticket);
    expect(subject).toContain('permohonan kami terima');
    expect(text).toContain('Permohonan Anda sudah kami terima.');
    expect(text).toContain(`${portal}lacak`);
    expect(text).toContain('Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak');
    expect(text).toContain('Jalan Raya Dringu No. 13 Probolinggo 67271');
  });

  it('follows the link to the page where ticket and secret open the case', async () => {
    const { text } = await latest(1);
    const link = /http\S+\/lacak/.exec(text)?.[0] ?? '';
    await warga.page.goto(link);
    await warga.page.getByLabel('Nomor tiket').waitFor();
    expect(await warga.track(receipt)).toContain('Permohonan Anda sudah kami terima.');
  });

  it('is told that something is missing, and reads the officer’s note on the page only', async () => {
    await openByTicket(loket, receipt.ticket);
    await choose(loket, 'Kembalikan untuk dilengkapi');
    await loket
      .getByLabel(/Catatan untuk pemohon/)
      .first()
      .fill(note);
    await loket.getByRole('checkbox', { name: 'Kartu keluarga', exact: true }).check();
    await press(loket, 'Kembalikan untuk dilengkapi');
    await saved(loket);
    const { subject, text } = await latest(2);
    expect(subject).toContain('mohon lengkapi berkas');
    expect(text).toContain('hanya dapat dibaca di halaman lacak');
    expect(text).not.toContain(note);
    expect(await warga.track(receipt)).toContain(note);
  });

  it('is told that the file is complete, with the promise and its last day', async () => {
    const { page } = warga;
    await page.goto(`${portal}berkas/lengkapi`);
    await page.getByRole('link', { name: 'Kartu keluarga' }).first().click();
    await warga.sendScan(await aPhoto(page));
    await page.goto(`${portal}berkas/lengkapi`);
    await page.locator('main form button[type=submit]').first().click();
    expect(await warga.track(receipt)).toContain('Petugas loket sedang memeriksa berkas Anda.');
    const before = (await mailsTo(port, email)).length;
    await loket.reload();
    await choose(loket, 'Terima berkas');
    await press(loket, 'Terima berkas');
    await saved(loket);
    const { text } = await latest(before + 1);
    expect(text).toContain('Janji layanan kami:');
    expect(text).toMatch(/paling lambat \w+, \d+ \w+ 20\d\d/);
  });

  it('gets every notice once, and nothing in them is personal', async () => {
    // Every change passes the relay; what is to come has come by then.
    await quiet(port);
    const mails = await mailsTo(port, email);
    const told = mails.map(({ text }) => text);
    expect(new Set(told).size).toBe(told.length);
    expect(told.filter((text) => text.includes('sudah kami terima'))).toHaveLength(1);
    const written = JSON.stringify(mails.map(({ to: _, ...mail }) => mail));
    for (const word of [who.name, who.nik, who.familyCardNumber, receipt.secret, 'Jalan Contoh 5', note])
      expect(written).not.toContain(word);
  });
});

describe('a citizen who left none', () => {
  it('gets no mail, and finds the same words on the page', async () => {
    const other = citizen(
      await (await openContext(browser, { viewport: phone, javaScript: false })).newPage(),
      portal,
    );
    const silent = await other.file(identity(62), aPhoto);
    expect(await other.track(silent)).toContain('Permohonan Anda sudah kami terima.');
    await quiet(port);
    const everything = await waitForMails(port, email, 1);
    expect(JSON.stringify(everything)).not.toContain(silent.ticket);
  });
});
