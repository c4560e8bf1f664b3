// A citizen at the portal, on a cheap phone: reads labels, presses buttons, waits for pages.
import type { Page } from 'playwright-core';
import { until } from '../until.ts';
import type { Identity } from './identities.ts';
import type { ScanFile } from './scan.ts';

export interface Receipt {
  readonly ticket: string;
  readonly secret: string;
}

/** What a page says of a scan that was looked at. */
const CHECKED = /Sudah kami terima|Belum bisa|belum terbaca|tidak dapat|Kirim ulang|perlu dikirim ulang/i;

const title = (page: Page): Promise<string> => page.locator('h1').innerText();

async function send(page: Page): Promise<void> {
  await Promise.all([
    page.waitForNavigation(),
    page.locator('main form button[type=submit]').first().click(),
  ]);
}

const answers = (who: Identity): Readonly<Record<string, string>> => ({
  applicantName: who.name,
  nik: who.nik,
  familyCardNumber: who.familyCardNumber,
  address: 'Jalan Contoh 5',
  helpNeeded: 'Perlu bantuan untuk berobat.',
  ...(who.email === undefined ? {} : { email: who.email }),
});

const choices: Readonly<Record<string, string>> = {
  relationToHead: 'self',
  nikStatus: 'have',
  familyCardStatus: 'have',
};

/** Fills in what the question page in front asks, whatever it is, and goes on. */
async function answerPage(page: Page, who: Identity, place: string): Promise<void> {
  for (const [name, value] of Object.entries(choices)) {
    const choice = page.locator(`main input[type=radio][name="${name}"][value="${value}"]`);
    if ((await choice.count()) > 0) await choice.check({ force: true });
  }
  for (const [name, value] of Object.entries(answers(who))) {
    const field = page.locator(`main [name="${name}"]:not([type=radio])`);
    if ((await field.count()) > 0 && (await field.isEnabled())) await field.fill(value);
  }
  const village = page.locator('main select[name="village"]');
  if ((await village.count()) > 0) await village.selectOption({ label: place });
  await send(page);
}

/** A service of some tenant, and a village of it to live in. */
interface Wish {
  readonly service: RegExp;
  readonly village: string;
}
const aCard: Wish = { service: /Kartu Bestari/, village: 'Pilang' };

export function citizen(page: Page, portal: string, { service, village }: Wish = aCard) {
  const at = (part: string): boolean => new URL(page.url()).pathname.startsWith(part);

  const waitUntilChecked = async (): Promise<void> => {
    let text = '';
    let looks = 0;
    await until(
      () => `the scan to be checked:\n${text}`,
      async () => {
        // Without a script the page asks again by itself; a test is less patient.
        if (looks > 0) await page.reload();
        looks += 1;
        text = await page.locator('main').innerText();
        return CHECKED.test(text) ? text : undefined;
      },
    );
  };

  return {
    page,
    async begin(): Promise<void> {
      await page.goto(portal);
      await page.getByRole('link', { name: service }).first().click();
      await Promise.all([
        page.waitForNavigation(),
        page.getByRole('button', { name: 'Ajukan sekarang' }).first().click(),
      ]);
    },

    answerOne: (who: Identity): Promise<void> => answerPage(page, who, village),

    async answerQuestions(who: Identity): Promise<void> {
      for (let pages = 0; pages < 20 && at('/permohonan/') && !at('/permohonan/berkas/'); pages += 1) {
        if (at('/permohonan/periksa')) return;
        await answerPage(page, who, village);
      }
    },

    /** Sends a scan for the requirement in front; returns what the page says of it. */
    async sendScan(file: ScanFile): Promise<string> {
      await page.locator('input[type=file]').setInputFiles(file);
      await Promise.all([
        page.waitForEvent('framenavigated', { timeout: 60_000 }),
        page.locator('main form button[type=submit]').first().click(),
      ]);
      await page.waitForLoadState();
      await waitUntilChecked();
      return page.locator('main').innerText();
    },

    async goOn(): Promise<void> {
      await Promise.all([
        page.waitForNavigation(),
        page
          .getByRole('link', { name: 'Lanjutkan' })
          .or(page.getByRole('button', { name: 'Lanjutkan' }))
          .first()
          .click(),
      ]);
    },

    async submit(): Promise<Receipt> {
      await Promise.all([
        page.waitForURL(/tanda-terima/),
        page.getByRole('button', { name: 'Kirim permohonan' }).click(),
      ]);
      return this.readReceipt();
    },

    async readReceipt(): Promise<Receipt> {
      const text = await page.locator('main').innerText();
      const ticket = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z*~$=]\b|\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z*~$=]/.exec(
        text,
      )?.[0];
      const secret = /\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/.exec(text)?.[0];
      if (ticket === undefined || secret === undefined)
        throw new Error(`No ticket and secret on "${await title(page)}":\n${text}`);
      return { ticket, secret };
    },

    async file(who: Identity, photo: (page: Page) => Promise<ScanFile>): Promise<Receipt> {
      await this.begin();
      await this.answerQuestions(who);
      while (at('/permohonan/berkas/')) {
        await this.sendScan(await photo(page));
        await this.goOn();
      }
      return this.submit();
    },

    /** From the own case page: files an objection and gives its receipt. */
    async object(reason: string): Promise<Receipt> {
      const follow = (name: string) =>
        Promise.all([
          page.waitForNavigation(),
          page.getByRole('link', { name }).or(page.getByRole('button', { name })).first().click(),
        ]);
      await follow('Ajukan keberatan');
      await follow('Mulai keberatan');
      await page.locator('main [name="objectionReason"]').fill(reason);
      await send(page);
      while (at('/permohonan/berkas/')) await this.goOn();
      await Promise.all([
        page.waitForURL(/tanda-terima/),
        page.getByRole('button', { name: 'Kirim keberatan' }).click(),
      ]);
      return this.readReceipt();
    },

    /** From the own case page. */
    async withdraw(): Promise<void> {
      await Promise.all([
        page.waitForNavigation(),
        page
          .getByRole('link', { name: /Batalkan/ })
          .first()
          .click(),
      ]);
      await send(page);
    },

    async track({ ticket, secret }: Receipt): Promise<string> {
      await page.goto(`${portal}lacak`);
      await page.getByLabel('Nomor tiket').fill(ticket);
      await page.getByLabel('Kode rahasia').fill(secret);
      await send(page);
      return page.locator('main').innerText();
    },
  };
}

export type Citizen = ReturnType<typeof citizen>;
