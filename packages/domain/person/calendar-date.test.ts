import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from './calendar-date.ts';

describe('a date', () => {
  it.each(['2026-03-25', '25-03-2026', '25/3/2026', '25.3.2026', '25 Maret 2026', ' 25 mar 2026 '])(
    '%j is 25 March 2026',
    (typed) => {
      expect(readDate(typed)).toBe('2026-03-25');
    },
  );

  it.each([
    '',
    '25',
    '25-03',
    '25-03-26',
    '31-04-2026',
    '29-02-2025',
    '00-01-2026',
    '01-13-2026',
    '1 bulan 2026',
  ])('%j is none', (typed) => {
    expect(readDate(typed)).toBeUndefined();
  });

  it('knows leap years', () => {
    expect(readDate('29-02-2024')).toBe('2024-02-29');
    expect(readDate('29-02-2000')).toBe('2000-02-29');
    expect(readDate('29-02-1900')).toBeUndefined();
  });

  it('agrees with the calendar of the machine on every day of three centuries', () => {
    const day = fc.date({ min: new Date('1800-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(readDate(iso)).toBe(iso);
      }),
    );
  });
});
