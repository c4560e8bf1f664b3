import { describe, expect, it } from 'vitest';
import { numberInWords } from './number-words.ts';

describe('a number in words', () => {
  it.each([
    ['satu', 1],
    ['Tiga', 3],
    ['sepuluh', 10],
    ['sebelas', 11],
    ['empat belas', 14],
    ['dua puluh satu', 21],
    ['empat puluh', 40],
    ['seratus dua puluh lima', 125],
    ['seribu', 1_000],
    ['dua ribu lima ratus', 2_500],
  ])('%s', (words, number) => {
    expect(numberInWords(words)).toBe(number);
  });

  it.each(['', 'Kepala Dinas', 'lihat', 'dua tiga', 'puluh', 'sekitar tiga'])(
    'is none where the words say something else: %s',
    (words) => {
      expect(numberInWords(words)).toBeUndefined();
    },
  );
});
