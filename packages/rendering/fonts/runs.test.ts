import { lettersBeyondAscii } from '@layan/domain/letter/printable-letters';
import { expect, test } from 'vitest';
import { extendedFaces, FACES, faces } from './faces.ts';
import { measuring } from './measuring.ts';
import { fontRuns } from './runs.ts';

test('every letter that may be printed has a shape in each face', () => {
  const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
  for (const face of FACES)
    for (const { text, extended } of fontRuns(ascii + lettersBeyondAscii)) {
      const font = (extended ? extendedFaces() : faces())[face];
      expect([...text].filter((each) => !font.hasGlyphForCodePoint(each.codePointAt(0) ?? 0))).toEqual([]);
    }
});

test('a text is parted only where the face changes', () => {
  expect(fontRuns('Warga Uji')).toEqual([{ text: 'Warga Uji', extended: false }]);
  expect(fontRuns('Ṣalāḥ Uji')).toEqual([
    { text: 'Ṣ', extended: true },
    { text: 'al', extended: false },
    { text: 'āḥ', extended: true },
    { text: ' Uji', extended: false },
  ]);
  expect(fontRuns('')).toEqual([{ text: '', extended: false }]);
});

test('a text of two faces is as wide as its parts', () => {
  const measure = measuring();
  expect(measure('Ṣa', 'regular')).toBeCloseTo(measure('Ṣ', 'regular') + measure('a', 'regular'), 6);
  expect(measure('Ṣ', 'regular')).toBeGreaterThan(measure('S', 'regular') * 0.9);
});
