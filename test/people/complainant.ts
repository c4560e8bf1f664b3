// Somebody who complains on the portal, by whatever pages the form has: says who they are and what it is about.
import type { Page } from 'playwright-core';
import { citizen, type Receipt } from './citizen.ts';

const answers: Readonly<Record<string, string>> = {
  complainantName: 'Warga Uji Pengadu',
  email: 'warga.uji.pengadu@contoh.example',
  story: 'Loket tutup lebih awal dari yang tertulis.',
};

const MOST_PAGES = 20;

async function answerPage(page: Page): Promise<void> {
  const radios = page.locator('main form input[type=radio]');
  const groups = new Set(await radios.evaluateAll((all) => all.map((one) => one.getAttribute('name') ?? '')));
  for (const name of groups)
    await page.locator(`main form input[type=radio][name="${name}"]`).first().check({ force: true });
  for (const [name, text] of Object.entries(answers)) {
    const field = page.locator(`main form [name="${name}"]`);
    if ((await field.count()) > 0) await field.fill(text);
  }
}

/** Files at a service that takes complaints, without papers. */
export async function complain(page: Page, service: string): Promise<Receipt> {
  const go = (name: RegExp) =>
    Promise.all([
      page.waitForNavigation(),
      page.getByRole('button', { name }).or(page.getByRole('link', { name })).first().click(),
    ]);
  await page.goto(service);
  await go(/^Ajukan sekarang$/);
  const isPast = () => new URL(page.url()).pathname.startsWith('/permohonan/periksa');
  for (let pages = 0; pages < MOST_PAGES && !isPast(); pages += 1) {
    await answerPage(page);
    const papers = new URL(page.url()).pathname.startsWith('/permohonan/berkas/');
    await go(papers ? /^(Lewati|Lanjutkan)/ : /^(Simpan dan lanjutkan|Lanjutkan)/);
  }
  const warga = citizen(page, new URL('/', service).href);
  return warga.submit();
}
