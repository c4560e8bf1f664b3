import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spellNumber } from './spell-number.ts';

test.each([
  [0, 'nol'],
  [1, 'satu'],
  [5, 'lima'],
  [10, 'sepuluh'],
  [11, 'sebelas'],
  [12, 'dua belas'],
  [19, 'sembilan belas'],
  [20, 'dua puluh'],
  [21, 'dua puluh satu'],
  [99, 'sembilan puluh sembilan'],
  [100, 'seratus'],
  [101, 'seratus satu'],
  [111, 'seratus sebelas'],
  [200, 'dua ratus'],
  [1_000, 'seribu'],
  [1_001, 'seribu satu'],
  [1_100, 'seribu seratus'],
  [2_000, 'dua ribu'],
  [11_000, 'sebelas ribu'],
  [100_000, 'seratus ribu'],
  [101_000, 'seratus satu ribu'],
  [750_000, 'tujuh ratus lima puluh ribu'],
  [1_000_000, 'satu juta'],
  [1_001_000, 'satu juta seribu'],
  [1_250_500, 'satu juta dua ratus lima puluh ribu lima ratus'],
  [1_000_000_000, 'satu miliar'],
  [2_000_000_000_001, 'dua triliun satu'],
  [-3, 'minus tiga'],
])('%i is %s', (count, words) => {
  expect(spellNumber(count)).toBe(words);
});

const values: Readonly<Record<string, number>> = Object.fromEntries(
  ['satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'].map((word, at) => [
    word,
    at + 1,
  ]),
);
const scales: Readonly<Record<string, number>> = { ribu: 1e3, juta: 1e6, miliar: 1e9, triliun: 1e12 };

/** Reads words back: written on its own, so that one checks the other. */
const read = (text: string): number => {
  let [total, group, digit] = [0, 0, 0];
  for (const word of text.replace(/\bse(puluh|belas|ratus|ribu)\b/g, 'satu $1').split(' ')) {
    const scale = scales[word];
    if (scale !== undefined) [total, group, digit] = [total + (group + digit) * scale, 0, 0];
    else if (word === 'ratus') [group, digit] = [group + digit * 100, 0];
    else if (word === 'puluh') [group, digit] = [group + digit * 10, 0];
    else if (word === 'belas') [group, digit] = [group + digit + 10, 0];
    else digit = values[word] ?? Number.NaN;
  }
  return total + group + digit;
};

test('every number is read back as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999_999 }), (count) => {
      expect(read(spellNumber(count))).toBe(count);
    }),
    { numRuns: 1_000 },
  );
});

test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY])('%d is no whole number', (count) => {
  expect(() => spellNumber(count)).toThrow(RangeError);
});
