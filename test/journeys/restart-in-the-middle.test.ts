import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { type Layan, startLayan } from '../layan.ts';
import { seededPlace } from '../own-host.ts';
import { type Citizen, citizen, type Receipt } from '../people/citizen.ts';
import { openByTicket, signIn } from '../people/clerk.ts';
import { identity } from '../people/identities.ts';
import { aPhoto } from '../people/scan.ts';
import { aloneIn } from '../turns.ts';

// A host that starts has much to do; two at once would wait for each other.
aloneIn('a host of its own');

let browser: Browser;
let layan: Layan;
let warga: Citizen;
let receipt: Receipt;

beforeAll(async () => {
  layan = await startLayan(await seededPlace('restart'));
  browser = await openBrowser();
  warga = citizen(
    await (await openContext(browser, { viewport: phone, javaScript: false })).newPage(),
    layan.portal('kota-probolinggo'),
  );
});
afterAll(async () => {
  await browser.close();
  await layan.stop();
  await rm(layan.data, { recursive: true, force: true });
});

describe('a power cut in the middle of a filing', () => {
  it('leaves what was entered and sent so far', async () => {
    await warga.begin();
    await warga.answerQuestions(identity(40));
    await warga.sendScan(await aPhoto(warga.page));
    await layan.kill();

    const began = performance.now();
    layan = await startLayan(layan);
    console.log(`Second start: ${((performance.now() - began) / 1000).toFixed(1)} s.`);
    await warga.page.goto(layan.portal('kota-probolinggo', '/permohonan'));
    await warga.page.goto(layan.portal('kota-probolinggo', '/permohonan/periksa'));
    const text = await warga.page.locator('main').innerText();
    expect(text).toContain('Warga Uji 40');
    expect(text).toContain('Jalan Contoh 5');
    expect(text.match(/Sudah diterima/g)).toHaveLength(1);
  });

  it('does not keep the citizen from finishing', async () => {
    await warga.page.goto(layan.portal('kota-probolinggo', '/permohonan/berkas/family-card'));
    await warga.sendScan(await aPhoto(warga.page));
    await warga.goOn();
    receipt = await warga.submit();
    await layan.stop();
  });

  it('keeps a filed case over an ordinary stop, with its scans and the staff’s accounts', async () => {
    layan = await startLayan(layan);
    expect(await warga.track(receipt)).toContain('Petugas loket sedang memeriksa berkas Anda.');
    const loket = await signIn(await openContext(browser), layan.console, 'Petugas Loket');
    await openByTicket(loket, receipt.ticket);
    await loket.getByRole('img', { name: 'Pindaian berkas pemohon' }).waitFor();
  });
});
