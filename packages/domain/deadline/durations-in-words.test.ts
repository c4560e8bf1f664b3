import { expect, test } from 'vitest';
import { durationInWords, minutesInWords } from './durations-in-words.ts';

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
