import { expect, it } from 'vitest';
import { small } from '../fixtures/small.ts';
import { placeInWords, placesInWords } from './places-in-words.ts';

it.each([
  ['filed', 'saat masuk lewat "Portal"'],
  ['to-confirm', 'sesudah langkah "Terbitkan dahulu"'],
  ['lapsed', 'sesudah "Tidak dilengkapi 10 hari"'],
  ['limbo', 'tempat "limbo"'],
])('tells of %s: %s', (place, words) => {
  expect(placeInWords(small.process, place)).toBe(words);
});

it('tells the same only once', () => {
  expect(placesInWords(small.process, ['filed', 'filed', 'limbo'])).toBe(
    'saat masuk lewat "Portal", tempat "limbo"',
  );
});
