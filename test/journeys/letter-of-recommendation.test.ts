// A family in the registry gets its letter within the day: filed at the portal, drafted, corrected, initialled, frozen, signed
// with the seal of the agency, downloaded, checked by a stranger, collected at the counter.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { pagesOf, pictureOf, readCode } from '@layan/rendering/fixtures/pictures';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { type Citizen, citizen, type Receipt } from '../people/citizen.ts';
import { identity } from '../people/identities.ts';
import { letters, registry, today } from '../people/letters.ts';
import { type Office, office } from '../people/office.ts';
import { aPhoto } from '../people/scan.ts';
import { aloneIn } from '../turns.ts';

const port = inject('port');
aloneIn('kota-pekalongan');
const portal = `http://kota-pekalongan.localhost:${port}/`;
const who = identity(501);
const label = 'Surat Rekomendasi Kartu Indonesia Sehat';
const pekalongan = letters(port);
const counter = 'Loket Pekalongan';
let browser: Browser;
let staff: Office;
let warga: Citizen;
let receipt: Receipt;
let number: string;
let file: Buffer;

beforeAll(async () => {
  browser = await openBrowser({ serviceWorkers: true });
  staff = office(browser, port, 'backoffice@pekalongan.example');
  const context = await openContext(browser, { viewport: phone, javaScript: false });
  warga = citizen(await context.newPage(), portal, {
    service: /Rekomendasi Kartu Indonesia Sehat/,
    village: 'Medono',
  });
});
afterAll(() => browser.close());

const words = async (pdf: Uint8Array): Promise<string> =>
  (await pagesOf(pdf)).map(({ text }) => text.replace(/\s+/g, ' ')).join(' ');
const day = (date: string): string =>
  new Date(date).toLocaleDateString('id-ID', { dateStyle: 'long', timeZone: 'Asia/Jakarta' });

describe('the letter of a family in the registry', () => {
  it('is asked for at the portal, without the papers that are asked of schoolchildren', async () => {
    await warga.begin();
    await warga.answerQuestions(who);
    for (let papers = 0; warga.page.url().includes('/permohonan/berkas/'); papers += 1) {
      if (papers < 3) await warga.sendScan(await aPhoto(warga.page));
      await warga.goOn();
    }
    receipt = await warga.submit();
  });

  it('is drafted with the letter beside the form, as it is being typed', async () => {
    const { ticket } = receipt;
    await staff.work(ticket, { by: counter, outcome: 'Terima berkas', answers: registry('listed') });
    const page = await staff.at(counter, ticket);
    await page.locator('[data-at="fact.familyCardNumber"] input').fill(who.familyCardNumber);
    await page.locator('[data-at="fact.familySize"] input').fill('4');
    const [drawn] = await Promise.all([
      page.waitForResponse(
        (answer) =>
          /\/preview/.test(answer.url()) && (answer.request().postData() ?? '').includes('berobat di rumah'),
      ),
      page.locator('[data-at="fact.purpose"] input').fill('berobat di rumah sakit'),
    ]);
    const { pdf }: { pdf: string } = await drawn.json();
    const text = await words(Buffer.from(pdf, 'base64'));
    expect(text).toContain('KONSEP');
    expect(text).toContain('keperluan berobat di rumah sakit');
    expect(text).toContain(who.name);
    await page.getByText('Konsep sesuai isian. Belum bernomor, belum ditandatangani.').waitFor();
    await page.getByRole('button', { name: 'Ajukan konsep' }).click();
    await page.getByText(/^Tersimpan: /).waitFor();
  });

  it('is sent back with a note, corrected, and initialled by three', async () => {
    const { ticket } = receipt;
    const note = 'Tulis keperluan sesuai permohonan.';
    await staff.work(ticket, { by: 'Kasi Pekalongan', outcome: 'Kembalikan untuk diperbaiki', note });
    const page = await staff.at(counter, ticket);
    await page.getByText(note).first().waitFor();
    await pekalongan.review({ ticket, who });
    const { ladders } = await staff.look(ticket);
    expect(ladders[0]?.tiers.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'now']);
  });

  it('is entered in SIKS-NG beside all that', async () => {
    await staff.work(receipt.ticket, {
      by: 'Pengolah Data Pekalongan',
      outcome: 'Catat hasil input',
      answers: { siksEntryDate: today() },
      evidence: ['siks-screen'],
    });
  });

  it('is made out to the head with its number, and signed with the seal of the agency', async () => {
    const { letter } = await pekalongan.prepared('kadis', receipt.ticket);
    number = letter.number ?? '';
    expect(number).toMatch(/^400\.9\.14\/\d{3,}\/DINSOSP2KB\/[IVX]+\/\d{4}$/);
    expect(letter.signatory).toMatchObject({ name: 'Kadis Pekalongan' });
    expect(await warga.track(receipt)).toContain('menunggu tanda tangan');
    const page = await staff.work(receipt.ticket, { by: 'Kadis Pekalongan', outcome: 'Tanda tangani' });
    await page.getByText(number).first().waitFor();
  });

  it('keeps the promise of one working day', async () => {
    const { promises } = await staff.look(receipt.ticket);
    expect(promises).toMatchObject([
      { id: 'listed-promise', state: 'kept' },
      { id: 'outer-limit', state: 'kept' },
    ]);
    expect(await warga.track(receipt)).toMatch(/ditepati/i);
  });

  it('is downloaded with ticket and secret', async () => {
    const link = warga.page.getByRole('link', { name: new RegExp(`Unduh ${label}`) });
    const [download] = await Promise.all([warga.page.waitForEvent('download'), link.click()]);
    file = await readFile(await download.path());
    const text = await words(file);
    for (const part of [number, who.name, who.nik, 'Pejabat Uji Empat', day(today()), 'Segel'])
      expect(text).toContain(part);
    expect(text).not.toContain('KONSEP');
  });
});

