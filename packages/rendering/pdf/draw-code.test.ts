// An independent decoder reads the printed code from bad pictures. How bad they may be is written down here: the first
// figure of each row is read, and was found by making the picture worse until it no longer was.
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CardArtwork } from '../card-artwork.ts';
import { longest, ordinary, practice, provisional, qrOf } from '../fixtures/cards.ts';
import { grey, open, type Picture, pictureOf, readCode } from '../fixtures/pictures.ts';
import { renderCard } from '../render-card.ts';

const DPI = 300;
const CARD_INCHES = 85.6 / 25.4;

const backOf = async (card: CardArtwork, dotsPerInch = DPI): Promise<Picture> =>
  pictureOf(await renderCard(card, 'card'), 1, dotsPerInch);

/** Grain of a bad sensor, the same at every run. */
function grainy({ data, width, height }: Picture, strength: number): Picture {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 1) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  const grain = Buffer.from(data.map((value) => Math.max(0, Math.min(255, value + normal() * strength))));
  return { data: grain, width, height };
}

const blurred = (picture: Picture, sigma: number) => grey(open(picture).blur(sigma));
const turned = (picture: Picture, degrees: number) =>
  grey(open(picture).rotate(degrees, { background: '#fff' }));
const faded = (picture: Picture, share: number) => grey(open(picture).linear(share, 200 * (1 - share)));
const shrunk = (picture: Picture, dotsPerInch: number) =>
  grey(open(picture).resize({ width: Math.round(CARD_INCHES * dotsPerInch) }));
const squeezed = async (picture: Picture, quality: number): Promise<Picture> => {
  return grey(sharp(await open(picture).jpeg({ quality }).toBuffer()));
};

/** A white spot in the middle of the code, as a share of its surface. */
async function scratched(picture: Picture, share: number): Promise<Picture> {
  const perMm = picture.width / 85.6;
  const side = Math.round(Math.sqrt(share) * 36.9 * perMm);
  const spot = { create: { width: side, height: side, channels: 3, background: '#fff' } } as const;
  const [left, top] = [Math.round(23.2 * perMm - side / 2), Math.round(23.2 * perMm - side / 2)];
  return grey(open(picture).composite([{ input: spot, left, top }]));
}

describe('the code of a card', () => {
  let picture: Picture;
  beforeAll(async () => {
    picture = await backOf(ordinary);
  });

  test('is read exactly as it was given', async () => {
    expect(await readCode(picture)).toBe(ordinary.qr);
  });

  test.each([
    ['drawn with 80 dots an inch', () => backOf(ordinary, 80)],
    ['shrunk to 80 dots an inch', () => shrunk(picture, 80)],
    ['blurred by half a module', () => blurred(picture, 2.5)],
    ['with grain of 70 of 255', async () => grainy(picture, 70)],
    ['faded to a tenth of its contrast', () => faded(picture, 0.1)],
    ['pressed to JPEG quality 5', async () => squeezed(await shrunk(picture, 150), 5)],
    ['with a tenth of it gone', () => scratched(picture, 0.1)],
    ['turned by 7 degrees', () => turned(picture, 7)],
    ['turned by 33 degrees', () => turned(picture, 33)],
    ['upside down', () => turned(picture, 180)],
  ])('is read %s', async (_, worsened) => {
    expect(await readCode(await worsened())).toBe(ordinary.qr);
  });

  test('is read when everything comes together: turned, small, blurred, pale, grainy, pressed', async () => {
    const tired = await faded(await blurred(await shrunk(await turned(picture, 7), 165), 0.8), 0.5);
    expect(await readCode(await squeezed(grainy(tired, 10), 40))).toBe(ordinary.qr);
  });

  test('lies in a frame of white, four modules wide', async () => {
    const { data, width } = await backOf({ ...ordinary, accent: '#000000' });
    const perMm = width / 85.6;
    const frame = (40.4 * 4) / (89 + 8);
    const isDark = (x: number, y: number) =>
      (data[Math.round(y * perMm) * width + Math.round(x * perMm)] ?? 0) < 200;
    const across = Array.from({ length: 400 }, (_, index) => 3.2 + index * 0.1);
    expect(across.some((x) => isDark(x, 3 + frame / 2))).toBe(false);
    expect(across.some((y) => isDark(3 + frame / 2, y))).toBe(false);
    expect(across.some((x) => isDark(x, 3 + frame + 0.2))).toBe(true);
  });

  test('is not read when a quarter of it is gone, so that these pictures do test something', async () => {
    expect(await readCode(await scratched(picture, 0.25))).toBeUndefined();
  });

  test.each([
    ['of the longest texts', longest],
    ['that is provisional', provisional],
    ['under the mark of the practice space', practice],
  ])('is read at 110 dots an inch on a card %s', async (_, card) => {
    expect(await readCode(await backOf(card, 110))).toBe(card.qr);
  });

  test.each(['a4', 'f4'] as const)('is read from the whole %s sheet, turned by 3 degrees', async (layout) => {
    const sheet = await pictureOf(await renderCard(ordinary, layout), 0, 150);
    expect(await readCode(await turned(sheet, 3))).toBe(ordinary.qr);
  });

  test('is read for every one of twenty holders', async () => {
    for (let index = 1; index <= 20; index += 1) {
      const card = { ...ordinary, qr: qrOf(`Warga Uji ${index}`) };
      expect(await readCode(await backOf(card, 110))).toBe(card.qr);
    }
  });
});
