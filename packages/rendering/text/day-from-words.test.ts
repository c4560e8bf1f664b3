import { dayInWords } from '@layan/domain/deadline/dates-in-words';
import { expect, test } from 'vitest';
import { dayFromWords } from './day-from-words.ts';

test('finds the day again that was put in words, for every month', () => {
  for (let month = 1; month <= 12; month += 1) {
    const day = `2026-${String(month).padStart(2, '0')}-09`;
    expect(dayFromWords(dayInWords(day)).toISOString()).toBe(`${day}T00:00:00.000Z`);
  }
});

test.each(['', 'kemarin', '21 Novembre 2026', '2026-11-21'])(
  'takes a fixed day for %j, which names none',
  (words) => {
    expect(dayFromWords(words).toISOString()).toBe('2000-01-01T00:00:00.000Z');
  },
);
