import { expect, test } from 'vitest';
import { durationInWords, minutesInWords, rangeInWords } from './durations-in-words.ts';

test.each([
  [{ amount: 3, unit: 'working_day' }, '3 hari kerja'],
  [{ amount: 1, unit: 'working_hour' }, '1 jam kerja'],
  [{ amount: 15, unit: 'working_minute' }, '15 menit kerja'],
  [{ amount: 30, unit: 'calendar_day' }, '30 hari'],
  [{ amount: 48, unit: 'hour' }, '48 jam'],
  [{ amount: 5, unit: 'minute' }, '5 menit'],
] as const)('%j reads "%s"', (duration, words) => {
  expect(durationInWords(duration)).toBe(words);
});

test.each([
  [0, '0 menit'],
  [45, '45 menit'],
  [60, '1 jam'],
  [135, '2 jam 15 menit'],
])('%i minutes read "%s"', (minutes, words) => {
  expect(minutesInWords(minutes)).toBe(words);
});

test.each([
  [[], ''],
  [[{ unit: 'agreed', fact: 'agreedDate' }], 'sampai tanggal yang disepakati'],
  [[{ amount: 3, unit: 'working_day' }], '3 hari kerja'],
  [
    [
      { amount: 3, unit: 'working_day' },
      { amount: 1, unit: 'working_hour' },
      { amount: 3, unit: 'working_day' },
    ],
    '1 jam kerja atau 3 hari kerja',
  ],
  [
    [
      { amount: 14, unit: 'working_day' },
      { amount: 60, unit: 'working_day' },
      { amount: 7, unit: 'working_day' },
    ],
    '7 sampai 60 hari kerja',
  ],
  [
    [
      { amount: 14, unit: 'working_day' },
      { unit: 'agreed', fact: 'agreedDate' },
      { amount: 15, unit: 'working_minute' },
    ],
    '15 menit kerja atau 14 hari kerja',
  ],
] as const)('%j together read "%s"', (terms, words) => {
  expect(rangeInWords(terms)).toBe(words);
});
