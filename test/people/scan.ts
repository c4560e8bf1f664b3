// Pictures to send as scans, drawn by the browser itself.
import type { Page } from 'playwright-core';

export interface ScanFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A readable picture, as a phone's camera would give one. */
export async function aPhoto(page: Page, name = 'foto.jpg'): Promise<ScanFile> {
  return { name, mimeType: 'image/jpeg', buffer: await page.screenshot({ type: 'jpeg' }) };
}

/** The same picture cut off half-way, as a lost connection leaves it. */
export async function aDamagedPhoto(page: Page): Promise<ScanFile> {
  const whole = await aPhoto(page, 'rusak.jpg');
  return { ...whole, buffer: whole.buffer.subarray(0, whole.buffer.length / 2) };
}

/** A web page that calls itself a photo. */
export const aDisguisedPage: ScanFile = {
  name: 'ktp.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from('<!doctype html><script>alert(1)</script>'),
};
