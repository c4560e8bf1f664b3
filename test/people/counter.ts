// A front-office clerk who files for somebody at the counter, by keyboard alone, and counts the keys.
import type { Page } from 'playwright-core';
import type { Identity } from './identities.ts';

export function counter(page: Page) {
  let keys = 0;
  const press = async (...pressed: readonly string[]): Promise<void> => {
    for (const key of pressed) {
      keys += 1;
      await page.keyboard.press(key);
      // Where the focus goes is decided after the page has drawn what the answer made appear.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)));
    }
  };
  const type = async (text: string): Promise<void> => {
    keys += text.length;
    await page.keyboard.type(text);
  };
  const at = (): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.closest('[data-at]')?.getAttribute('data-at') ?? null);
  /** Waits until the focus has come to a field: a person looks before typing. */
  const arrive = (place: string): Promise<unknown> =>
    page.waitForFunction(
      (wanted) => document.activeElement?.closest('[data-at]')?.getAttribute('data-at') === wanted,
      place,
    );

  return {
    page,
    press,
    type,
    at,
    arrive,
    keys: (): number => keys,

    /** From anywhere in the console to the first field. */
    async begin(): Promise<void> {
      await press('n');
      await arrive('fact.applicantName');
    },

    /** A head of family with NIK and family card, who brought both on paper. */
    async fillIn(who: Identity): Promise<void> {
      await type(who.name);
      await press('Enter');
      await press('1');
      await arrive('fact.nikStatus');
      await press('1');
      await arrive('fact.nik');
      await type(who.nik);
      await press('Enter');
      await press('1');
      await arrive('fact.familyCardNumber');
      await type(who.familyCardNumber);
      await press('Enter');
      await type('Jalan Contoh 5');
      await press('Enter', 'Enter', 'Enter');
      await arrive('fact.village');
      await type('Pilang');
      await page.getByRole('option', { name: /Kelurahan Pilang/ }).waitFor();
      await press('Enter');
      await arrive('fact.phone');
      await press('Enter', 'Enter');
      await arrive('fact.helpNeeded');
      await type('Perlu bantuan untuk berobat.');
      await press('Enter', 'Space', 'Enter', 'Space', 'Enter');
    },

    async filed(): Promise<{ readonly ticket: string; readonly secret: string }> {
      await page.getByRole('heading', { name: /^Tersimpan: tiket/ }).waitFor();
      const slip = await page.getByRole('region', { name: 'Tanda terima permohonan' }).innerText();
      const ticket = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z*~$=]/.exec(slip)?.[0] ?? '';
      const secret = /\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/.exec(slip)?.[0] ?? '';
      return { ticket, secret };
    },
  };
}

export type Counter = ReturnType<typeof counter>;
