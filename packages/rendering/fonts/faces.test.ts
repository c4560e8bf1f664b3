import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { create } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { openDocument } from '../pdf/open-document.ts';
import { points } from '../pdf/points.ts';
import { lineHeight } from '../text/fit-text.ts';
import { bold } from './bold.ts';
import { boldExtended } from './bold-extended.ts';
import { FACES, type Face, faces } from './faces.ts';
import { measuring } from './measuring.ts';
import { regular } from './regular.ts';
import { regularExtended } from './regular-extended.ts';
import { unwrapWoff } from './unwrap-woff.ts';

const FILES = {
  latin: {
    regular: import.meta.resolve('@fontsource/public-sans/files/public-sans-latin-400-normal.woff'),
    bold: import.meta.resolve('@fontsource/public-sans/files/public-sans-latin-700-normal.woff'),
  },
  extended: {
    regular: import.meta.resolve('@fontsource/public-sans/files/public-sans-latin-ext-400-normal.woff'),
    bold: import.meta.resolve('@fontsource/public-sans/files/public-sans-latin-ext-700-normal.woff'),
  },
} as const;

const shipped = async (face: Face, letters: keyof typeof FILES = 'latin'): Promise<string> =>
  (await readFile(fileURLToPath(FILES[letters][face]))).toString('base64');

describe('the faces of a document', () => {
  test('are the files of the package, byte for byte', async () => {
    expect(regular).toBe(await shipped('regular'));
    expect(bold).toBe(await shipped('bold'));
    expect(regularExtended).toBe(await shipped('regular', 'extended'));
    expect(boldExtended).toBe(await shipped('bold', 'extended'));
  });

  test('stand beside the licence under which they may be shipped', async () => {
    const licence = await readFile(new URL('./OFL.txt', import.meta.url), 'utf8');
    expect(licence).toContain('SIL OPEN FONT LICENSE Version 1.1');
    expect(licence).toContain('The Public Sans Project Authors');
  });

  test('unwrap to the same letters', () => {
    const wrapped = Buffer.from(bold, 'base64');
    const [before, after] = [create(wrapped), create(unwrapWoff(wrapped))];
    if (!('layout' in before) || !('layout' in after)) throw new Error('Not one font.');
    expect(after.type).toBe('TTF');
    expect(after.postscriptName).toBe('PublicSans-Bold');
    expect(after.characterSet).toEqual(before.characterSet);
    for (const letter of 'RWgé8') {
      const code = letter.codePointAt(0) ?? 0;
      expect(after.glyphForCodePoint(code).path.toSVG()).toBe(before.glyphForCodePoint(code).path.toSVG());
    }
  });

  test('refuse what is no WOFF font', () => {
    expect(() => unwrapWoff(Buffer.from('wOF2 something else'))).toThrow('Not a WOFF font');
  });

  test.each(FACES)('set letters as far apart as fontkit does: %s', (face) => {
    const whole = create(unwrapWoff(Buffer.from(face === 'bold' ? bold : regular, 'base64')));
    if (!('layout' in whole)) throw new Error('Not one font.');
    for (const text of ['Warga Uji Satu', 'AVATAR To. Ty', '460/000123/KB/425.106/2026', 'Wa’i', ''])
      expect(faces()[face].layout(text).advanceWidth).toBe(whole.layout(text).advanceWidth);
  });

  test.each(FACES)('are as wide when a document draws them as when we measure: %s', (face) => {
    const document = openDocument({ title: '', author: '', subject: '', date: new Date(0) });
    const measure = measuring();
    for (const text of ['Ujiwan', 'Warga Uji Satu', '460/000123/KB/425.106/2026'])
      expect(document.font(face).fontSize(10).widthOfString(text)).toBeCloseTo(
        points(measure(text, face) * 10),
        1,
      );
  });

  test.each(FACES)('are no higher than the lines they stand on: %s', (face) => {
    const { ascent, descent, unitsPerEm } = faces()[face];
    expect(points(lineHeight(1))).toBeGreaterThanOrEqual((ascent - descent) / unitsPerEm);
  });
});
