import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { citizen, type Receipt } from '../people/citizen.ts';
import { openByTicket, signIn } from '../people/clerk.ts';
import { identity } from '../people/identities.ts';
import { aPhoto } from '../people/scan.ts';

const port = inject('port');
const data = inject('data');
const canary = { ...identity(77), name: 'Warga Uji Kenari' };
const addresses: string[] = [];
let browser: Browser;
let receipt: Receipt;

/** Everything below a folder of the local host, as text. */
async function textsIn(folder: string): Promise<{ file: string; text: string }[]> {
  const entries = await readdir(join(data, folder), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'latin1') })));
}

const holding = (texts: readonly { file: string; text: string }[], word: string): string[] =>
  texts.filter(({ text }) => text.includes(word)).map(({ file }) => file);

beforeAll(async () => {
  browser = await openBrowser();
  const page = await (await openContext(browser, { viewport: phone })).newPage();
  page.on('request', (request) => addresses.push(request.url()));
  receipt = await citizen(page, `http://kota-probolinggo.localhost:${port}/`).file(canary, aPhoto);
  const loket = await signIn(await openContext(browser), `http://console.localhost:${port}`, 'Petugas Loket');
  loket.on('request', (request) => addresses.push(request.url()));
  await openByTicket(loket, receipt.ticket);
  await loket.getByRole('button', { name: /^Tampilkan NIK/ }).click();
  await loket.getByLabel('Untuk keperluan apa?').fill('Mencocokkan dengan KTP.');
  await loket.getByRole('button', { name: 'Tampilkan', exact: true }).first().click();
  await loket.getByText(canary.nik).waitFor();
});
afterAll(() => browser.close());

const secrets = () => ({
  NIK: canary.nik,
  'family card number': canary.familyCardNumber,
  name: canary.name,
  address: 'Jalan Contoh 5',
  'what was asked for': 'Perlu bantuan untuk berobat.',
  'the citizen’s secret': receipt.secret,
  'the secret without its hyphen': receipt.secret.replace('-', ''),
});

describe('what a citizen entrusts', () => {
  it('stands in no log of any function', async () => {
    const logs = await textsIn('logs');
    expect(holding(logs, 'L001')).not.toEqual([]);
    for (const [what, word] of Object.entries(secrets()))
      expect({ what, in: holding(logs, word) }).toEqual({ what, in: [] });
  });

  it('stands in no address that a browser asked for', () => {
    expect(addresses.length).toBeGreaterThan(20);
    for (const word of Object.values(secrets())) {
      const found = addresses.filter((address) => decodeURIComponent(address).includes(word));
      expect(found).toEqual([]);
    }
  });

  it('lies in the tables as ciphertext only', async () => {
    const tables = await textsIn('dynamodb');
    // The same bytes do hold what is not personal: the test looks at the right place.
    expect(holding(tables, receipt.ticket)).not.toEqual([]);
    for (const [what, word] of Object.entries(secrets()))
      expect({ what, in: holding(tables, word) }).toEqual({ what, in: [] });
  });

  it('names no object in storage', async () => {
    const entries = await readdir(data, { recursive: true });
    const objects = entries.filter((entry) => entry.includes('accepted'));
    for (const word of Object.values(secrets()))
      expect(objects.filter((entry) => entry.includes(word))).toEqual([]);
  });
});
