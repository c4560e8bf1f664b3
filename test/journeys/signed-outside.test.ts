// Letters that are signed outside: with a certificate, the file coming back as it was signed; or by pen, as a scan. What is
// another letter or was altered is told so.

import type { SigningMethod } from '@layan/contract/staff/letter-view';
import { staffApi } from '@layan/contract/staff-api';
import { aSigner } from '@layan/examination/fixtures/a-signer';
import { signPdf } from '@layan/examination/fixtures/sign-pdf';
import { open, pictureOf } from '@layan/rendering/fixtures/pictures';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type * as z from 'zod/mini';
import { openBrowser, openContext } from '../browser.ts';
import { forget } from '../errands.ts';
import { signIn } from '../people/clerk.ts';
import { type Filed, letters } from '../people/letters.ts';
import { type Office, office } from '../people/office.ts';
import { aloneIn } from '../turns.ts';

const port = inject('port');
aloneIn('kota-pekalongan');
const pekalongan = letters(port);
let browser: Browser;
let staff: Office;

const setSigning = async (signing: z.infer<typeof SigningMethod>): Promise<void> => {
  const call = await pekalongan.as('manajer');
  const { head, ...settings } = await call(staffApi.getLetterSettings);
  await call(staffApi.changeLetterSettings, { body: { ...settings, signing } });
  // What functions remember of the settings is some seconds old.
  await forget(port);
};

beforeAll(async () => {
  browser = await openBrowser();
  staff = office(browser, port, 'backoffice@pekalongan.example');
});
afterAll(async () => {
  // Whoever comes next meets the agency as it was.
  await setSigning('seal');
  await browser.close();
});

interface Waiting {
  readonly filed: Filed;
  readonly letterId: string;
  readonly file: Buffer;
}
const waiting = async (n: number): Promise<Waiting> => {
  const filed = await pekalongan.toSignature(n);
  const { letter } = await pekalongan.prepared('kadis', filed.ticket);
  const at = { caseId: filed.caseId, letterId: letter.id };
  return { filed, letterId: letter.id, file: await pekalongan.fileOf('kadis', at) };
};
const send = (page: Page, mimeType: string, bytes: Uint8Array): Promise<void> =>
  page
    .getByLabel('Berkas surat yang sudah ditandatangani')
    .setInputFiles({ name: `surat.${mimeType.slice(-3)}`, mimeType, buffer: Buffer.from(bytes) });
const sign = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: 'Tanda tangani', exact: true }).check();
  await page.getByRole('button', { name: 'Tanda tangani', exact: true }).click();
  await page.getByText(/^Tersimpan: /).waitFor();
};

describe('a letter signed with a certificate', () => {
  it('is what the manager chooses for the agency', async () => {
    const console = `http://console.localhost:${port}`;
    const page = await signIn(await openContext(browser), console, 'Manajer Pekalongan');
    await page.goto(`${console}/surat-dinas`);
    await page.getByRole('radio', { name: /^Sertifikat elektronik/ }).check();
    await page.getByRole('button', { name: 'Simpan pengaturan' }).click();
    await page.getByText('Pengaturan surat dinas tersimpan.').waitFor();
    await forget(port);
  });

  it('is taken back unaltered only, and kept byte for byte', async () => {
    const { filed, letterId, file } = await waiting(521);
    // How this letter is signed stays as it was when it was drawn.
    await setSigning('ink');
    const signed = await signPdf(file, await aSigner());
    const altered = Buffer.from(signed);
    // One digit of a date: the file is as whole as before, and is not what was signed.
    const inside = altered.indexOf('/CreationDate (D:') + 20;
    altered.writeUInt8(altered.readUInt8(inside) ^ 1, inside);

    const page = await staff.at('Kadis Pekalongan', filed.ticket);
    await page.getByRole('radio', { name: 'Tanda tangani', exact: true }).check();
    await send(page, 'application/pdf', altered);
    await page.getByText('Isi berkas berubah sesudah ditandatangani.').waitFor();
    await page.getByRole('button', { name: 'Tanda tangani', exact: true }).click();
    await page.getByText('Unggah dahulu surat yang sudah ditandatangani.').first().waitFor();

    await send(page, 'application/pdf', signed);
    await page.getByText('Isinya sama dengan surat yang disiapkan.').waitFor();
    expect(await page.locator('.copy-signer').first().innerText()).toMatch(/Pejabat Uji Satu.*sah/);
    await sign(page);
    const kept = await pekalongan.fileOf('kadis', { caseId: filed.caseId, letterId });
    expect(kept.equals(Buffer.from(signed))).toBe(true);
  });
});

describe('a letter signed by pen', () => {
  const scan = async (file: Buffer): Promise<Buffer> =>
    open(await pictureOf(file, 0, 200))
      .jpeg({ quality: 70 })
      .toBuffer();

  it('is taken as a scan by its code; the scan of another letter is not', async () => {
    const [mine, other] = [await waiting(522), await waiting(523)];
    const page = await staff.at('Kadis Pekalongan', mine.filed.ticket);
    await page.getByRole('radio', { name: 'Tanda tangani', exact: true }).check();
    await send(page, 'image/jpeg', await scan(other.file));
    await page.getByText('Pada berkas ini terbaca kode surat lain.').waitFor();
    await send(page, 'image/jpeg', await scan(mine.file));
    await page.getByText('Kode pada pindaian adalah kode surat ini.').waitFor();
    await sign(page);
    const { letters: found } = await pekalongan.look('kadis', mine.filed.ticket);
    expect(found).toMatchObject([{ state: 'active', signature: { method: 'ink' } }]);
  });
});
