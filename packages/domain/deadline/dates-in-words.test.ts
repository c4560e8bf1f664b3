import { expect, test } from 'vitest';
import { InstantText } from '../kernel/ids.ts';
import {
  dateIn,
  dateInWords,
  dayInWords,
  momentInWords,
  plainDateInWords,
  timeInWords,
} from './dates-in-words.ts';

const evening = InstantText.parse('2026-03-25T16:30:00.000Z');

test('dates are written with weekday and month in words', () => {
  expect(dayInWords('2026-03-25')).toBe('Rabu, 25 Maret 2026');
  expect(dayInWords('2027-01-03')).toBe('Minggu, 3 Januari 2027');
  expect(plainDateInWords('2026-12-01')).toBe('1 Desember 2026');
});

test('an instant is told by the clock and the date of the tenant’s zone', () => {
  expect(momentInWords('Asia/Jakarta', evening)).toBe('Rabu, 25 Maret 2026, 23.30 WIB');
  expect(momentInWords('Asia/Makassar', evening)).toBe('Kamis, 26 Maret 2026, 00.30 WITA');
  expect(momentInWords('Asia/Jayapura', evening)).toBe('Kamis, 26 Maret 2026, 01.30 WIT');
  expect(dateInWords('Asia/Makassar', evening)).toBe('Kamis, 26 Maret 2026');
  expect(dateIn('Asia/Makassar', evening)).toBe('2026-03-26');
});

test('times have a dot and two digits on each side', () => {
  expect(timeInWords('Asia/Jakarta', InstantText.parse('2026-03-25T00:05:59.999Z'))).toBe('07.05 WIB');
  expect(timeInWords('Asia/Jakarta', InstantText.parse('1969-12-31T17:00:00.000Z'))).toBe('00.00 WIB');
});
