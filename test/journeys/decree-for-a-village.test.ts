// What a village proposed goes up the ladder of the regency and to the regent, everybody at their own desk in the browser: one
// line is removed, one comes back, the rest goes on. Each candidate reads of it; no other village does.
import { staffApi } from '@layan/contract/staff-api';
import { open, pictureOf } from '@layan/rendering/fixtures/pictures';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { type Batches, batches, type Filed, family, today } from '../people/batches.ts';
import { type Citizen, citizen } from '../people/citizen.ts';
import { press } from '../people/clerk.ts';
import { type Office, office } from '../people/office.ts';
import { aPhoto } from '../people/scan.ts';
import { aloneIn } from '../turns.ts';
import { until } from '../until.ts';

const port = inject('port');
aloneIn('kab-lumajang');
const tempeh = 'operator.jatisari';
const supervisor = 'Supervisor Lumajang';
const neighbour = 'Operator Jatisari Kedungjajang';
const DECREE = '188.45/361/427.12/2026';

let browser: Browser;
let lumajang: Batches;
let staff: Office;
let warga: Citizen;
let batch: string;
let stays: Filed;
let removed: Filed;
let returned: Filed;
const names = { stays: 361, removed: 362, returned: 363, elsewhere: 364 };

beforeAll(async () => {
  browser = await openBrowser();
  staff = office(browser, port, 'supervisor@lumajang.example');
  const context = await openContext(browser, { viewport: phone, javaScript: false });
  const page = await context.newPage();
  const portal = `http://kab-lumajang.localhost:${port}/`;
  warga = citizen(page, portal);
  await page.goto(portal);
  lumajang = batches(port, (await aPhoto(page)).buffer);
  const lines = await Promise.all(
    [names.stays, names.removed, names.returned].map((n) => lumajang.proposed(tempeh, n)),
  );
  const [first, second, third] = lines;
  if (!first || !second || !third) throw new Error('nobody was filed');
  [stays, removed, returned] = [first, second, third];
  await Promise.all(lines.map((filed) => lumajang.toGathering(tempeh, filed)));
  batch = await lumajang.gather(tempeh, lines, 'Desember 2026');
  await lumajang.decide(
    ...([tempeh, batch, 'deliberate', lines.map(({ ticket }) => [ticket, 'eligible'] as const)] as const),
  );
  await lumajang.minutes(tempeh, batch);
  await lumajang.signMinutes(tempeh, batch, 'signed');
  await lumajang.withScan(tempeh, batch, ['upload', 'uploaded']);
  await lumajang.told(batch);
}, 120_000);
afterAll(() => browser.close());

const line = (page: Page, n: number) => page.getByRole('row').filter({ hasText: family(n).applicantName });

/** Takes one line out, with the reason that the candidate reads. */
const takeOut = async (page: Page, n: number, decision: string, why: string): Promise<void> => {
  await line(page, n).getByRole('button', { name: decision }).click();
  await page.getByLabel(`Alasan: ${decision}`).fill(why);
  await press(page, `Simpan: ${decision}`);
  await line(page, n)
    .getByText(/^Keluar: /)
    .waitFor();
};

const letterOf = async (product: string) => {
  // The newest comes first.
  const found = (await staff.look(batch)).letters.find((letter) => letter.product === product);
  return { ...found, id: found?.id ?? '' };
};

describe('a batch at the regency', () => {
  it('loses a line that is not right, and the supervisor hands on the rest', async () => {
    const page = await staff.at(supervisor, batch);
    await takeOut(page, names.removed, 'Keluarkan', 'NIK tidak padan dengan data kependudukan.');
    await press(page, 'Tandai semua yang belum diputuskan: Valid');
    await press(page, 'Tandai 2 baris');
    await page.getByText('2 baris · 0 belum diputuskan · 2 valid · 1 keluar', { exact: true }).waitFor();
    await staff.work(batch, { by: supervisor, outcome: 'Ajukan lampiran pengesahan' });
    await lumajang.told(batch);
    expect(await warga.track(removed)).toContain('NIK tidak padan dengan data kependudukan.');
  });

  it.each([
    ['Subkoordinator Lumajang', 'Teruskan ke Kepala Bidang'],
    ['Kabid Lumajang', 'Teruskan ke Sekretaris Dinas'],
    ['Sekdin Lumajang', 'Bekukan dan teruskan ke Kepala Dinas'],
    ['Kadis Lumajang', 'Paraf dan kirim ke Asisten'],
    [supervisor, 'Catat paraf Asisten'],
    [supervisor, 'Catat paraf Sekda'],
  ])('is read and passed on by %s: %s', async (by, outcome) => {
    await staff.work(batch, { by, outcome });
    // What is frozen is drawn at once; whoever comes next opens it drawn, and is not told that it changed under their hand.
    if (outcome.startsWith('Bekukan'))
      await lumajang.until('The paper of the list', async () => (await letterOf('ratification')).file);
  });
});

