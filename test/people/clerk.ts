// A member of staff at the console.
import type { BrowserContext, Page } from 'playwright-core';

export async function signIn(context: BrowserContext, console: string, name: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(console);
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page
    .getByRole('link', { name: /Kotak masuk|Standar|Pelindungan data/ })
    .first()
    .waitFor();
  return page;
}

export async function openByTicket(page: Page, ticket: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Cari nomor tiket' }).fill(ticket);
  await page.keyboard.press('Enter');
  await page.getByText(ticket).first().waitFor();
  await page.getByRole('heading', { name: 'Riwayat' }).waitFor();
}

/** Chooses an outcome of the open step. */
export async function choose(page: Page, outcome: string): Promise<void> {
  await page.getByRole('radio', { name: outcome, exact: true }).check();
}

export async function press(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
}

export async function saved(page: Page): Promise<void> {
  await page.getByText(/^Tersimpan: /).waitFor();
}
