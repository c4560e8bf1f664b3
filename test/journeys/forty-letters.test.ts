// The head of the agency at the end of a morning: the letters that wait are chosen with the keyboard, signed by one button, and
// the one that a colleague sent back meanwhile is told by name.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext } from '../browser.ts';
import { wrongWith } from '../page-check.ts';
import { signIn } from '../people/clerk.ts';
import { type Filed, letters } from '../people/letters.ts';
import { aloneIn } from '../turns.ts';

const port = inject('port');
aloneIn('kota-pekalongan');
const console = `http://console.localhost:${port}`;
const count = process.env.LAYAN_DEEP === undefined ? 8 : 40;
const pekalongan = letters(port);
let browser: Browser;
let page: Page;
let waiting: readonly Filed[];

beforeAll(async () => {
  browser = await openBrowser();
  waiting = await Promise.all(Array.from({ length: count }, (_one, at) => pekalongan.toSignature(550 + at)));
  await Promise.all(waiting.map(({ ticket }) => pekalongan.prepared('kadis', ticket)));
});
afterAll(() => browser.close());

const focused = (): Promise<string> =>
  page.evaluate(() => document.activeElement?.closest('li')?.textContent ?? '');
/** Goes down the list and chooses those rows. */
async function chooseByKeys(): Promise<void> {
  const left = new Set(waiting.map(({ ticket }) => ticket));
  for (let presses = 0; left.size > 0 && presses < 400; presses += 1) {
    await page.keyboard.press('j');
    const row = await focused();
    const ticket = [...left].find((one) => row.includes(one));
    if (ticket === undefined) continue;
    await page.keyboard.press('x');
    left.delete(ticket);
    // The next key is pressed once the page has followed this one.
    await page.getByText(`${count - left.size} dipilih.`).waitFor();
  }
  expect([...left]).toEqual([]);
}
async function tabTo(name: string): Promise<void> {
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press('Shift+Tab');
    const text = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (text === name) return;
  }
  throw new Error(`The keyboard does not reach ${name}.`);
}

describe('many letters', () => {
  it('are chosen in the inbox with the keyboard alone', async () => {
    page = await signIn(await openContext(browser), console, 'Kadis Pekalongan');
    await page
      .getByText(waiting[0]?.ticket ?? '')
      .first()
      .waitFor();
    await chooseByKeys();
    await page.getByText(`${count} dipilih.`).waitFor();
    await tabTo(`Periksa dan tanda tangani ${count} surat`);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Tanda tangani bersama' }).waitFor();
    await page.getByRole('button', { name: `Tanda tangani ${count} surat` }).waitFor();
  });

  it('can be read there before they are signed', async () => {
    await page
      .getByRole('button', { name: /^Lihat surat/ })
      .nth(count - 1)
      .waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('o');
    await page.getByTitle(/^Surat Rekomendasi Kartu Indonesia Sehat nomor/).waitFor();
    expect(await wrongWith(page)).toEqual([]);
  });

  it('are signed by one press; the one that was sent back meanwhile is told, the rest is done', async () => {
    const [gone] = waiting;
    if (gone === undefined) throw new Error('There are no letters.');
    const note = 'Alamat belum lengkap.';
    await pekalongan.work('plt', gone.ticket, ['sign', 'return'], {}, { note });
    await page.getByRole('button', { name: `Tanda tangani ${count} surat` }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(`${count - 1} dari ${count} surat selesai, 1 belum berhasil.`).waitFor({
      timeout: 60_000,
    });
    const failed = page.getByRole('listitem').filter({ hasText: gone.ticket });
    expect(await failed.innerText()).toContain('Belum berhasil: ');
    const states = await Promise.all(
      waiting.map(async ({ ticket }) =>
        (await pekalongan.look('kadis', ticket)).letters.map(({ state }) => state),
      ),
    );
    expect(states[0]).toContain('cancelled');
    expect(states.slice(1).every(([state]) => state === 'active')).toBe(true);
  });

  it('have a number each, one after the other', async () => {
    const numbers = await Promise.all(
      waiting.map(async ({ ticket }) => (await pekalongan.look('kadis', ticket)).letters[0]?.number),
    );
    expect(new Set(numbers).size).toBe(count);
  });

  it('stand in the register of letters, each in force but the one that was sent back', async () => {
    await page.getByRole('link', { name: 'Buku', exact: true }).click();
    await page.getByRole('link', { name: 'Surat keluar' }).click();
    await page.getByRole('row').nth(count).waitFor();
    expect(await wrongWith(page)).toEqual([]);
    const latest = (await page.getByRole('row').allInnerTexts()).slice(1, count + 1);
    expect(latest.filter((text) => text.includes('berlaku'))).toHaveLength(count - 1);
  });
});
