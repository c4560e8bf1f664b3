// A photo as a phone makes it, encoded by another program: what is kept shows the same picture and tells no place.
import { readScan } from '@layan/domain/document/scan';
import sharp from 'sharp';
import { expect, it } from 'vitest';

const photo = () => {
  const pixels = Buffer.from(Array.from({ length: 48 * 32 * 3 }, (_, at) => (at * 7) % 256));
  return sharp(pixels, { raw: { width: 48, height: 32, channels: 3 } })
    .withExif({
      IFD0: { Make: 'Ponsel Uji', Model: 'Seri 9001', Software: 'Kamera Uji' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '7/1 45/1 15/1', GPSLongitude: '113/1 12/1 57/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a exif:GPSLatitude="7,45.26S"/></x:xmpmeta>')
    .withMetadata({ orientation: 6 });
};

it.each(['jpeg', 'png'] as const)(
  'of type %s, is kept with every pixel and without place, maker and texts',
  async (type) => {
    const sent = await photo().toFormat(type).toBuffer();
    const { exif, xmp } = await sharp(sent).metadata();
    expect(exif?.includes('Ponsel Uji')).toBe(true);
    expect(xmp).toBeDefined();
    const read = readScan(sent);
    if (!read.ok) throw new Error(read.error);
    const kept = Buffer.from(read.value.bytes);
    for (const hidden of ['Ponsel', 'Seri 9001', 'Kamera', 'GPS', 'xmpmeta', '7,45'])
      expect(kept.includes(hidden), hidden).toBe(false);
    expect((await sharp(kept).metadata()).xmp).toBeUndefined();
    expect(await sharp(kept).raw().toBuffer()).toEqual(await sharp(sent).raw().toBuffer());
    if (type === 'jpeg') expect((await sharp(kept).metadata()).orientation).toBe(6);
  },
);
