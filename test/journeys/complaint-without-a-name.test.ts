import { staffApi } from '@layan/contract/staff-api';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { byApi } from '../people/by-api.ts';
import { type Citizen, citizen, type Receipt } from '../people/citizen.ts';

const port = inject('port');
const portal = `http://kota-kupang.localhost:${port}/`;

let browser: Browser;
let warga: Citizen;
let receipt: Receipt;
const kupang = byApi(port, 'kupang.example');

const work = (mailbox: string, step: string, outcome: string, facts: Record<string, string> = {}) =>
  kupang.work(mailbox, receipt.ticket, [step, outcome], facts);

const send = async () =>
  Promise.all([
    warga.page.waitForNavigation(),
    warga.page.locator('main form button[type=submit]').first().click(),
  ]);

beforeAll(async () => {
  browser = await openBrowser();
  const context = await openContext(browser, { viewport: phone, javaScript: false });
  warga = citizen(await context.newPage(), portal);
});
afterAll(() => browser.close());

describe('somebody who complains without a name, without JavaScript', () => {
  it('is told what it means before anything is asked', async () => {
    const { page } = warga;
    await page.goto(`${portal}layanan/pengaduan`);
    await Promise.all([
      page.waitForNavigation(),
      page.getByRole('button', { name: 'Ajukan sekarang' }).first().click(),
    ]);
    const text = await page.locator('main').innerText();
    expect(text).toContain('Tanpa kontak, jawaban hanya dapat dilihat dengan nomor tiket');
    await send();
    expect(await page.locator('main').innerText()).toContain('Pilih salah satu jawaban.');
    await page.locator('[name=tanpa-nama][value=ya]').check({ force: true });
    await page.locator('[name=rahasia][value=ya]').check({ force: true });
    await send();
  });

  it('leaves out name and contact, and sends', async () => {
    const { page } = warga;
    const pages: string[] = [];
    while (!page.url().includes('/periksa')) {
      expect(pages).not.toContain(page.url());
      pages.push(page.url());
      for (const [name, value] of [
        ['complainantKind', 'person'],
        ['topic', 'conduct'],
      ]) {
        const choice = page.locator(`main [name="${name}"][value="${value}"]`);
        if ((await choice.count()) > 0) await choice.check({ force: true });
      }
      const story = page.locator('main [name=story]');
      if ((await story.count()) > 0) await story.fill('Petugas uji meminta uang.');
      if (page.url().includes('/berkas/')) {
        await Promise.all([
          page.waitForNavigation(),
          page.getByRole('link', { name: 'Lanjutkan tanpa foto ini' }).click(),
        ]);
      } else await send();
    }
    const text = await page.locator('main').innerText();
    expect(text).toContain('Tanpa nama');
    expect(text).toContain('Dirahasiakan');
    receipt = await warga.submit();
  });

  it('is unknown to whom it is not for, whatever they know of it', async () => {
    for (const mailbox of ['petugas', 'tamu', 'manajer'])
      await expect(kupang.look(mailbox, receipt.ticket)).rejects.toThrow(/404/);
    expect(await kupang.look('sekretariat', receipt.ticket)).toMatchObject({
      applicant: 'Pelapor anonim',
      anonymous: true,
      confidential: true,
    });
  });

  it('is answered all the same, and reads the answer with ticket and code alone', async () => {
    await work('sekretariat', 'intake', 'verified', {
      complaintClass: 'complaint',
      oversight: 'withoutOversight',
    });
    await work('kadis', 'disposition', 'assign', { handlingUnit: 'other' });
    const head = await kupang.as('kadis');
    const { id: caseId, seq: expectedSeq, actions } = await kupang.look('kadis', receipt.ticket);
    const task = actions.find(({ id }) => id === 'draft-answer')?.task ?? '';
    const { assignees } = await head(staffApi.listAssignees, { params: { caseId, task } });
    const to = assignees.find(({ name }) => name === 'Petugas Pengaduan Kupang')?.id ?? '';
    await head(staffApi.assignTask, { params: { caseId, task }, body: { expectedSeq, to } });
    await work('petugas', 'draft-answer', 'submit', { answerText: 'Petugas uji sudah ditegur.' });
    await work('kasubid', 'correct-subdivision', 'pass');
    await work('kabid', 'correct-division', 'pass');
    await work('sekretaris', 'correct-secretary', 'pass');
    await work('kadis', 'sign', 'sign');
    await work('sekretariat', 'send', 'sent', { outgoingNumber: '460/2/2026', sentBy: 'portal' });

    expect(await warga.track(receipt)).toContain('Jawaban tertulis sudah kami kirim kepada Anda.');
    const { page } = warga;
    await Promise.all([
      page.waitForNavigation(),
      page.getByRole('link', { name: 'Baca jawaban kami' }).click(),
    ]);
    expect(await page.locator('main').innerText()).toContain('Petugas uji sudah ditegur.');
    await page.goto(`${portal}berkas/lengkapi`);
    await page.locator('[name=reaction][value=notSatisfied]').check({ force: true });
    await page.locator('[name=reactionReason]').fill('Petugas uji masih di loket.');
    await send();
    expect(await page.locator('main').innerText()).toContain('dibuka kembali');
  });
});
