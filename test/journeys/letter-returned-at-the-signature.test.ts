// A letter that comes back from the desk of the head: its number is cancelled and never used again. Who signs when the head is
// away, and what happens to a letter that nobody needs any more.

import type { LetterRow } from '@layan/contract/staff/letters';
import { staffApi } from '@layan/contract/staff-api';
import { pagesOf } from '@layan/rendering/fixtures/pictures';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { citizen } from '../people/citizen.ts';
import { type Filed, letters, today } from '../people/letters.ts';
import { type Office, office } from '../people/office.ts';
import { aloneIn } from '../turns.ts';

const port = inject('port');
aloneIn('kota-pekalongan');
const portal = `http://kota-pekalongan.localhost:${port}/`;
const year = today().slice(0, 4);
const pekalongan = letters(port);
let browser: Browser;
let staff: Office;

beforeAll(async () => {
  browser = await openBrowser();
  staff = office(browser, port, 'backoffice@pekalongan.example');
});
afterAll(() => browser.close());

const register = async (): Promise<readonly LetterRow[]> => {
  const call = await pekalongan.as('sekretaris');
  const { registers } = await call(staffApi.listLetterRegisters);
  const params = { register: registers[0]?.id ?? '', year };
  return (await call(staffApi.listLetterRegister, { params })).rows;
};
const rowsOf = async ({ caseId }: Filed): Promise<readonly LetterRow[]> =>
  (await register()).filter((row) => row.caseId === caseId);
/** As it stands on paper, in one line. */
const paper = async (by: string, filed: Filed): Promise<string> => {
  const { letters: found } = await pekalongan.look(by, filed.ticket);
  const letter = found.find(({ state }) => state === 'active' || state === 'frozen');
  const pdf = await pekalongan.fileOf(by, { caseId: filed.caseId, letterId: letter?.id ?? '' });
  return (await pagesOf(pdf)).map(({ text }) => text.replace(/\s+/g, ' ')).join(' ');
};
const setAway = async (away: { from: string; to: string; reason: string }[]): Promise<void> => {
  const call = await pekalongan.as('kadis');
  const { id: memberId, revision } = await call(staffApi.getAbsences);
  await call(staffApi.changeAbsences, { params: { memberId }, body: { revision, away } });
};

describe('a letter that the head sends back', () => {
  const note = 'Jumlah anggota keluarga belum sesuai kartu keluarga.';
  let filed: Filed;

  it('loses its number, with the reason in the register', async () => {
    filed = await pekalongan.toSignature(511);
    await pekalongan.prepared('kadis', filed.ticket);
    await staff.work(filed.ticket, {
      by: 'Kadis Pekalongan',
      outcome: 'Kembalikan untuk diperbaiki',
      note,
    });
    const page = await staff.at('Sekretaris Pekalongan', filed.ticket);
    await page.getByRole('link', { name: 'Buku' }).click();
    await page
      .getByRole('link', { name: /[Ss]urat keluar/ })
      .first()
      .click();
    const row = page.getByRole('row').filter({ hasText: note }).first();
    await row.getByText(/^batal ditandatangani: /).waitFor();
    expect(await row.locator('s').innerText()).toMatch(/^400\.9\.14\//);
  });

  it('gets another number when it comes again, and the register has no gap', async () => {
    await pekalongan.review(filed);
    await pekalongan.prepared('kadis', filed.ticket);
    await pekalongan.work('kadis', filed.ticket, ['sign', 'sign']);
    const [now, before] = await rowsOf(filed);
    expect([before?.state, now?.state]).toEqual(['cancelled', 'active']);
    expect(now?.number).not.toBe(before?.number);
    const sequences = (await register()).map(({ sequence }) => sequence);
    const [newest = 0] = sequences;
    expect(sequences).toEqual(sequences.map((_one, at) => newest - at));
  });
});

describe('while the head is away', () => {
  let first: Filed;
  let second: Filed;

  beforeAll(async () => {
    await setAway([{ from: today(), to: today(), reason: 'Dinas luar' }]);
    first = await pekalongan.toSignature(512);
    second = await pekalongan.toSignature(513);
  });
  afterAll(() => setAway([]));

  it('letters are made out to the acting head, who signs as such', async () => {
    const { letter } = await pekalongan.prepared('plt', first.ticket);
    expect(letter.signatory).toMatchObject({ name: 'Plt. Kadis Pekalongan', me: true });
    const page = await staff.at('Plt. Kadis Pekalongan', first.ticket);
    const button = page.getByRole('button', { name: /^Tanda tangani sebagai .*Plt\..* \(segel dinas\)$/ });
    await page.getByRole('radio', { name: 'Tanda tangani', exact: true }).check();
    await button.click();
    await page.getByText(/^Tersimpan: /).waitFor();
    const text = await paper('plt', first);
    expect(text).toMatch(/Plt\. ?Kepala Dinas/i);
    // Who acts for the head signs by name alone.
    expect(text).not.toContain('Pejabat Uji');
    expect(text).not.toContain('NIP 1');
  });

  it('who it is not made out to is told the way: make it out anew, under the same number', async () => {
    const { letter } = await pekalongan.prepared('kabid', second.ticket);
    const page = await staff.at('Kabid Pekalongan', second.ticket);
    await page.getByRole('radio', { name: 'Tanda tangani', exact: true }).check();
    await page.getByRole('button', { name: /^Tanda tangani/ }).click();
    await page.getByText('Siapkan dahulu surat ini atas nama Anda.').first().waitFor();
    const refused = pekalongan.work('kabid', second.ticket, ['sign', 'sign']);
    await expect(refused).rejects.toThrow(/Ganti dahulu penanda tangannya/);
    await page.getByRole('button', { name: 'Siapkan atas nama saya' }).click();
    await expect
      .poll(async () => (await pekalongan.look('kabid', second.ticket)).letters[0], { timeout: 20_000 })
      .toMatchObject({ signable: true, number: letter.number });
    await pekalongan.work('kabid', second.ticket, ['sign', 'sign']);
    const text = await paper('kabid', second);
    expect(text).toMatch(/a\.n\. ?Kepala Dinas/i);
    expect(text).toContain('Pejabat Uji Dua');
  });
});

describe('a letter that is not wanted any more', () => {
  it('is cancelled when the citizen withdraws while it waits for its signature', async () => {
    const filed = await pekalongan.toSignature(514);
    const { letter } = await pekalongan.prepared('kadis', filed.ticket);
    const context = await openContext(browser, { viewport: phone, javaScript: false });
    const warga = citizen(await context.newPage(), portal);
    await warga.track(filed);
    await warga.withdraw();
    const text = await warga.track(filed);
    expect(text).toContain('dibatalkan atas permintaan Anda');
    expect(text).not.toContain('menunggu tanda tangan');
    expect(await rowsOf(filed)).toMatchObject([
      { number: letter.number, state: 'cancelled', reason: 'Dibatalkan pemohon' },
    ]);
  });
});
