// A standard from the national library to its end: adopted, published, changed, discussed, enacted, published again with
// a running case that moves along, withdrawn.
import { staffApi } from '@layan/contract/staff-api';
import type { Standard } from '@layan/domain/standard/standard';
import { createCaller } from '@layan/infra/local/seed/call';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { citizen, type Receipt } from '../people/citizen.ts';
import { press, signIn } from '../people/clerk.ts';
import { complain } from '../people/complainant.ts';
import { tokenByDemo } from '../people/tokens.ts';

const port = inject('port');
const console = `http://console.localhost:${port}`;
const portal = `http://kota-probolinggo.localhost:${port}/`;
const standardId = 'aspirasi-uji';
const service = `${portal}layanan/${standardId}`;
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' }).format(new Date());

let browser: Browser;
let manager: Page;
let reader: Page;
let receipt: Receipt;
let adopted: Standard;

const at = (version: number) => `${console}/standar/${standardId}/${version}`;
const reads = async (path: string): Promise<string> => {
  await reader.goto(path);
  return reader.locator('main').innerText();
};
const faster = (standard: Standard): Standard => ({
  ...standard,
  process: {
    ...standard.process,
    deadlines: standard.process.deadlines.map((deadline) =>
      deadline.id === 'first-response'
        ? { ...deadline, duration: { amount: 2, unit: 'working_day' } }
        : deadline,
    ),
  },
});

beforeAll(async () => {
  browser = await openBrowser();
  manager = await signIn(await openContext(browser), console, 'Manajer Layanan');
  reader = await (await openContext(browser, { viewport: phone, javaScript: false })).newPage();
});
afterAll(() => browser.close());

describe('a standard of the agency', () => {
  it('begins as one of the national library, and takes filings once every reading is confirmed', async () => {
    await manager.goto(`${console}/standar`);
    await manager.getByRole('link', { name: 'Lihat pustaka nasional' }).click();
    await manager.getByRole('link', { name: /contoh nasional/ }).click();
    await manager.getByLabel('Kode layanan').fill(standardId);
    await press(manager, 'Ambil sebagai rancangan');
    await manager.waitForURL(at(1));
    await manager.getByText(/Diambil dari pustaka nasional/).waitFor();
    await manager
      .getByText(/Konfirmasi dahulu \d+ tafsir/)
      .first()
      .waitFor();

    const call = createCaller(port, await tokenByDemo(port, 'staff', 'manajer@probolinggo.example'));
    const params = { standardId, version: 1 };
    const draft = await call(staffApi.getStandard, { params });
    adopted = draft.standard;
    for (const readingId of draft.unconfirmed)
      await call(staffApi.confirmReading, { params: { ...params, readingId } });
    await manager.reload();
    await press(manager, 'Terbitkan sekarang');
    await press(manager, 'Terbitkan versi 1');
    await manager.getByText('Versi 1 terbit. Permohonan baru memakai versi ini.').waitFor();
    receipt = await complain(reader, service);
  });

  it('is changed, and what changes is told in words', async () => {
    await manager.goto(`${console}/standar`);
    await manager.locator('input[type=file]').setInputFiles({
      name: 'aspirasi-uji.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(faster(adopted))),
    });
    await manager.waitForURL(at(2));
    await manager.getByText(/3 hari kerja menjadi 2 hari kerja/).waitFor();
  });

  it('is put before the public, marked as not in force, and enacted with its minutes', async () => {
    await press(manager, 'Buka konsultasi publik');
    await manager.getByLabel('Hari pertama').fill(today);
    await manager.getByLabel('Hari terakhir').fill(today);
    await press(manager, 'Buka konsultasi');
    await manager.getByText(/Konsultasi publik dibuka sampai/).waitFor();
    expect(await reads(portal)).toContain('Rancangan yang menunggu masukan Anda');
    expect(await reads(`${service}/rancangan`)).toContain('Rancangan. Belum berlaku.');

    await press(manager, 'Catat berita acara');
    await manager.getByLabel('Ringkasan berita acara').fill('Dua warga hadir dan setuju.');
    await press(manager, 'Simpan berita acara');
    await manager.getByText(/Berita acara tersimpan/).waitFor();
    await press(manager, 'Catat penetapan');
    await manager.getByLabel('Nomor keputusan').fill('188/9001/UJI/2026');
    await manager.getByLabel('Tanggal keputusan').fill(today);
    await press(manager, 'Simpan penetapan');
    await manager.getByText(/Penetapan 188\/9001\/UJI\/2026 tercatat/).waitFor();
  });

  it('is published, and a running case moves to it with a reason its applicant reads', async () => {
    await press(manager, 'Terbitkan sekarang');
    await manager.getByLabel('Saya lihat dan putuskan satu per satu sesudah terbit').check();
    await press(manager, 'Terbitkan versi 2');
    await manager.getByText('Versi 2 terbit. Permohonan baru memakai versi ini.').waitFor();
    expect(await reads(service)).toContain('188/9001/UJI/2026');

    await manager.getByRole('checkbox', { name: new RegExp(receipt.ticket) }).check();
    await manager.getByText(/Tanggapan pertama: .*lebih cepat/).waitFor();
    await manager.getByLabel('Alasan memindahkan').fill('Pelayanan dipercepat.');
    await press(manager, 'Pindahkan 1 yang dipilih');
    await manager.getByText('1 permohonan dipindahkan.').waitFor();
    await manager.getByText('Tidak ada. Semua permohonan yang berjalan memakai versi 2.').waitFor();
    const own = await citizen(reader, portal).track(receipt);
    expect(own).toContain('kini mengikuti standar pelayanan versi 2. Alasan: Pelayanan dipercepat.');
  });

  it('is withdrawn, says so, and lets the running case go on', async () => {
    await press(manager, 'Tarik layanan ini');
    await manager.getByLabel('Alasan yang dibaca warga').fill('Digabung dengan layanan lain.');
    await press(manager, 'Tarik layanan');
    await manager.getByText(/Layanan ditarik/).waitFor();
    expect(await reads(service)).toContain('Layanan ini sudah ditarik');
    expect(await citizen(reader, portal).track(receipt)).toContain(receipt.ticket);
  });
});
