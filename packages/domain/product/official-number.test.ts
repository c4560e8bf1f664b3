import { describe, expect, test } from 'vitest';
import { officialNumber } from './official-number.ts';

const place = { year: 2026, sequence: 12 };

describe('an official number', () => {
  test.each([
    ['{seq:000000}', '000012'],
    ['{seq:0}', '12'],
    ['KB-{year}-{seq:0000}', 'KB-2026-0012'],
    ['{seq:000}/KB/{romanMonth}/{year}', '012/KB/III/2026'],
    ['{year}/{seq:00}/{year}', '2026/12/2026'],
  ])('%s is written %s', (pattern, number) => {
    expect(officialNumber(pattern, place, '2026-03-25')).toBe(number);
  });

  test('names the subject and the unit as they are, whatever stands in them', () => {
    const pattern = '{class}/{seq:000}/{unit}/{romanMonth}/{year}';
    const written = (unit: string) =>
      officialNumber(pattern, place, '2026-03-25', { class: '400.9.14', unit });
    expect(written('427.64')).toBe('400.9.14/012/427.64/III/2026');
    expect(written('{year}$&')).toBe('400.9.14/012/{year}$&/III/2026');
  });

  test('grows when the digits do not do', () => {
    expect(officialNumber('{seq:000}', { year: 2026, sequence: 12_345 }, '2026-03-25')).toBe('12345');
  });

  test('knows all twelve months', () => {
    const months = Array.from({ length: 12 }, (_, month) =>
      officialNumber('{romanMonth}', place, `2026-${String(month + 1).padStart(2, '0')}-01`),
    );
    expect(months.join(' ')).toBe('I II III IV V VI VII VIII IX X XI XII');
  });
});