describe('whoever holds the letter', () => {
  let code: string | undefined;

  const at = async (javaScript: boolean): Promise<Page> => {
    const page = await (await openContext(browser, { viewport: phone, javaScript })).newPage();
    await page.goto(code ?? '');
    return page;
  };
  const compare = async (page: Page, buffer: Buffer, answer: RegExp): Promise<void> => {
    await page.locator('#pdf').setInputFiles({ name: 'surat.pdf', mimeType: 'application/pdf', buffer });
    await page.getByRole('button', { name: 'Bandingkan' }).click();
    await page.getByText(answer).first().waitFor();
  };
  const altered = (): Buffer => {
    const bytes = Buffer.from(file);
    bytes.writeUInt8(bytes.readUInt8(2_000) ^ 1, 2_000);
    return bytes;
  };

  it('is led by its code to a page that tells number, state and the hash of the file', async () => {
    code = await readCode(await pictureOf(file, 0, 200));
    expect(code).toMatch(new RegExp(`^http://kota-pekalongan\\.localhost:${port}/v/[0-9a-z]{26}#`));
    const text = await (await at(true)).locator('main').innerText();
    expect(text).toContain('Berlaku');
    expect(text).toContain(number);
    expect(text).toContain(createHash('sha256').update(file).digest('hex'));
    expect(text).not.toContain(who.name);
    expect(text).not.toContain(who.nik);
  });

  it.each([true, false])(
    'may compare the file, with a script %s: one byte changed is another',
    async (js) => {
      const page = await at(js);
      await compare(page, file, /sama persis dengan yang diterbitkan/);
      await compare(page, altered(), /bukan berkas yang diterbitkan/);
    },
  );
});

describe('at the counter', () => {
  const print = async (page: Page, button: string): Promise<string> => {
    const [answer] = await Promise.all([
      page.waitForResponse((one) => /\/prints$/.test(one.url()) && one.request().method() === 'POST'),
      page.getByRole('button', { name: new RegExp(`^${button}: `) }).click(),
    ]);
    const { url }: { url: string } = await answer.json();
    return words(new Uint8Array(await (await fetch(url)).arrayBuffer()));
  };

  it('the letter is printed as it was signed, then as a copy that says so', async () => {
    const page = await staff.at(counter, receipt.ticket);
    await page.evaluate(() => {
      window.open = () => null;
    });
    expect(await print(page, 'Cetak surat')).not.toMatch(/Salinan ke/i);
    expect(await print(page, 'Cetak salinan')).toMatch(/Salinan ke-2/i);
  });

  it('it is handed to the daughter, who showed her card; so the case ends', async () => {
    const { ticket } = receipt;
    await pekalongan.work('backoffice', ticket, ['connect', 'connected'], {
      technicalAgency: 'Dinas Kesehatan',
    });
    await staff.work(ticket, {
      by: counter,
      outcome: 'Catat penyerahan',
      answers: {
        collector: 'family',
        collectorName: 'Warga Uji 502',
        collectorRelation: 'anak',
        identityShown: 'ktp',
      },
    });
    expect((await staff.look(ticket)).ended?.label).toBe('Rekomendasi diberikan');
    expect(await warga.track(receipt)).toContain('Surat rekomendasi sudah diserahkan di loket');
  });
});

describe('in the register of outgoing letters', () => {
  it('the month prints on A4 across: its letters, whoever they are for, and nothing of the screen', async () => {
    const page = await staff.at('Kadis Pekalongan', receipt.ticket);
    await page.goto(
      new URL(`/buku/keluar/surat-keluar/${today().slice(0, 4)}/${today().slice(5, 7)}`, page.url()).href,
    );
    await page.getByRole('cell', { name: number }).waitFor();
    const printed = page.evaluate(() => new Promise<true>((done) => (window.print = () => done(true))));
    await page.getByRole('button', { name: 'Cetak', exact: true }).click();
    expect(await printed).toBe(true);
    const pages = await pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    for (const { width, height } of pages) expect(width).toBeGreaterThan(height);
    const [first] = pages;
    expect(first?.text).toMatch(/surat keluar/i);
    for (const part of [number, label, 'Dinas Sosial']) expect(first?.text).toContain(part);
    for (const { text } of pages)
      expect(text).not.toMatch(/Bulan sebelumnya|Keluar\b.*Masuk|Kotak tugas|Cetak/);
  });
});
