import { describe, expect, test } from 'vitest';
import { fitText, fitTexts, lineHeight, type Measure } from './fit-text.ts';

/** Every letter is half a millimetre wide for each point. */
const measure: Measure = (text) => text.length / 2;
const room = { width: 50, height: lineHeight(5) * 2, face: 'regular', largest: 10, smallest: 5 } as const;

describe('a text in its room', () => {
  test('stands on one line in the largest size when there is room', () => {
    expect(fitText(measure, 'Ujiwan', room)).toMatchObject({ lines: ['Ujiwan'], size: 10 });
  });

  test('is set smaller before it is wrapped', () => {
    expect(fitText(measure, 'Warga Uji Satu', room)).toMatchObject({ lines: ['Warga Uji Satu'], size: 7 });
  });

  test('is wrapped when one line would be too small to read', () => {
    const { lines, size } = fitText(measure, 'Warga Uji Satu Dua Tiga Empat', room);
    expect(lines).toEqual(['Warga Uji Satu Dua', 'Tiga Empat']);
    expect(size).toBe(5);
  });

  test('ends in an ellipsis when nothing else helps', () => {
    const { lines } = fitText(measure, 'kata '.repeat(40).trim(), room);
    expect(lines).toEqual(['kata kata kata kata', 'kata kata kata kata…']);
  });

  test('breaks a word that is wider than the line, at a seam where it has one', () => {
    expect(fitText(measure, 'kota-probolinggo.layan.example', room).lines).toEqual([
      'kota-probolinggo.',
      'layan.example',
    ]);
    expect(fitText(measure, 'a'.repeat(30), room).lines).toEqual(['a'.repeat(20), 'a'.repeat(10)]);
  });

  test('takes the height of its lines', () => {
    expect(fitText(measure, 'Ujiwan', room).height).toBeCloseTo(lineHeight(10));
  });
});

describe('several texts in one room', () => {
  const rows = (count: number) => ({ ...room, height: lineHeight(5) * count + 2, gap: 1 });

  test('share one size, the largest in which all stand whole', () => {
    const set = fitTexts(measure, ['satu', 'dua tiga empat lima', 'enam'], rows(9));
    expect(set.map(({ size }) => size)).toEqual([10, 10, 10]);
    expect(set[1]?.lines).toEqual(['dua tiga', 'empat lima']);
  });

  test('lose their ends where they are longest', () => {
    const long = 'kata '.repeat(12).trim();
    const set = fitTexts(measure, ['pendek', long, long], rows(5));
    expect(set.map(({ lines }) => lines.length)).toEqual([1, 2, 2]);
    expect(set[2]?.lines.at(-1)).toMatch(/…$/);
  });

  test('give first at the end when they are equally long', () => {
    const long = 'kata '.repeat(12).trim();
    const set = fitTexts(measure, [long, long, 'pendek'], rows(6));
    expect(set.map(({ lines }) => lines.length)).toEqual([3, 2, 1]);
  });

  test('all stay, however many they are', () => {
    const height = lineHeight(5) * 2;
    const set = fitTexts(
      measure,
      Array.from({ length: 8 }, (_, index) => `baris ${index}`),
      { ...room, height, gap: 0 },
    );
    expect(set).toHaveLength(8);
    expect(set.reduce((sum, text) => sum + text.height, 0)).toBeLessThanOrEqual(height + 1e-6);
  });

  test('may be none', () => {
    expect(fitTexts(measure, [], rows(2))).toEqual([]);
  });
});
