import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { ordinary } from '../fixtures/cards.ts';
import { pictureOf } from '../fixtures/pictures.ts';
import { renderCard } from '../render-card.ts';
import { crestPicture } from './crest-picture.ts';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>';
const uri = (type: string, bytes: Buffer | string) =>
  `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;
const kindOf = (crest: string | undefined) => crestPicture({ ...ordinary, crest }).kind;

const png = (alpha: number) =>
  sharp({ create: { width: 40, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha } } })
    .png()
    .toBuffer();

/** Darkness of the place where the crest stands, 0 to 1. */
async function darkness(crest: string): Promise<number> {
  const { data, width } = await pictureOf(await renderCard({ ...ordinary, crest }, 'card'), 0, 200);
  const dot = 200 / 25.4;
  const [x, y] = [Math.round(8.7 * dot), Math.round(7.3 * dot)];
  return 1 - (data[y * width + x] ?? 255) / 255;
}

describe('the crest', () => {
  test('is drawn from a PNG, also with transparency', async () => {
    expect(await darkness(uri('png', await png(1)))).toBeGreaterThan(0.95);
    expect(await darkness(uri('png', await png(0.5)))).toBeCloseTo(0.5, 1);
  });

  test('is drawn from an SVG, given as base64, as escaped text, or as it is', async () => {
    for (const crest of [uri('svg+xml', SVG), `data:image/svg+xml,${encodeURIComponent(SVG)}`, SVG])
      expect(await darkness(crest)).toBeGreaterThan(0.95);
  });

  test('is a seal with the initials of the government when there is none', () => {
    expect(crestPicture(ordinary)).toEqual({ kind: 'seal', letters: 'KP', ink: '#0b5c4a' });
  });

  test('is a seal when what was given cannot be drawn', async () => {
    const whole = await png(1);
    const broken = Buffer.from(whole);
    broken.fill(0, whole.indexOf('IDAT') + 4, whole.indexOf('IDAT') + 20);
    for (const crest of [
      '',
      '<html></html>',
      '<svg><g>',
      'crest.png',
      uri('png', 'no picture'),
      uri('png', whole.subarray(0, 60)),
      uri('png', broken),
      uri('gif', 'GIF89a'),
      'data:image/svg+xml,%E0%A4%A',
    ])
      expect(kindOf(crest), crest.slice(0, 40)).toBe('seal');
  });

  test('is a seal when it would swell to more than a crest can be', async () => {
    const whole = await png(1);
    const at = whole.indexOf('IDAT');
    const bomb = deflateSync(Buffer.alloc(20_000_000));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bomb.length);
    const end = whole.subarray(whole.indexOf('IEND') - 4);
    const parts = [whole.subarray(0, at - 4), length, Buffer.from('IDAT'), bomb, Buffer.alloc(4), end];
    expect(kindOf(uri('png', Buffer.concat(parts)))).toBe('seal');
  });

  test('neither fetches nor reads files that an SVG names', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'crest-'));
    const file = join(folder, 'black.png');
    try {
      await writeFile(file, await png(1));
      const images = [file, 'https://crest.example/a.png']
        .map((link) => `<image xlink:href="${link}" width="10" height="10"/>`)
        .join('');
      const hostile = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">${images}</svg>`;
      expect(kindOf(hostile)).toBe('svg');
      expect(await darkness(hostile)).toBeLessThan(0.05);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test.each([
    ['a path that is none', '<path d="M0 0 Lx"/>'],
    ['tags that do not close', '<g><g>'],
    ['a part that uses itself', '<g id="a"><use href="#a"/></g><use href="#a"/>'],
    ['a picture that is none', '<image href="data:image/png;base64,AAAA" width="5" height="5"/>'],
  ])('does not keep a card from being drawn: %s', async (_, content) => {
    const crest = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${content}</svg>`;
    expect(kindOf(crest)).toBe('svg');
    expect((await renderCard({ ...ordinary, crest }, 'card')).length).toBeGreaterThan(1000);
  });

  test('is a seal when the drawing of an SVG fails', async () => {
    const nothingWide = '<svg viewBox="0 0 0 0"><rect width="1" height="1"/></svg>';
    const crest = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${nothingWide}</svg>`;
    const [drawn, sealed] = [
      await renderCard({ ...ordinary, crest }, 'card'),
      await renderCard(ordinary, 'card'),
    ];
    expect(Buffer.from(drawn).equals(Buffer.from(sealed))).toBe(true);
  });
});