describe('the decree of the regent', () => {
  const send = (page: Page, mimeType: string, bytes: Uint8Array): Promise<void> =>
    page
      .getByLabel('Berkas surat yang sudah ditandatangani')
      .setInputFiles({ name: `sk.${mimeType.slice(-3)}`, mimeType, buffer: Buffer.from(bytes) });
  const scanOf = async (file: Buffer): Promise<Buffer> =>
    open(await pictureOf(file, 0, 200))
      .jpeg({ quality: 70 })
      .toBuffer();
  /** As it was drawn, of lines: no picture of it was ever taken. */
  const fileOf = async (state: 'frozen' | 'cancelled'): Promise<Buffer> => {
    const { id: caseId, letters } = await staff.look(batch);
    const letterId = letters.find((one) => one.product === 'ratification' && one.state === state)?.id ?? '';
    const call = await lumajang.as('supervisor');
    const { url } = await call(staffApi.openLetter, { params: { caseId, letterId } });
    return Buffer.from(await (await fetch(url)).arrayBuffer());
  };

  it('comes back without one line, and is printed anew: nobody below is asked again', async () => {
    const page = await staff.at(supervisor, batch);
    await takeOut(page, names.returned, 'Dikembalikan Bupati', 'Alamat perlu diperjelas.');
    const before = await letterOf('ratification');
    const note = 'Dicetak tanpa satu calon.';
    await staff.work(batch, { by: supervisor, outcome: 'Cetak ulang tanpa calon yang dikembalikan', note });
    await staff.work(batch, { by: supervisor, outcome: 'Bekukan dan kirim ke Bupati' });
    const anew = await letterOf('ratification');
    expect(anew.id).not.toBe(before.id);
    const { actions } = await staff.look(batch);
    expect(actions.map(({ id }) => id)).toEqual(['ratify']);
    await lumajang.told(batch);
    expect(await warga.track(returned)).toContain('Alamat perlu diperjelas.');
  });

  it('is recorded by the supervisor from its scan; what is another document is not taken for it', async () => {
    await lumajang.until('The paper of the decree', async () => (await letterOf('ratification')).file);
    const page = await staff.at(supervisor, batch);
    await page.getByRole('radio', { name: 'Catat pengesahan', exact: true }).check();
    const foreign = 'Pada berkas ini terbaca kode surat lain.';
    await send(page, 'application/pdf', await fileOf('cancelled'));
    await page.getByText(foreign).waitFor();
    await send(page, 'image/jpeg', await scanOf(await fileOf('frozen')));
    await page.getByText('Kode pada pindaian adalah kode surat ini.').waitFor();
    await page.locator('[data-at="fact.ratificationNumber"] input').fill(DECREE);
    await page.locator('[data-at="fact.ratificationDate"] input').fill(today());
    await press(page, 'Catat pengesahan');
    await page.getByText(/^Tersimpan: /).waitFor();
    const recorded = await letterOf('ratification');
    expect(recorded).toMatchObject({ state: 'active', signature: { method: 'ink' } });
    await lumajang.told(batch);
  });

  it('is read by the candidate who stands in it, and the work goes on to the ministry', async () => {
    const text = await warga.track(stays);
    expect(text).toContain('Bupati');
    const page = await staff.at(supervisor, batch);
    await page.getByText('Unggah pengesahan di SIKS-NG', { exact: true }).first().waitFor();
  });

  it('is nothing to the operator of another village', async () => {
    const own = await lumajang.proposed('operator.jatisari.kedungjajang', names.elsewhere);
    const page = await staff.at(neighbour, own.ticket);
    const nothing = page.getByText('Yang Anda cari tidak ada, atau bukan bagian tugas Anda.');
    const search = page.getByRole('textbox', { name: 'Cari nomor tiket' });
    for (const ticket of [batch, stays.ticket]) {
      await search.fill(ticket);
      await search.press('Enter');
      await nothing.waitFor();
      await search.fill(own.ticket);
      await search.press('Enter');
      await until('The search of her own', async () => (await search.inputValue()) === '' || undefined);
      expect(await nothing.count()).toBe(0);
    }
    for (const [list, path] of [
      ['Usulan bersama', '/usulan'],
      ['Buku', '/buku'],
    ] as const) {
      await page.getByRole('link', { name: list, exact: true }).click();
      await page.waitForURL(({ pathname }) => pathname.startsWith(path));
      await page.waitForLoadState('networkidle');
      const text = await page.locator('main').innerText();
      for (const hidden of [batch, stays.ticket, family(names.stays).applicantName])
        expect(text).not.toContain(hidden);
    }
  });
});
