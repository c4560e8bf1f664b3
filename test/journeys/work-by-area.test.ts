import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { citizen, type Receipt } from '../people/citizen.ts';
import { openByTicket, signIn } from '../people/clerk.ts';
import { identity } from '../people/identities.ts';
import { mailsTo, waitForMails } from '../people/mailbox.ts';
import { type Office, office } from '../people/office.ts';
import { aPhoto } from '../people/scan.ts';

const port = inject('port');
const console = `http://console.localhost:${port}`;
const email = 'warga.uji.63@contoh.example';
/** Who covers Kelurahan Pilang, Kecamatan Kademangan. */
const covering = ['Fasilitator Lapangan', 'Fasilitator Kademangan'];

let browser: Browser;
let staff: Office;
let receipt: Receipt;
let holder: string;

const inboxOf = async (name: string): Promise<Page> => signIn(await openContext(browser), console, name);
const listed = (page: Page, group: string) =>
  page.getByRole('list', { name: group }).getByRole('link', { name: new RegExp(receipt.ticket) });

beforeAll(async () => {
  browser = await openBrowser();
  staff = office(browser, port);
  const page = await (await openContext(browser, { viewport: phone, javaScript: false })).newPage();
  const warga = citizen(page, `http://kota-probolinggo.localhost:${port}/`);
  receipt = await warga.file({ ...identity(63), email }, aPhoto);
  await staff.work(receipt.ticket, { by: 'Petugas Loket', outcome: 'Terima berkas' });
  await staff.work(receipt.ticket, {
    by: 'Petugas Back Office',
    outcome: 'Catat hasil pemeriksaan',
    answers: { registryStatus: 'notListed', registryAsOf: '2026-10-31' },
    evidence: ['registry-screen'],
  });
  holder = await staff.surveyor(receipt.ticket);
});
afterAll(() => browser.close());

describe('a survey that waits', () => {
  it('is given to somebody who covers the place where the family lives', () => {
    expect(covering).toContain(holder);
  });

  it('stands first in the inbox of who was given it', async () => {
    const page = await inboxOf(holder);
    await listed(page, 'Tugas saya').waitFor();
  });

  it('is told to the citizen, without saying who comes', async () => {
    const mails = await waitForMails(port, email, 4).catch(() => mailsTo(port, email));
    const told = mails.filter(({ text }) => text.includes('Petugas survei sudah ditunjuk'));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).not.toContain(holder);
  });

  it('can be handed to a colleague by the back office, who sees areas and load', async () => {
    const other = covering.find((name) => name !== holder) ?? '';
    const page = await inboxOf('Petugas Back Office');
    await openByTicket(page, receipt.ticket);
    await page.getByRole('heading', { name: 'Pembagian tugas' }).waitFor();
    await page.getByText(`dipegang ${holder}`).waitFor();
    await page.getByRole('button', { name: 'Serahkan kepada petugas lain' }).click();
    await page
      .getByText(/semua wilayah|Kecamatan Kademangan/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: `Serahkan kepada ${other}` }).click();
    await page.getByText(`dipegang ${other}`).waitFor();
    await listed(await inboxOf(other), 'Tugas saya').waitFor();
    await listed(await inboxOf(holder), 'Dipegang petugas lain').waitFor();
  });

  it('is seen by the manager, with the name of the applicant hidden', async () => {
    const page = await inboxOf('Manajer Layanan');
    await page.getByRole('link', { name: 'Kotak masuk' }).click();
    const row = listed(page, 'Dipegang petugas lain');
    await row.waitFor();
    expect(await row.innerText()).toContain('nama disamarkan');
  });
});
