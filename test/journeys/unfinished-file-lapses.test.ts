import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { type Layan, startLayan } from '../layan.ts';
import { seededPlace } from '../own-host.ts';
import { batches } from '../people/batches.ts';
import { type Citizen, citizen, type Receipt } from '../people/citizen.ts';
import { choose, openByTicket, press, saved, signIn } from '../people/clerk.ts';
import { identity } from '../people/identities.ts';
import { type Filed, letters } from '../people/letters.ts';
import { aPhoto } from '../people/scan.ts';
import { aloneIn } from '../turns.ts';

// A host that starts has much to do; two at once would wait for each other.
aloneIn('a host of its own');

/** Longer than anything waits. */
const DAYS = 125;

/** Of Kota Pekalongan. */
let unfinished: Filed;
let uncollected: Filed;
/** Of Kabupaten Lumajang, by what became of them. */
const lumajang = new Map<string, Receipt>();
let batch: string;
const TIME_IS_UP = 'Permohonan ini ditutup karena berkas belum dilengkapi dalam 30 hari';

let browser: Browser;
let layan: Layan;
let warga: Citizen;
let receipt: Receipt;

beforeAll(async () => {
  layan = await startLayan(await seededPlace('lapse'));
  browser = await openBrowser();
  const context = await openContext(browser, { viewport: phone, javaScript: false });
  warga = citizen(await context.newPage(), layan.portal('kota-probolinggo'));
  receipt = await warga.file(identity(41), aPhoto);
});
afterAll(async () => {
  await browser.close();
  await layan.stop();
  await rm(layan.data, { recursive: true, force: true });
});

describe('a file that nobody completes', () => {
  it('is returned to the citizen, who has thirty days', async () => {
    const loket = await signIn(await openContext(browser), layan.console, 'Petugas Loket');
    await openByTicket(loket, receipt.ticket);
    await choose(loket, 'Kembalikan untuk dilengkapi');
    await loket
      .getByLabel(/Catatan untuk pemohon/)
      .first()
      .fill('Foto kartu keluarga terpotong. Mohon foto ulang.');
    await loket.getByRole('checkbox', { name: 'Kartu keluarga', exact: true }).check();
    await press(loket, 'Kembalikan untuk dilengkapi');
    await saved(loket);
    await loket.close();
    const text = await warga.track(receipt);
    expect(text).toContain('Foto kartu keluarga terpotong. Mohon foto ulang.');
    expect(text).not.toContain(TIME_IS_UP);
  });

  it('is returned so in another tenant too, where a letter waits to be collected', async () => {
    const pekalongan = letters(layan.port);
    unfinished = await pekalongan.file(591);
    const missing = { requirements: ['family-card'], facts: [] };
    const note = 'Kartu keluarga tidak terbaca.';
    await pekalongan.work('loket', unfinished.ticket, ['check-registry', 'return'], {}, { missing, note });
    uncollected = await pekalongan.toSignature(592);
    await pekalongan.prepared('kadis', uncollected.ticket);
    await pekalongan.work('kadis', uncollected.ticket, ['sign', 'sign']);
  });

  it('is left lying in the third, at the counter, in villages, in a batch, and with the ministry', async () => {
    const [tempeh, kedungjajang] = ['operator.jatisari', 'operator.jatisari.kedungjajang'] as const;
    const desk = batches(layan.port, (await aPhoto(warga.page)).buffer);
    const asked = await desk.file('loket', ['verval-pbi-jk', 'counter'], 371, { village: '35.08.05.2009' });
    const missing = { requirements: ['family-paper'], facts: [] };
    await desk.complete('loket', asked.ticket, ['match', 'return'], { missing, note: 'KK tidak terbaca.' });
    const [unscreened, uncollectedThere, gathered] = await Promise.all([
      desk.proposed(tempeh, 372),
      desk.registryProposal(kedungjajang, 373),
      desk.proposed(tempeh, 374),
    ]);
    await desk.toGathering(tempeh, gathered);
    batch = await desk.gather(tempeh, [gathered], 'Periode uji');
    await desk.told(batch);
    const forwarded = await desk.toMinistry(kedungjajang, 375);
    for (const [ending, filed] of Object.entries({
      lapsed: asked,
      stalled: unscreened,
      'registry-stalled': uncollectedThere,
      'batch-stalled': gathered,
      submitted: forwarded,
    }))
      lumajang.set(ending, filed);
    await layan.stop();
  });

  it('is closed by the clock when they have passed, and the citizen is told why', async () => {
    layan = await startLayan({ ...layan, daysAhead: DAYS });
    const closed = async () => (await warga.track(receipt)).includes(TIME_IS_UP);
    await expect.poll(closed, { timeout: 240_000, interval: 3_000 }).toBe(true);
    const text = await warga.page.locator('main').innerText();
    expect(text).not.toContain('Lengkapi berkas');
  });

  it('lapses in the other tenant as well; the letter is kept at the counter, still there to download', async () => {
    const own = citizen(warga.page, layan.portal('kota-pekalongan'));
    const closed = async () =>
      (await own.track(unfinished)).includes('ditutup karena berkas belum dilengkapi');
    await expect.poll(closed, { timeout: 240_000, interval: 3_000 }).toBe(true);
    const kept = async () => (await own.track(uncollected)).includes('Surat Anda kami simpan di loket');
    await expect.poll(kept, { timeout: 240_000, interval: 3_000 }).toBe(true);
    expect(await warga.page.locator('main').innerText()).toContain('Unduh Surat Rekomendasi');
  });

  it.each([
    ['lapsed', 'Permintaan ini ditutup karena berkas belum dilengkapi.'],
    ['stalled', 'Usulan ini ditutup karena tidak ada perkembangan di desa. Anda boleh mendaftar lagi.'],
    ['registry-stalled', 'Usulan ini ditutup karena tidak ada perkembangan di desa.'],
    ['submitted', 'Usulan Anda sudah diteruskan. Kementerian Sosial yang menetapkan hasilnya.'],
    ['batch-stalled', 'Usulan ini ditutup karena tidak ada perkembangan di desa. Anda boleh mendaftar lagi.'],
  ])('is told so in the third: %s', async (ending, words) => {
    const own = citizen(warga.page, layan.portal('kab-lumajang'));
    const found = lumajang.get(ending);
    if (!found) throw new Error('nobody was filed');
    const told = async () => (await own.track(found)).includes(words);
    await expect.poll(told, { timeout: 240_000, interval: 3_000 }).toBe(true);
  });

  it('shows the agency for whom each of them waited, in working time', async () => {
    const context = await openContext(browser);
    // The office looks at its clock on that day.
    await context.clock.setSystemTime(Date.now() + DAYS * 86_400_000);
    const supervisor = await signIn(context, layan.console, 'Supervisor Lumajang');
    await openByTicket(supervisor, batch);
    const shown = await supervisor.locator('main').innerText();
    expect(shown).toContain('Tidak bergerak di desa');
    expect(shown).toMatch(/Operator Desa atau Kelurahan\s*:?\s*\d+ (hari|jam)/);
  });
});
