// A card from the printer to a stranger's phone: with and without a script, without a network, lost and replaced.
import { pictureOf, readCode } from '@layan/rendering/fixtures/pictures';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { citizen } from '../people/citizen.ts';
import { identity } from '../people/identities.ts';
import { type Office, office } from '../people/office.ts';
import { aPhoto } from '../people/scan.ts';

const port = inject('port');
const portal = `http://kota-probolinggo.localhost:${port}/`;
const BACK_OFFICE = 'Petugas Back Office';
let browser: Browser;
let staff: Office;
let ticket: string;
let code: string;
let stranger: Page;

beforeAll(async () => {
  browser = await openBrowser({ serviceWorkers: true });
  staff = office(browser, port);
  const context = await openContext(browser, { viewport: phone, javaScript: false });
  ({ ticket } = await citizen(await context.newPage(), portal).file(identity(141), aPhoto));
  await staff.work(ticket, { by: 'Petugas Loket', outcome: 'Terima berkas' });
  await staff.work(ticket, {
    by: BACK_OFFICE,
    outcome: 'Catat hasil pemeriksaan',
    answers: { registryStatus: 'listed', registryAsOf: '2026-10-31' },
    evidence: ['registry-screen'],
  });
  await staff.work(ticket, { by: BACK_OFFICE, outcome: 'Terbitkan kartu' });
  stranger = await (await openContext(browser, { viewport: phone })).newPage();
});
afterAll(() => browser.close());

/** Prints the card that is in force and reads its code off the paper. */
async function printed(): Promise<{ code: string; copy: string }> {
  const page = await staff.at(BACK_OFFICE, ticket);
  // This browser has no window for PDFs; the page then offers a link.
  await page.evaluate(() => {
    window.open = () => null;
  });
  const [answer] = await Promise.all([
    page.waitForResponse(
      (response) => response.url().includes('/print/') && response.request().method() === 'POST',
    ),
    page.getByRole('button', { name: 'Cetak kartu' }).first().click(),
  ]);
  const { url }: { url: string } = await answer.json();
  const pdf = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const found =
    (await readCode(await pictureOf(pdf, 0, 200))) ?? (await readCode(await pictureOf(pdf, 1, 200)));
  if (found === undefined) throw new Error('No code was found on the card.');
  const copy = await page
    .getByText(/cetakan/i)
    .first()
    .innerText();
  return { code: found, copy };
}

const read = async (page: Page, address: string): Promise<string> => {
  await page.goto('about:blank');
  await page.goto(address);
  return page.locator('main').innerText();
};

/** What the script says of the code, once it has looked. */
const checked = async (page: Page, words: RegExp): Promise<string> => {
  await page.getByText(words).first().waitFor();
  return page.locator('main').innerText();
};

describe('a card', () => {
  it('is printed with a code that leads to this tenant', async () => {
    const first = await printed();
    code = first.code;
    expect(code).toMatch(new RegExp(`^http://kota-probolinggo\\.localhost:${port}/v/[0-9a-z]{26}#[\\w.-]+$`));
    expect(first.copy).toContain('pertama');
    expect((await printed()).copy).toContain('ke-2');
  });

  it('is shown without a script: valid for now, by whom, and no name in full', async () => {
    const plain = await (await openContext(browser, { viewport: phone, javaScript: false })).newPage();
    const text = await read(plain, code);
    expect(text).toContain('Berlaku sementara');
    expect(text).toMatch(/BST-2026-\d{6}/);
    expect(text).not.toContain(identity(141).name);
    expect(text).not.toContain(identity(141).nik.slice(-4));
  });

  it('shows the signed name to whoever holds it, to be compared with the print', async () => {
    await read(stranger, code);
    const text = await checked(stranger, /Kode pada kartu ini asli/);
    expect(text).toContain(identity(141).name);
  });

  it('with an altered code is not genuine', async () => {
    const at = code.lastIndexOf('.') - 4;
    const altered = `${code.slice(0, at)}${code[at] === 'A' ? 'B' : 'A'}${code.slice(at + 1)}`;
    await read(stranger, altered);
    await checked(stranger, /Kode ini tidak asli/);
  });

  it('is checked on a phone without a network', async () => {
    await read(stranger, `${portal}periksa`);
    await checked(stranger, /siap memeriksa tanpa internet/);
    await stranger.context().setOffline(true);
    await read(stranger, code);
    const text = await checked(stranger, /Asli, berlaku sementara/);
    expect(text).toContain(identity(141).name);
    await stranger.context().setOffline(false);
  });

  it('that is lost is replaced: the old code is worth nothing from then on, offline too', async () => {
    const page = await staff.at(BACK_OFFICE, ticket);
    await page.getByText(/^Yang dapat dilakukan atas Kartu Bestari/).click();
    await page.getByRole('radio', { name: /hilang/i }).check();
    const note = page.locator('form.action').filter({ hasText: 'Tindakan atas' }).locator('textarea');
    if ((await note.count()) > 0) await note.fill('Kartu hilang menurut laporan pemegang.');
    await page
      .getByRole('button', { name: /hilang/i })
      .last()
      .click();
    await page.getByText(/^Tersimpan: /).waitFor();
    expect((await staff.look(ticket)).products.map(({ state }) => state).sort()).toEqual([
      'provisional',
      'revoked',
    ]);
    expect(await read(stranger, code)).toMatch(/Dicabut/);
    const replacement = (await printed()).code;
    expect(replacement).not.toBe(code);
    expect(await read(stranger, replacement)).toContain('Berlaku sementara');

    // The signed list follows within seconds; a phone that fetches it then says so without a network.
    for (let tries = 0; ; tries += 1) {
      const context = await openContext(browser, { viewport: phone });
      const other = await context.newPage();
      await read(other, `${portal}periksa`);
      await checked(other, /siap memeriksa tanpa internet/);
      await context.setOffline(true);
      await read(other, code);
      const text = await checked(other, /Asli/);
      await context.close();
      if (text.includes('tidak berlaku lagi')) break;
      expect(tries).toBeLessThan(20);
    }
  });

  it('of nobody, of another place and badly written is answered alike', async () => {
    const texts = [];
    for (const path of ['v/00000000000000000000000000', 'v/zzzzzzzzzzzzzzzzzzzzzzzzzz', 'v/kartu']) {
      texts.push(await read(stranger, `${portal}${path}`));
    }
    expect(new Set(texts).size).toBe(1);
  });
});
