// The pictures that the pages of a scanned PDF consist of, as far as scanners write them. Fax packing (CCITT, JBIG2) is not
// read: such a scan counts as one without a code.
import { readJpeg } from '@layan/domain/document/jpeg';
import type { Pdf } from '../pdf/open-pdf.ts';
import { pagesOf } from '../pdf/pages.ts';
import { entriesOf, integerIn, isKind, nameIn, type PdfStream, type PdfValue } from '../pdf/values.ts';
import type { Picture, Points } from './read-codes.ts';

const MOST_PAGES = 12;
const MOST_ON_A_PAGE = 4;
const MOST_POINTS = 60_000_000;

const channelsOf: Readonly<Record<string, number>> = { DeviceGray: 1, CalGray: 1, DeviceRGB: 3, CalRGB: 3 };

/** Colours may be said by their profile, which says how many there are. */
const channelsIn = (pdf: Pdf, space: PdfValue | undefined): number | undefined => {
  const resolved = pdf.resolve(space);
  if (!isKind(resolved, 'array')) return channelsOf[nameIn(resolved) ?? ''];
  const [kind, profile] = resolved.items;
  const name = nameIn(pdf.resolve(kind)) ?? '';
  return name === 'ICCBased'
    ? integerIn(pdf.resolve(entriesOf(pdf.resolve(profile))?.get('N')))
    : channelsOf[name];
};

/** One bit or one byte for each colour of a point. */
const unpackedPoints = (
  data: Uint8Array,
  { width, height, bits, channels }: { width: number; height: number; bits: number; channels: number },
): Points | undefined => {
  const row = Math.ceil((width * channels * bits) / 8);
  if (data.length < row * height) return undefined;
  const points = new Uint8ClampedArray(4 * width * height);
  const sampleAt = (y: number, index: number): number => {
    if (bits === 8) return data[y * row + index] ?? 0;
    return ((data[y * row + (index >> 3)] ?? 0) >> (7 - (index & 7))) & 1 ? 255 : 0;
  };
  for (let y = 0, target = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, target += 4) {
      for (let colour = 0; colour < 3; colour += 1)
        points[target + colour] = sampleAt(y, x * channels + (channels === 3 ? colour : 0));
      points[target + 3] = 255;
    }
  return { data: points, width, height };
};

const pictureOf = (pdf: Pdf, stream: PdfStream): Picture | undefined => {
  const { entries } = stream;
  if (nameIn(pdf.resolve(entries.get('Subtype'))) !== 'Image') return undefined;
  const { data, left } = pdf.content(stream);
  if (left[0] === 'DCTDecode') {
    // Also looks at its size before anything unpacks it.
    const jpeg = readJpeg(data);
    return jpeg.ok ? jpeg.value : undefined;
  }
  const number = (key: string) => integerIn(pdf.resolve(entries.get(key))) ?? 0;
  const [width, height, bits] = [number('Width'), number('Height'), number('BitsPerComponent')];
  const isMask = pdf.resolve(entries.get('ImageMask')) === true;
  const channels = isMask ? 1 : channelsIn(pdf, entries.get('ColorSpace'));
  const isRead = left.length === 0 && (bits === 8 || (bits === 1 && channels === 1) || isMask);
  if (!isRead || (channels !== 1 && channels !== 3)) return undefined;
  if (width < 1 || height < 1 || width * height > MOST_POINTS) return undefined;
  return unpackedPoints(data, { width, height, bits: isMask ? 1 : bits, channels });
};

/** One after the other, since each may be large. */
export function* picturesIn(pdf: Pdf): Generator<Picture> {
  for (const page of pagesOf(pdf).slice(0, MOST_PAGES)) {
    const objects = entriesOf(pdf.resolve(entriesOf(pdf.resolve(page.get('Resources')))?.get('XObject')));
    let taken = 0;
    for (const value of objects?.values() ?? []) {
      const object = pdf.resolve(value);
      const picture = isKind(object, 'stream') ? pictureOf(pdf, object) : undefined;
      if (!picture) continue;
      taken += 1;
      if (taken > MOST_ON_A_PAGE) break;
      yield picture;
    }
  }
}
