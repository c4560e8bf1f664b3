// A clerk who keys in what came on a channel of a service: by hand, field by field.
import type { Page } from 'playwright-core';
import type { Receipt } from './citizen.ts';

export interface Incoming {
  /** Label of the channel. */
  readonly channel: string;
  /** By fact; options by their value. */
  readonly answers: Readonly<Record<string, string>>;
}

async function fill(page: Page, fact: string, value: string): Promise<void> {
  const field = page.locator(`[data-at="fact.${fact}"]`);
  const radio = field.locator(`input[type=radio][value="${value}"]`);
  if ((await radio.count()) > 0) return radio.check();
  const list = field.locator('select');
  if ((await list.count()) > 0) return void (await list.selectOption(value));
  await field.locator('input, textarea').first().fill(value);
}

/** From anywhere in the console to the filled-in form. */
export async function keyIn(page: Page, { channel, answers }: Incoming): Promise<void> {
  await page.getByRole('link', { name: 'Terima permohonan' }).click();
  await page.getByRole('link', { name: channel, exact: true }).click();
  await page.locator('form.intake').waitFor();
  for (const [fact, value] of Object.entries(answers)) await fill(page, fact, value);
}

export async function file(page: Page): Promise<Receipt> {
  await page.getByRole('button', { name: 'Simpan dan cetak tanda terima' }).click();
  await page.getByRole('heading', { name: /^Tersimpan: tiket/ }).waitFor();
  const slip = await page.getByRole('region', { name: 'Tanda terima permohonan' }).innerText();
  const ticket = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z*~$=]/.exec(slip)?.[0] ?? '';
  const secret = /\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/.exec(slip)?.[0] ?? '';
  return { ticket, secret };
}

/** `YYYY-MM-DD` so many days from today, in Kupang. */
export const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
