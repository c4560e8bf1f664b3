import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { byApi } from '../people/by-api.ts';
import { type Citizen, citizen, type Receipt } from '../people/citizen.ts';
import { saved, signIn } from '../people/clerk.ts';
import { dayFromNow, file, keyIn } from '../people/intake.ts';
import { type Office, office } from '../people/office.ts';

const port = inject('port');
const MORE_TIME = 'Data uji dari kelurahan belum lengkap.';
const WAITING = 'Menunggu jawaban kantor uji.';

let browser: Browser;
let kupang: Office;
let sender: Citizen;
let receipt: Receipt;
const desk = byApi(port, 'kupang.example');

beforeAll(async () => {
  browser = await openBrowser();
  kupang = office(browser, port);
  const context = await openContext(browser, { viewport: phone, javaScript: false });
  sender = citizen(await context.newPage(), `http://kota-kupang.localhost:${port}/`);
  const page = await signIn(
    await openContext(browser),
    `http://console.localhost:${port}`,
    'Sekretariat Kupang',
  );
  await keyIn(page, {
    channel: 'Surel',
    answers: {
      complainantKind: 'person',
      complainantName: 'Warga Uji Tunda',
      phone: '0812 0000 9041',
      topic: 'aid',
      story: 'Bantuan uji belum sampai.',
    },
  });
  await page.getByLabel('Tanggal terima').fill(dayFromNow(-1));
  await page.getByLabel(/^Jam terima/).fill('09:00');
  receipt = await file(page);
  const classified = { complaintClass: 'complaint', oversight: 'withoutOversight' };
  await desk.work('sekretariat', receipt.ticket, ['intake', 'verified'], classified);
});
afterAll(() => browser.close());

/** What is not a step of the process stands folded, below the steps. */
const change = async (outcome: string, reason: string): Promise<Page> => {
  const page = await kupang.at('Kadis Kupang', receipt.ticket);
  await page.getByText('Menunda atau memperpanjang').click();
  const form = page.getByRole('form', { name: outcome, exact: true });
  await form.getByRole('textbox').fill(reason);
  await form.getByRole('button', { name: outcome, exact: true }).click();
  await saved(page);
  return page;
};

describe('a complaint that needs more time', () => {
  it('is put on hold with a reason: nobody works on it, no clock runs, and the complainant is told', async () => {
    const page = await change('Tunda penanganan', WAITING);
    const shown = await page.locator('main').innerText();
    expect(shown).toContain('Sedang ditunda');
    expect(shown).toContain(WAITING);
    expect(await page.getByRole('radio', { name: 'Tugaskan pejabat' }).count()).toBe(0);
    const told = await sender.track(receipt);
    expect(told).toContain('Penanganan pengaduan Anda ditunda.');
    expect(told).toContain(WAITING);
    expect(told).toContain('Berhenti sementara');
  });

  it('goes on when it is resumed', async () => {
    await kupang.work(receipt.ticket, { by: 'Kadis Kupang', outcome: 'Lanjutkan penanganan' });
    const told = await sender.track(receipt);
    expect(told).toContain('Penanganan pengaduan Anda dilanjutkan.');
    expect(told).not.toContain('Berhenti sementara');
  });

  it('has its promise extended once, to a day that is told before, with a reason that the complainant reads', async () => {
    const before = await desk.look('kadis', receipt.ticket);
    const dueBefore = before.promises.find(({ id }) => id === 'message-promise')?.dueAt ?? '';
    await change('Perpanjang: Jawaban atas pengaduan lewat pesan', MORE_TIME);
    const after = await desk.look('kadis', receipt.ticket);
    const due = after.promises.find(({ id }) => id === 'message-promise');
    expect((due?.dueAt ?? '') > dueBefore).toBe(true);
    const told = await sender.track(receipt);
    expect(told).toContain('Waktu jawaban diperpanjang 5 hari kerja.');
    expect(told).toContain(MORE_TIME);
    expect(told).toContain(due?.due ?? 'no day');
  });
});
