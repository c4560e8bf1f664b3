import { staffApi } from '@layan/contract/staff-api';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext } from '../browser.ts';
import { wrongWith } from '../page-check.ts';
import { byApi } from '../people/by-api.ts';
import { signIn } from '../people/clerk.ts';

const COUNT = 3;
const port = inject('port');
const office = byApi(port, 'pekalongan.example');
let browser: Browser;
let page: Page;

/** Keyed in at the counter, with everything on paper. */
async function keyedIn(n: number): Promise<string> {
  const call = await office.as('loket');
  const { requirements } = await call(staffApi.getIntakeForm, { params: { standardId: 'rekomendasi-kis' } });
  const { caseId, revision } = await call(staffApi.startIntake, {
    body: { standard: 'rekomendasi-kis', channel: 'counter' },
  });
  const saved = await call(staffApi.saveIntake, {
    params: { caseId },
    body: {
      revision,
      entered: {
        applicantName: `Warga Uji Bersama ${n}`,
        nikStatus: 'noneYet',
        address: `Jalan Uji ${n}`,
        village: '33.75.01.1002',
      },
      papers: requirements.map(({ id }) => id),
    },
  });
  const { ticket } = await call(staffApi.submitIntake, {
    params: { caseId },
    body: { revision: saved.revision },
  });
  return ticket;
}

async function toSignature(n: number): Promise<void> {
  const ticket = await keyedIn(n);
  const listed = { registryStatus: 'listed', registryAsOf: '2026-01-31', registrySource: 'dtsen' };
  await office.work('loket', ticket, ['check-registry', 'accept'], listed);
  const letter = { familyCardNumber: '3375010103169001', familySize: '4', purpose: 'pengobatan' };
  await office.work('loket', ticket, ['draft-letter', 'submit'], letter);
  await office.work('kasi', ticket, ['check-section', 'initial']);
  await office.work('kabid', ticket, ['check-division', 'initial']);
  await office.work('sekretaris', ticket, ['check-secretary', 'initial']);
}

beforeAll(async () => {
  browser = await openBrowser();
  for (let n = 1; n <= COUNT; n += 1) await toSignature(n);
  page = await signIn(await openContext(browser), `http://console.localhost:${port}`, 'Kadis Pekalongan');
}, 120_000);
afterAll(() => browser.close());

const boxes = () => page.getByRole('checkbox', { name: /^Pilih Warga Uji Bersama/ });

describe('letters that wait for the same hand', () => {
  it('are chosen by keyboard, looked over, and signed by one press', async () => {
    // A letter is drawn a moment after it was frozen.
    await expect
      .poll(
        async () => {
          await page.getByRole('button', { name: 'Muat ulang' }).click();
          return boxes().count();
        },
        { timeout: 30_000, interval: 1_000 },
      )
      .toBe(COUNT);
    await boxes().first().focus();
    await page.keyboard.press('x');
    expect(await boxes().first().isChecked()).toBe(true);
    await page.getByRole('button', { name: /^Pilih semua yang dapat ditandatangani/ }).press('Enter');
    expect(await wrongWith(page)).toEqual([]);
    await page.getByRole('link', { name: /^Periksa dan tanda tangani/ }).press('Enter');
    const sign = page.getByRole('button', { name: /^Tanda tangani \d+ surat$/ });
    await page
      .getByRole('button', { name: /^Lihat surat/ })
      .nth(COUNT - 1)
      .waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('o');
    await page.getByTitle(/^Surat Rekomendasi Kartu Indonesia Sehat nomor/).waitFor();
    expect(await wrongWith(page)).toEqual([]);
    await sign.press('Enter');
    await page.getByText(/^\d+ surat ditandatangani\.$/).waitFor();
  }, 120_000);

  it('stand in the register of letters afterwards, each in force', async () => {
    await page.getByRole('link', { name: 'Buku', exact: true }).click();
    await page.getByRole('link', { name: 'Surat keluar' }).click();
    await page.getByRole('row').nth(COUNT).waitFor();
    expect(await wrongWith(page)).toEqual([]);
    const latest = await page.getByRole('row').allInnerTexts();
    expect(latest.slice(1, COUNT + 1).every((text) => text.includes('berlaku'))).toBe(true);
  }, 60_000);
});
